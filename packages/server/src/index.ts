/** What the command line and tests use of the server. */
export { buildApp } from './app.ts'
export { rankItems } from './backlog/rank-items.ts'
export { previewBacklog } from './backlog/refresh-backlog.ts'
export {
  ConfigError,
  type LogLevel,
  readConfig,
  readDatabaseUrl,
  type ServerConfig,
  type ServerOptions,
} from './config.ts'
export { parseSignal } from './ingest/judge-signal.ts'
export { redactSignal } from './ingest/redact-signal.ts'
export { type CheckOptions, type ContentCheck, checkContent } from './knowledge/check-content.ts'
export type { Finding } from './knowledge/knowledge.ts'
export { unpublishedBase } from './knowledge/knowledge-base.ts'
export { type LoadedContent, loadContent } from './knowledge/load-content.ts'
export { type RunningServer, startServer } from './main.ts'
export { defaultAuthorLinkMs, makeAuthorLink } from './people/author-link.ts'
export { generatePassword, hashPassword } from './people/password.ts'
export { generateSecretKey, hashSecret } from './people/secret-key.ts'
export { normaliseEmail } from './people/sign-in.ts'
export { isReportName, makeReport, type ReportName, type Reports } from './reports/make-report.ts'
export { type Period, type PeriodText, readPeriod } from './reports/read-period.ts'
export type { RollupCheck } from './rollups/rollup.ts'
export { rollups } from './rollups/rollups.ts'
export type { Services } from './services.ts'
export { StartError, type StartErrorCode } from './start-error.ts'
export { openStore, type StoreOptions } from './store/open-store.ts'
export type { Store, StoredContact, StoredPerson, StoredProject, StoredSignal } from './store/store.ts'

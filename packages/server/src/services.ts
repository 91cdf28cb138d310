/** What routes and jobs are given; built once in app.ts, replaced piece by piece in tests. */
import type { Logger } from 'pino'
import type { ServerConfig } from './config.ts'
import type { Knowledge } from './knowledge/knowledge.ts'
import type { Store } from './store/store.ts'

export interface Services {
  config: ServerConfig
  store: Store
  knowledge: Knowledge
  /** milliseconds since the epoch */
  now(): number
  log: Logger
}

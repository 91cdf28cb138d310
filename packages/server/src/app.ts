/**
 * Builds the HTTP application from services: no listen() here, so that tests call it without a socket.
 */

import { limits } from '@fanal/contract'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { registerCors } from './http/cors.ts'
import { refuseAddress, registerErrorReplies } from './http/error-replies.ts'
import { registerMetrics } from './http/metrics.ts'
import { registerRequestLog } from './http/request-log.ts'
import { registerAlgoliaRoutes } from './http/routes/algolia.ts'
import { registerArticleRoutes } from './http/routes/articles.ts'
import { registerAuthorRoutes } from './http/routes/author.ts'
import { registerBacklogRoutes } from './http/routes/backlog.ts'
import { registerBuiltFileRoutes } from './http/routes/built-files.ts'
import { registerConfigRoutes } from './http/routes/config.ts'
import { registerContactRoutes } from './http/routes/contacts.ts'
import { registerContentFileRoutes } from './http/routes/content-files.ts'
import { registerDeviceIndexRoutes } from './http/routes/device-index.ts'
import { registerFlowRoutes } from './http/routes/flows.ts'
import { registerHealthRoutes } from './http/routes/health.ts'
import { registerEventRoutes } from './http/routes/insights-events.ts'
import { registerPhrasingRoutes } from './http/routes/phrasings.ts'
import { registerReportRoutes } from './http/routes/reports.ts'
import { registerSessionRoutes } from './http/routes/session.ts'
import { registerSignalRoutes } from './http/routes/signals.ts'
import { registerSuggestionRoutes } from './http/routes/suggestions.ts'
import { registerTicketRoutes } from './http/routes/tickets.ts'
import { registerSecurityHeaders } from './http/security-headers.ts'
import { createSearchMemory } from './ingest/search-memory.ts'
import { keepPageUse } from './reports/keep-page-use.ts'
import type { Services } from './services.ts'

/** A whole request must have arrived within this time; a page that trickles one holds a socket no longer. */
const requestTimeoutMs = 15_000
const headersTimeoutMs = 10_000
/** Node looks at slow sockets this often; its own 30 s would make the limits above mean little. */
const connectionsCheckingInterval = 2000
/** Under this compressing costs more than it saves, bytes. */
const compressThreshold = 1024

export interface AppEvents {
  /** a new contact is durable */
  onContact?(): void
  /** a route has been added; `url` in the router's words */
  onRoute?(method: string, url: string): void
}

export async function buildApp(services: Services, events: AppEvents = {}): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: services.log as FastifyBaseLogger,
    // Fastify's own lines carry addresses and query strings; ours carry neither.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.maxBodyBytes,
    requestTimeout: requestTimeoutMs,
    http: { headersTimeout: headersTimeoutMs, connectionsCheckingInterval },
    routerOptions: { maxParamLength: limits.maxIdChars * 3 },
    frameworkErrors: refuseAddress,
    // Dropped like every field nobody knows: one signal with such a key must not cost the others of its batch.
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
  })
  // Read as a mere string, a beacon's body would look like one without a key. Routes that take it say so.
  app.removeContentTypeParser('text/plain')
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) events.onRoute?.(one, url)
  })
  registerErrorReplies(app, services)
  registerRequestLog(app, services)
  registerSecurityHeaders(app, services)
  const metrics = registerMetrics(app)
  registerCors(app, services)
  await app.register(compress, { global: true, threshold: compressThreshold, encodings: ['br', 'gzip'] })
  await app.register(cookie)

  const pageUse = keepPageUse(services)
  const searches = createSearchMemory(services.now)

  // A scope each: a body parser that one group of routes needs is not offered to the others.
  const groups: ((scope: FastifyInstance) => void | Promise<void>)[] = [
    (scope) => registerSignalRoutes(scope, services, metrics, pageUse),
    (scope) => registerContactRoutes(scope, services, () => events.onContact?.()),
    (scope) => registerTicketRoutes(scope, services),
    (scope) => registerReportRoutes(scope, services),
    (scope) => registerBacklogRoutes(scope, services),
    (scope) => registerSessionRoutes(scope, services),
    (scope) => registerHealthRoutes(scope, services, metrics),
    (scope) => registerConfigRoutes(scope, services, pageUse),
    (scope) => registerSuggestionRoutes(scope, services, pageUse),
    (scope) => registerArticleRoutes(scope, services),
    (scope) => registerPhrasingRoutes(scope, services),
    (scope) => registerFlowRoutes(scope, services),
    (scope) => registerAuthorRoutes(scope, services),
    (scope) => registerDeviceIndexRoutes(scope, services),
    (scope) => registerAlgoliaRoutes(scope, services, searches, pageUse),
    (scope) => registerEventRoutes(scope, services, metrics, searches, pageUse),
    (scope) => registerContentFileRoutes(scope, services),
    (scope) => registerBuiltFileRoutes(scope, services),
  ]
  for (const register of groups) await app.register(async (scope) => register(scope))
  return app
}

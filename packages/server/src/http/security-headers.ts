/** Headers every answer carries, and the stricter ones of the console page. Source: docs/server.md#headers */
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'

const oneYearS = 31_536_000

/** The console runs its own scripts and styles only, and stands in nobody's frame. */
export const consolePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Answers that are no page need nothing at all, should a browser be talked into showing one. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'"

export function registerSecurityHeaders(app: FastifyInstance, services: Services): void {
  const secure = services.config.publicUrl?.startsWith('https:') ?? false
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('content-security-policy', dataPolicy)
    if (secure) reply.header('strict-transport-security', `max-age=${oneYearS}`)
  })
  app.addHook('onSend', async (_request, reply) => {
    // What no route has declared cacheable may be somebody's own.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

/**
 * Which pages may read the answers of public routes from a browser.
 * A project's `origins` are a filter, not a wall: anybody can send any Origin outside a browser. Credentials are never
 * allowed, so an answer never depends on who the visitor is to us.
 * Source: docs/server.md#origins
 */
import { FanalError } from '@fanal/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLoopbackHost } from '../config.ts'
import type { KnowledgeBase } from '../knowledge/knowledge.ts'
import type { Services } from '../services.ts'

/** How long a browser may keep the answer to a preflight, seconds; Chromium's own ceiling is 7200. */
const preflightMaxAgeS = 7200

const allowedHeaders =
  'content-type, x-fanal-key, x-algolia-api-key, x-algolia-application-id, x-algolia-agent, x-algolia-usertoken, if-none-match'

/** Routes any allowed page may call; everything else answers the console, the command line and other servers. */
const publicPath =
  /^\/(?:v1\/author$|v1\/(?:config|suggestions|articles|flows|checklist|device-index|signals|contacts|content)(?:\/|$)|1\/indexes\/|1\/events$)/

/** Adds CORS headers to public routes and answers their preflights. */
export function registerCors(app: FastifyInstance, services: Services): void {
  app.addHook('onRequest', async (request, reply) => {
    const path = pathOf(request)
    if (!publicPath.test(path)) return
    reply.header('vary', 'Origin')
    const origin = request.headers.origin
    if (origin === undefined) return
    const allowed = services.knowledge.list().some((base) => isOriginAllowed(services, request, base, origin))
    if (allowed) reply.header('access-control-allow-origin', origin)
    if (request.method !== 'OPTIONS') return
    if (allowed) {
      reply.header('access-control-allow-methods', 'GET, POST')
      reply.header('access-control-allow-headers', allowedHeaders)
      reply.header('access-control-max-age', preflightMaxAgeS)
    }
    return reply.code(204).send()
  })
}

/** @throws FanalError ORIGIN_REFUSED when a browser calls from a page that is not of the project */
export function checkOrigin(services: Services, request: FastifyRequest, base: KnowledgeBase): void {
  const origin = request.headers.origin
  if (origin !== undefined && !isOriginAllowed(services, request, base, origin)) {
    throw new FanalError('ORIGIN_REFUSED', { origin: origin.slice(0, 200) })
  }
}

/** Whether the request's Origin is this server's own. */
export function isSameOrigin(services: Services, request: FastifyRequest, origin: string): boolean {
  return origin === services.config.publicUrl || origin === `${request.protocol}://${request.host}`
}

function isOriginAllowed(services: Services, request: FastifyRequest, base: KnowledgeBase, origin: string): boolean {
  if (isSameOrigin(services, request, origin)) return true
  const { host, extraOrigins } = services.config
  const { origins } = base.settings
  if (origins.length === 0 && isLoopbackHost(host) && isLoopbackOrigin(origin)) return true
  return [...origins, ...extraOrigins].some((pattern) => matchesOrigin(pattern, origin))
}

function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname)
}

/** @param pattern an origin such as `https://app.example.com`, or with one leading wildcard: `https://*.example.com` */
export function matchesOrigin(pattern: string, origin: string): boolean {
  const wanted = pattern.replace(/\/$/, '')
  const wildcard = /^(https?:\/\/)\*(\.[^/*]+)$/.exec(wanted)
  if (!wildcard) return wanted === origin
  const [, scheme = '', suffix = ''] = wildcard
  if (!origin.startsWith(scheme) || !origin.endsWith(suffix)) return false
  return /^[\w.-]+$/.test(origin.slice(scheme.length, -suffix.length))
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/'
}

/**
 * Every error that leaves over HTTP: a code of the contract's table and its text. What is not of the table becomes
 * INTERNAL with a reference; its message and stack stay in the log.
 */
import { randomBytes } from 'node:crypto'
import { FanalError, limits } from '@fanal/contract'
import type { FastifyError, FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'

/** Seconds after which a client may come back when the store is away. */
const retryAfterS = 5

export function registerErrorReplies(app: FastifyInstance, services: Services): void {
  app.setErrorHandler((error: FastifyError | FanalError, request, reply) => {
    const known =
      error instanceof FanalError ? error : fromFastify(error, request.routeOptions.bodyLimit ?? limits.maxBodyBytes)
    if (known && known.code !== 'INTERNAL') {
      if (known.code === 'STORE_UNAVAILABLE') {
        services.log.error({ err: known.cause ?? known }, 'the store cannot be used')
        reply.header('retry-after', retryAfterS)
      }
      return reply.code(known.status).header('cache-control', 'no-store').send(known.toBody())
    }
    const ref = randomBytes(4).toString('hex')
    services.log.error({ err: error, ref, route: request.routeOptions.url, method: request.method }, 'request failed')
    const internal = new FanalError('INTERNAL', { ref })
    return reply.code(internal.status).header('cache-control', 'no-store').send(internal.toBody())
  })

  app.setNotFoundHandler((request, reply) => {
    const path = (request.url.split('?', 1)[0] ?? '').slice(0, 200)
    const error = new FanalError('ROUTE_UNKNOWN', { method: request.method, path })
    return reply.code(error.status).header('cache-control', 'no-store').send(error.toBody())
  })
}

/** What Fastify itself refuses before a route runs. */
function fromFastify(error: FastifyError, bodyLimitBytes: number): FanalError | null {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new FanalError('BODY_TOO_LARGE', { limit: bodyLimitBytes })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new FanalError('BODY_NOT_JSON', { reason: 'the content-type is not application/json' })
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new FanalError('BODY_NOT_JSON', { reason: 'it is empty' })
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new FanalError('BODY_NOT_JSON', { reason: 'it cannot be parsed' })
    default:
      // Anything else Fastify blames on the request (a wrong content-length, a bad URL) is the client's to mend.
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? new FanalError('BODY_INVALID', { path: 'request', reason: error.message.replace(/\.$/, '') })
        : null
  }
}

/**
 * Every error that leaves over HTTP: a code of the contract's table and its text. What is not of the table becomes
 * INTERNAL with a reference; its message and stack stay in the log. Under /1/ errors have the shape Algolia's clients read.
 */
import { randomBytes } from 'node:crypto'
import { FanalError, limits } from '@fanal/contract'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'
import { watchMethods } from './allowed-methods.ts'

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
      return sendError(request, reply, known)
    }
    const ref = randomBytes(4).toString('hex')
    services.log.error({ err: error, ref, route: request.routeOptions.url, method: request.method }, 'request failed')
    return sendError(request, reply, new FanalError('INTERNAL', { ref }))
  })

  const methodsOf = watchMethods(app)
  app.setNotFoundHandler((request, reply) => {
    const { method } = request
    const path = pathOf(request)
    const allowed = methodsOf(path)
    const quoted = path.slice(0, 200)
    if (allowed === '') return sendError(request, reply, new FanalError('ROUTE_UNKNOWN', { method, path: quoted }))
    reply.header('allow', allowed)
    return sendError(request, reply, new FanalError('METHOD_NOT_ALLOWED', { method, path: quoted, allowed }))
  })
}

/** Answers an address that the router itself cannot read; no hook has run and no route is known. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const reason = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'a part of it is too long' : 'it is not percent-encoded'
  sendError(request, reply, new FanalError('ADDRESS_INVALID', { reason }))
}

function sendError(request: FastifyRequest, reply: FastifyReply, error: FanalError): FastifyReply {
  const { status, message, code } = error
  const body = pathOf(request).startsWith('/1/') ? { message, status, code } : error.toBody()
  return reply.code(status).header('cache-control', 'no-store').send(body)
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? ''
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

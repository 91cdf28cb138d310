/** One line per answered request: method, route pattern, status, time. Never the address, the query, the body or who it was. */
import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'

export function registerRequestLog(app: FastifyInstance, services: Services): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    // Every page view of every visitor comes by here: only what went wrong on our side is worth a line by default.
    if (reply.statusCode >= 500) services.log.error(line, 'request')
    else services.log.debug(line, 'request')
  })
}

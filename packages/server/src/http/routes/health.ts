/** Liveness, readiness, counters, and the description of this API. */
import { FanalError } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import type { Metrics } from '../metrics.ts'
import { describeApi } from '../openapi.ts'

export function registerHealthRoutes(app: FastifyInstance, services: Services, metrics: Metrics): void {
  app.get('/healthz', async () => ({ status: 'alive' }))

  app.get('/readyz', async () => {
    await services.store.checkWritable()
    if (services.config.contentDirs.length > 0 && services.knowledge.list().length === 0) {
      throw new FanalError('NOT_READY', { reason: 'no content has been loaded yet' })
    }
    return { status: 'ready' }
  })

  app.get('/metrics', async (_request, reply) => {
    const contactsWaiting = await services.store.contacts.countWaiting()
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.render({ contactsWaiting }))
  })

  app.get('/openapi.json', async () => describeApi())
}

/**
 * `POST /1/events`, as Algolia's Insights API: what people did with what they found. Events that name a search this server answered become
 * signals; every other good event is taken and says nothing.
 * Source: docs/search.md#events
 */
import { limits, paths } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'
import { acceptBatch } from '../../ingest/accept-batch.ts'
import { toSignals } from '../../ingest/event-signals.ts'
import { readEvents } from '../../ingest/read-events.ts'
import type { SearchMemory } from '../../ingest/search-memory.ts'
import type { KeptPageUse } from '../../reports/keep-page-use.ts'
import type { Services } from '../../services.ts'
import { acceptAnyJson, readJsonObject, requireProject } from '../algolia-request.ts'
import type { Metrics } from '../metrics.ts'

/** Registers the route; wants a scope of its own, for its body parser. */
export function registerEventRoutes(
  app: FastifyInstance,
  services: Services,
  metrics: Metrics,
  searches: SearchMemory,
  pageUse: Pick<KeptPageUse, 'add'>,
): void {
  acceptAnyJson(app)
  app.post(paths.events, async (request) => {
    const base = requireProject(services, request)
    const events = readEvents(readJsonObject(request))
    const sentAt = services.now()
    const signals = toSignals(events, base, searches, sentAt)
    for (let from = 0; from < signals.length; from += limits.maxBatchSignals) {
      const batch = signals.slice(from, from + limits.maxBatchSignals)
      metrics.countSignals(await acceptBatch(services, base, { sentAt, signals: batch }, pageUse.add))
    }
    return { status: 200, message: 'OK' }
  })
}

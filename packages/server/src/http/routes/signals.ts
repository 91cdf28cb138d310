/** `POST /v1/signals`: takes in batches from pages, as JSON or as a beacon's plain text. */
import { paths } from '@fanal/contract'
import { signalEnvelopeSchema } from '@fanal/contract/schema'
import type { FastifyInstance } from 'fastify'
import { acceptBatch } from '../../ingest/accept-batch.ts'
import type { KeptPageUse } from '../../reports/keep-page-use.ts'
import type { Services } from '../../services.ts'
import type { Metrics } from '../metrics.ts'
import { acceptPlainTextJson, parseBody } from '../parse-body.ts'
import { requirePublicKey } from '../require-key.ts'

export function registerSignalRoutes(
  app: FastifyInstance,
  services: Services,
  metrics: Metrics,
  pageUse: Pick<KeptPageUse, 'add'>,
): void {
  acceptPlainTextJson(app)
  app.post(paths.signals, async (request, reply) => {
    const base = requirePublicKey(services, request)
    const receipt = await acceptBatch(services, base, parseBody(signalEnvelopeSchema, request.body), pageUse.add)
    metrics.countSignals(receipt)
    return reply.code(202).send(receipt)
  })
}

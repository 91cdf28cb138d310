/** `GET /v1/device-index`: the whole help in a compact form, for search where the network is away. */
import { paths } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'
import { deviceIndexOf } from '../../knowledge/device-index.ts'
import type { Services } from '../../services.ts'
import { readQueryText } from '../read-query.ts'
import { requirePublicKey } from '../require-key.ts'
import { sendCacheable } from '../send-cacheable.ts'

/** Needed only without network: one that is an hour old will do, and one of yesterday is asked about, not fetched again. */
const cacheControl = 'max-age=3600'

export function registerDeviceIndexRoutes(app: FastifyInstance, services: Services): void {
  app.get(paths.deviceIndex, async (request, reply) => {
    const base = requirePublicKey(services, request)
    return sendCacheable(request, reply, deviceIndexOf(base, readQueryText(request, 'locale')), cacheControl)
  })
}

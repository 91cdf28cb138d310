/** `GET /v1/config`: what the widget has to know on every page. */
import { paths } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'
import { toWidgetConfig } from '../../knowledge/page-rules.ts'
import type { Services } from '../../services.ts'
import { readQueryText } from '../read-query.ts'
import { requirePublicKey } from '../require-key.ts'
import { sendCacheable } from '../send-cacheable.ts'

/** A changed setting reaches pages within a minute; a server that is away for ten is not noticed. */
const cacheControl = 'max-age=60, stale-while-revalidate=600'

export function registerConfigRoutes(app: FastifyInstance, services: Services): void {
  app.get(paths.config, async (request, reply) => {
    const base = requirePublicKey(services, request)
    return sendCacheable(request, reply, toWidgetConfig(base, readQueryText(request, 'locale')), cacheControl)
  })
}

/** `GET /v1/suggestions`: articles for where the visitor is. */
import { foldPath, limits, paths } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'
import { suggest } from '../../knowledge/suggest.ts'
import type { Services } from '../../services.ts'
import { readQueryInteger, readQueryList, readQueryText } from '../read-query.ts'
import { requirePublicKey } from '../require-key.ts'
import { sendCacheable } from '../send-cacheable.ts'

export function registerSuggestionRoutes(app: FastifyInstance, services: Services): void {
  app.get(paths.suggestions, async (request, reply) => {
    const base = requirePublicKey(services, request)
    const page = readQueryText(request, 'page')
    const locale = readQueryText(request, 'locale')
    const found = suggest(base.articles.values(), base.settings, {
      topics: readQueryList(request, 'topics'),
      errors: readQueryList(request, 'errors'),
      features: readQueryList(request, 'features'),
      limit: readQueryInteger(request, 'limit', 1, limits.maxSuggestions) ?? 3,
      ...(page === undefined ? {} : { page: foldPath(page) }),
      ...(locale === undefined ? {} : { locale }),
    })
    return sendCacheable(request, reply, found, 'no-cache')
  })
}

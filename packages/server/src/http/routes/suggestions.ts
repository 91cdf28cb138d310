/** `GET /v1/suggestions`: articles for where the visitor is; after them, where they are asked for, those that are read most. */
import { foldPath, limits, paths } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'
import { evidenceOn } from '../../knowledge/page-rules.ts'
import { suggest, toSuggestion } from '../../knowledge/suggest.ts'
import { keepMostRead } from '../../reports/keep-most-read.ts'
import type { KeptPageUse } from '../../reports/keep-page-use.ts'
import type { Services } from '../../services.ts'
import { readQueryInteger, readQueryList, readQueryText } from '../read-query.ts'
import { requirePublicKey } from '../require-key.ts'
import { sendCacheable } from '../send-cacheable.ts'

export function registerSuggestionRoutes(app: FastifyInstance, services: Services, pageUse: KeptPageUse): void {
  const mostRead = keepMostRead(services)

  app.get(paths.suggestions, async (request, reply) => {
    const base = requirePublicKey(services, request)
    const path = readQueryText(request, 'page')
    const page = path === undefined ? {} : { page: foldPath(path) }
    const title = readQueryText(request, 'title')
    const locale = readQueryText(request, 'locale')
    const { use } = await pageUse.of(base.project)
    const place = { ...page, ...(title === undefined ? {} : { title }) }
    const context = {
      topics: readQueryList(request, 'topics'),
      errors: readQueryList(request, 'errors'),
      features: readQueryList(request, 'features'),
      limit: readQueryInteger(request, 'limit', 1, limits.maxSuggestions) ?? 3,
      explain: readQueryText(request, 'explain') === 'true',
      ...page,
      ...(locale === undefined ? {} : { locale }),
    }
    const found = suggest(base.articles.values(), base.settings, context, evidenceOn(place, base.articles, use))
    const popular = readQueryInteger(request, 'popular', 1, limits.maxSuggestions)
    if (popular !== undefined) {
      const ids = await mostRead(base.project)
      const others = ids
        .flatMap((id) => base.articles.get(id) ?? [])
        .filter(({ id, ...article }) => {
          return (locale === undefined || article.locale === locale) && !found.some((one) => one.id === id)
        })
      found.push(...others.slice(0, popular).map((article) => toSuggestion(article, 'popular')))
    }
    return sendCacheable(request, reply, found, 'no-cache')
  })
}

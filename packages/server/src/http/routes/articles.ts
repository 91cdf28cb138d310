/** `GET /v1/articles/{id}`: one article as a tree. */
import { type Article, FanalError, paths } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'
import type { LoadedArticle } from '../../knowledge/knowledge.ts'
import type { Services } from '../../services.ts'
import { requirePublicKey } from '../require-key.ts'
import { sendCacheable } from '../send-cacheable.ts'

export function registerArticleRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { id: string } }>(paths.article, async (request, reply) => {
    const base = requirePublicKey(services, request)
    const { id } = request.params
    const article = base.articles.get(id)
    if (!article) throw new FanalError('ARTICLE_UNKNOWN', { id: id.slice(0, 200), project: base.project })
    return sendCacheable(request, reply, toPublic(article), 'no-cache')
  })
}

/** Owner, reviewer, test records and file names are the authors' own and stay here. */
function toPublic(article: LoadedArticle): Article {
  const { id, title, revision, locale, category, summary, body, toc, related, flow, updatedAt } = article
  return { id, title, revision, locale, category, summary, body, toc, related, flow, updatedAt }
}

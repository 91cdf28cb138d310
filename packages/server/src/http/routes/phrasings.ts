/** `GET /v1/articles/{id}/phrasings`, `DELETE|PUT …/{phrasing}`: what visitors' searches taught about an article; one removed or put back. */
import { type PhrasingChange, type PhrasingList, paths } from '@fanal/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { decideOnPhrasing, listPhrasings } from '../../learning/article-phrasings.ts'
import type { Services } from '../../services.ts'
import { requireSecretKeyOrSession } from '../require-key.ts'

interface OfArticle {
  Params: { id: string }
}

interface OfPhrasing {
  Params: { id: string; phrasing: string }
}

export function registerPhrasingRoutes(app: FastifyInstance, services: Services): void {
  app.get<OfArticle>(paths.phrasings, async (request, reply): Promise<PhrasingList> => {
    const { project } = await requireSecretKeyOrSession(services, request, 'viewer')
    const articleId = request.params.id
    const phrasings = await listPhrasings(services, project, articleId)
    reply.header('cache-control', 'no-store')
    return { articleId, phrasings, total: phrasings.length }
  })

  const decide = async (request: FastifyRequest<OfPhrasing>, removed: boolean): Promise<PhrasingChange> => {
    const { project, actor } = await requireSecretKeyOrSession(services, request, 'editor')
    const { id, phrasing } = request.params
    return { phrasing: await decideOnPhrasing(services, project, id, { id: phrasing, removed, by: actor.by }) }
  }
  app.delete<OfPhrasing>(paths.phrasing, (request) => decide(request, true))
  app.put<OfPhrasing>(paths.phrasing, (request) => decide(request, false))
}

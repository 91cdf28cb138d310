/** `POST /v1/author/links` makes a link that opens the recorder of flows; `POST /v1/author` tells the widget whether one holds. */
import { FanalError, paths } from '@fanal/contract'
import { authorLinkRequestSchema, authorPassRequestSchema } from '@fanal/contract/schema'
import type { FastifyInstance } from 'fastify'
import { type AuthorProject, checkAuthorPass, makeAuthorLink } from '../../people/author-link.ts'
import type { Services } from '../../services.ts'
import { parseBody } from '../parse-body.ts'
import { requirePublicKey, requireSecretKeyOrSession } from '../require-key.ts'

export function registerAuthorRoutes(app: FastifyInstance, services: Services): void {
  app.post(paths.authorLinks, async (request, reply) => {
    const { project } = await requireSecretKeyOrSession(services, request, 'editor')
    const wish = parseBody(authorLinkRequestSchema, request.body)
    return reply.code(201).send(await makeAuthorLink(await findProject(project), wish, services.now()))
  })

  app.post(paths.author, async (request, reply) => {
    const { project } = requirePublicKey(services, request)
    const { pass } = parseBody(authorPassRequestSchema, request.body)
    reply.header('cache-control', 'no-store')
    return checkAuthorPass(await findProject(project), pass, services.now())
  })

  async function findProject(id: string): Promise<AuthorProject> {
    const project = (await services.store.projects.list()).find((one) => one.id === id)
    if (!project) throw new FanalError('PROJECT_UNKNOWN', { project: id })
    return project
  }
}

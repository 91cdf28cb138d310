/** `POST /v1/tickets` and `POST /v1/releases`: what the host's own systems tell us, with the secret key. */
import { limits, paths } from '@fanal/contract'
import { releaseSchema, ticketListSchema } from '@fanal/contract/schema'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { parseBody } from '../parse-body.ts'
import { requireSecretKey } from '../require-key.ts'

export function registerTicketRoutes(app: FastifyInstance, services: Services): void {
  const options = { bodyLimit: limits.maxTrustedBodyBytes }

  app.post(paths.tickets, options, async (request) => {
    const { project } = await requireSecretKey(services, request)
    const tickets = parseBody(ticketListSchema, request.body)
    await services.store.tickets.upsert(project, tickets)
    return { accepted: tickets.length }
  })

  app.post(paths.releases, options, async (request, reply) => {
    const { project } = await requireSecretKey(services, request)
    const release = parseBody(releaseSchema, request.body)
    await services.store.releases.upsert(project, [release])
    return reply.code(201).send(release)
  })
}

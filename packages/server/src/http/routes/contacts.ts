/** `POST /v1/contacts`: takes in hand-offs written in the widget. */
import { paths } from '@fanal/contract'
import { contactRequestSchema } from '@fanal/contract/schema'
import type { FastifyInstance } from 'fastify'
import { acceptContact } from '../../contact/accept-contact.ts'
import type { Services } from '../../services.ts'
import { parseBody } from '../parse-body.ts'
import { requirePublicKey } from '../require-key.ts'

/** @param onContact called after a new contact is durable */
export function registerContactRoutes(app: FastifyInstance, services: Services, onContact: () => void): void {
  app.post(paths.contacts, async (request, reply) => {
    const base = requirePublicKey(services, request)
    const body = parseBody(contactRequestSchema, withHeaderKey(request.body, base.publicKey))
    const { receipt, created } = await acceptContact(services, base, body)
    if (created) onContact()
    return reply.code(201).send(receipt)
  })
}

/** The key may stand in `x-fanal-key` instead of the body; what is kept always names it. */
function withHeaderKey(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, key } : body
}

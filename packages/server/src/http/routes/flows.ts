/** `GET /v1/flows/{id}`: one guided flow. `GET /v1/checklist`: those a new visitor is to go through. */
import { type Checklist, FanalError, paths } from '@fanal/contract'
import type { FastifyInstance } from 'fastify'
import type { KnowledgeBase } from '../../knowledge/knowledge.ts'
import type { Services } from '../../services.ts'
import { requirePublicKey } from '../require-key.ts'
import { sendCacheable } from '../send-cacheable.ts'

export function registerFlowRoutes(app: FastifyInstance, services: Services): void {
  app.get<{ Params: { id: string } }>(paths.flow, async (request, reply) => {
    const base = requirePublicKey(services, request)
    const { id } = request.params
    const flow = base.flows.get(id)
    if (!flow) throw new FanalError('FLOW_UNKNOWN', { id: id.slice(0, 200), project: base.project })
    return sendCacheable(request, reply, flow, 'no-cache')
  })

  app.get(paths.checklist, async (request, reply) =>
    sendCacheable(request, reply, checklistOf(requirePublicKey(services, request)), 'no-cache'),
  )
}

function checklistOf({ settings: { checklist }, flows }: KnowledgeBase): Checklist {
  const listed = (checklist?.flows ?? []).flatMap((id) => flows.get(id) ?? [])
  return {
    title: checklist?.title ?? null,
    flows: listed.map(({ id, title, done: { milestone } }) => ({
      id,
      title,
      ...(milestone === undefined ? {} : { milestone }),
    })),
  }
}

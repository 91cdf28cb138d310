/** `GET /v1/backlog`, `GET|PATCH /v1/backlog/{id}`: what is missing, ranked; one item with its proof; a change by hand. */
import { type BacklogItem, backlogExits, backlogStates, FanalError, paths } from '@fanal/contract'
import { backlogPatchSchema } from '@fanal/contract/schema'
import type { FastifyInstance } from 'fastify'
import { changeItem } from '../../backlog/change-item.ts'
import { findCandidates, proveItem } from '../../backlog/prove-item.ts'
import { proveStep } from '../../backlog/prove-step.ts'
import { rankItems } from '../../backlog/rank-items.ts'
import { refreshBacklog } from '../../backlog/refresh-backlog.ts'
import type { Services } from '../../services.ts'
import { parseBody } from '../parse-body.ts'
import { readQueryList } from '../read-query.ts'
import { requireSecretKeyOrSession } from '../require-key.ts'

const states: readonly string[] = [...backlogStates, ...backlogExits]

export function registerBacklogRoutes(app: FastifyInstance, services: Services): void {
  app.get(paths.backlog, async (request, reply) => {
    const { project } = await requireSecretKeyOrSession(services, request, 'viewer')
    const wanted = readQueryList(request, 'state')
    const unknown = wanted.find((state) => !states.includes(state))
    if (unknown !== undefined) {
      const reason = `"${unknown.slice(0, 60)}" is not a state; there are ${states.join(', ')}`
      throw new FanalError('QUERY_INVALID', { parameter: 'state', reason })
    }
    await refreshBacklog(services, project)
    const items = rankItems(await services.store.backlog.list(project)).filter(
      ({ state }) => wanted.length === 0 || wanted.includes(state),
    )
    reply.header('cache-control', 'no-store')
    return { items: items.map(toAnswer), total: items.length }
  })

  app.get<{ Params: { id: string } }>(paths.backlogItem, async (request, reply) => {
    const { project } = await requireSecretKeyOrSession(services, request, 'viewer')
    await refreshBacklog(services, project)
    const item = await services.store.backlog.get(project, request.params.id)
    if (!item) throw new FanalError('BACKLOG_ITEM_UNKNOWN', { id: request.params.id.slice(0, 80) })
    const base = services.knowledge.get(project)
    reply.header('cache-control', 'no-store')
    return {
      ...toAnswer(item),
      proof: base ? proveItem(base, item) : [],
      candidates: base ? findCandidates(base, item) : [],
      ...(item.step ? { stepProof: proveStep(base, item.step, services.now()) } : {}),
    }
  })

  app.patch<{ Params: { id: string } }>(paths.backlogItem, async (request) => {
    const { project, actor } = await requireSecretKeyOrSession(services, request, 'editor')
    const patch = parseBody(backlogPatchSchema, request.body)
    return toAnswer(await changeItem(services, project, request.params.id, patch, actor.by))
  })
}

/** Fingerprints stay here: with them a guess at words too few accounts typed could be tested. */
function toAnswer({ fingerprints: _kept, ...item }: BacklogItem): BacklogItem {
  return item
}

/** The backlog over HTTP: the ranked list, one item with its proof, and changes shown at once and taken back when refused. */
import {
  type BacklogItem,
  type BacklogPatch,
  type BacklogProof,
  type BacklogState,
  paths,
  pathTo,
  type StepProof,
} from '@fanal/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/preact-query'
import { request } from './request.ts'

export interface BacklogList {
  items: BacklogItem[]
  total: number
}

/** An article the item's queries find in the top 3 today; `rank` from 1. */
export interface BacklogCandidate {
  id: string
  title: string
  rank: number
}

/** An item with what its queries find now. */
export interface BacklogDetail extends BacklogItem {
  /** each stored query replayed now; empty without queries or a linked article */
  proof: BacklogProof[]
  candidates: BacklogCandidate[]
  /** for the item of a step */
  stepProof?: StepProof
}

export function backlogQuery(project: string) {
  return queryOptions({
    queryKey: ['backlog', project],
    queryFn: ({ signal }) => request<BacklogList>(paths.backlog, { query: { project }, signal }),
  })
}

export function backlogItemQuery(project: string, id: string) {
  return queryOptions({
    queryKey: ['backlog-item', project, id],
    queryFn: ({ signal }) => request<BacklogDetail>(pathTo(paths.backlogItem, { id }), { query: { project }, signal }),
  })
}

const provenStates: ReadonlySet<BacklogState> = new Set(['published', 'measured', 'synonym', 'improved'])

export type BacklogChange = { state: BacklogState; reason?: string } | { articleId: string | null }

/**
 * Changes one item. The new state shows at once and goes back if the server refuses; a state that claims "visitors find the
 * answer now" waits, for the server must first replay the item's queries.
 */
export function useBacklogChange(item: BacklogItem, csrfToken: string) {
  const client = useQueryClient()
  const { queryKey } = backlogItemQuery(item.project, item.id)
  return useMutation({
    mutationFn: (change: BacklogChange) =>
      request<BacklogItem>(pathTo(paths.backlogItem, { id: item.id }), {
        method: 'PATCH',
        query: { project: item.project },
        body: { ...change, version: item.version } satisfies BacklogPatch,
        csrfToken,
      }),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData<BacklogDetail>(queryKey)
      if (before && 'state' in change && !provenStates.has(change.state)) {
        client.setQueryData<BacklogDetail>(queryKey, { ...before, state: change.state })
      }
      return { before }
    },
    onError: (_error, _change, context) => {
      if (context?.before) client.setQueryData(queryKey, context.before)
    },
    onSuccess: async (changed) => {
      const before = client.getQueryData<BacklogDetail>(queryKey)
      if (before) client.setQueryData<BacklogDetail>(queryKey, { ...before, ...changed })
      // The proof depends on the linked article, the list on the state: both are asked for again.
      await Promise.all([
        client.invalidateQueries({ queryKey }),
        client.invalidateQueries({ queryKey: backlogQuery(item.project).queryKey }),
      ])
    },
  })
}

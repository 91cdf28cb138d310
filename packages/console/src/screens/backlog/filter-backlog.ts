/** Which items the backlog's filters keep, as read from the URL. Pure. */
import { type BacklogItem, type BacklogState, backlogExits, backlogStates } from '@fanal/contract'
import { oneOf, type Query } from '../../url/query.ts'
import { isOpen } from './transitions.ts'

export type StateFilter = 'open' | 'closed' | 'all' | BacklogState
export type KindFilter = 'all' | 'missing' | 'failing'

export interface BacklogFilter {
  state: StateFilter
  kind: KindFilter
}

/** `state` and `kind` of the URL; items to work on, of both kinds, when nothing else is asked for. */
export function readFilter(query: Query): BacklogFilter {
  return {
    state: oneOf<StateFilter>(query.state, ['open', 'closed', 'all', ...backlogStates, ...backlogExits]),
    kind: oneOf<KindFilter>(query.kind, ['all', 'missing', 'failing']),
  }
}

/** @returns the items kept, highest score first, then by title, so that equal scores never swap places */
export function filterBacklog(items: readonly BacklogItem[], filter: BacklogFilter): BacklogItem[] {
  return items
    .filter(({ state, kind }) => keepsState(filter.state, state) && (filter.kind === 'all' || filter.kind === kind))
    .sort((a, b) => b.score - a.score || a.title.localeCompare(b.title) || a.id.localeCompare(b.id))
}

function keepsState(filter: StateFilter, state: BacklogState): boolean {
  if (filter === 'all') return true
  if (filter === 'open') return isOpen(state)
  return filter === 'closed' ? !isOpen(state) : filter === state
}

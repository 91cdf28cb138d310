/** Addresses of the console's screens, and which query parts travel with a person from one to another. Pure. */
import { periodParts } from './period.ts'
import { pick, type Query, toUrl } from './query.ts'

export const screens = {
  deflection: '/console/deflection',
  backlog: '/console/backlog',
  backlogItem: '/console/backlog/:id',
  searches: '/console/searches',
  articles: '/console/articles',
  flows: '/console/flows',
} as const

/** A menu entry keeps the project and the period, and drops what belongs to one screen (filters, sort, window). */
export function menuAddress(path: string, query: Query): string {
  return toUrl(path, pick(query, ['project', ...periodParts]))
}

/** The item keeps the list's filters, so that the way back leads to the same list. */
export function itemAddress(id: string, query: Query): string {
  return toUrl(`${screens.backlog}/${encodeURIComponent(id)}`, query)
}

/** The order of the backlog: highest score first, then what was seen last, then by id. */
import type { BacklogItem } from '@fanal/contract'

export function rankItems(items: readonly BacklogItem[]): BacklogItem[] {
  return items.toSorted(
    (a, b) => b.score - a.score || Date.parse(b.lastSeenAt) - Date.parse(a.lastSeenAt) || (a.id < b.id ? -1 : 1),
  )
}

/**
 * Remembers which flows a visitor was offered: once is enough. Where nothing may be stored, for the page view only.
 */
import type { Runtime } from '../../runtime.ts'

export interface SeenOffers {
  ids(): ReadonlySet<string>
  /** Offered: never again by itself. */
  add(id: string): void
  /** « Plus tard »: again at the next visit, not in this one. */
  snooze(id: string): void
}

export function openSeenOffers(runtime: Runtime): SeenOffers {
  const key = `fanal:${runtime.key}:offered`
  const inMemory = new Set<string>()
  const read = (pick: () => Storage): string[] => {
    try {
      const list: unknown = JSON.parse(pick().getItem(key) ?? '[]')
      return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : []
    } catch {
      return [] // blocked or not ours: what is in memory counts
    }
  }
  const write = (pick: () => Storage, ids: string[]) => {
    if (!runtime.mayStore()) return
    try {
      pick().setItem(key, JSON.stringify(ids))
    } catch {
      // blocked or full: memory has it
    }
  }
  const lasting = () => localStorage
  const passing = () => sessionStorage
  return {
    ids: () => new Set([...inMemory, ...read(lasting), ...read(passing)]),
    add(id) {
      inMemory.add(id)
      write(lasting, [...new Set([...read(lasting), id])])
    },
    snooze(id) {
      inMemory.add(id)
      write(
        lasting,
        read(lasting).filter((other) => other !== id),
      )
      write(passing, [...new Set([...read(passing), id])])
    },
  }
}

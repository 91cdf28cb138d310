/**
 * Remembers which flows a visitor was offered: once is enough. Where nothing may be stored, for the page view only.
 */
import type { Runtime } from '../../runtime.ts'
import { type Keeping, readStored, writeStored } from './stored-value.ts'

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
  const read = (where: Keeping): string[] => {
    const list = readStored(where, key)
    return Array.isArray(list) ? list : []
  }
  const change = (where: Keeping, id: string, isIn: boolean) => {
    inMemory.add(id)
    const others = read(where).filter((other) => other !== id)
    if (runtime.mayStore()) writeStored(where, key, isIn ? [...others, id] : others)
  }
  return {
    ids: () => new Set([...inMemory, ...read('device'), ...read('tab')]),
    add: (id) => change('device', id, true),
    snooze(id) {
      change('device', id, false)
      change('tab', id, true)
    },
  }
}

/**
 * Remembers what a visitor was offered. On the device where visitors are known, in the tab where they are anonymous; where nothing may be
 * stored, for the page view only. « Ne plus proposer » is kept on the device in any case: it was asked for.
 */
import type { Runtime } from '../../runtime.ts'
import { type Keeping, readStored, writeStored } from '../../ui/stored-value.ts'
import type { OfferRecord } from './flow-to-offer.ts'

export interface OfferLedger {
  records(): OfferRecord[]
  /** milliseconds since the epoch; what was offered since counts for this session */
  sessionStart(): number
  /** The offer is on screen. */
  shown(id: string): void
  accepted(id: string): void
  /** @param until milliseconds since the epoch */
  putOff(id: string, until: number): void
  refused(id: string): void
  forget(): void
}

/** A tab that is left open for days is not one session. */
const maxSessionMs = 12 * 3_600_000
/** The oldest go first: who was offered so many others since is as good as new. */
const maxRecords = 100

/** @param now milliseconds since the epoch */
export function openOfferLedger(runtime: Runtime, now: () => number): OfferLedger {
  const key = `fanal:${runtime.key}:offered`
  const sessionKey = `${key}:since`
  let inMemory: OfferRecord[] = []
  let firstOffer = 0

  /** Newest first, one for each flow. */
  function records(): OfferRecord[] {
    const all = runtime.mayStore() ? [...stored('tab'), ...stored('device'), ...inMemory] : inMemory
    return all.filter(({ id }, place) => all.findIndex((other) => other.id === id) === place)
  }

  function stored(where: Keeping): OfferRecord[] {
    const list = readStored(where, key)
    return Array.isArray(list) ? list.filter(isRecord) : []
  }

  function write(record: OfferRecord, lasting = false): void {
    const put = (list: OfferRecord[]) => [record, ...list.filter(({ id }) => id !== record.id)].slice(0, maxRecords)
    inMemory = put(inMemory)
    if (!runtime.mayStore()) return
    const inTab = runtime.config?.privacy.mode === 'anonymous' && !lasting
    writeStored('tab', key, inTab ? put(stored('tab')) : undefined)
    if (!inTab) writeStored('device', key, put(stored('device')))
  }

  const shownAt = (id: string): number[] => records().find((record) => record.id === id)?.at ?? []

  function sessionStart(): number {
    const since = (runtime.mayStore() && Number(readStored('tab', sessionKey))) || firstOffer
    return since && now() - since < maxSessionMs ? since - 1 : now()
  }

  return {
    records,
    sessionStart,
    shown(id) {
      const at = now()
      if (sessionStart() === at) {
        firstOffer = at
        if (runtime.mayStore()) writeStored('tab', sessionKey, at)
      }
      write({ id, at: [...shownAt(id), at] })
    },
    accepted: (id) => write({ id, at: shownAt(id), accepted: true }),
    putOff: (id, until) => write({ id, at: shownAt(id), until }),
    refused: (id) => write({ id, at: shownAt(id) }, true),
    forget() {
      inMemory = []
      firstOffer = 0
    },
  }
}

/** Another version of the widget may have written something else. */
function isRecord(value: unknown): value is OfferRecord {
  const { id, at } = (value ?? {}) as Partial<OfferRecord>
  return typeof id === 'string' && Array.isArray(at)
}

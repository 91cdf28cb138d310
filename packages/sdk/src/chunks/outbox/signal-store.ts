/**
 * Where signals wait: IndexedDB, so that they survive a reload; memory where that fails (sandboxed frames, full or blocked
 * storage) or where nothing may be stored. One entry per signal, named by its id: tabs never overwrite one another.
 */
import type { SignalName, SignalOf } from '@fanal/contract'
import { clear, createStore, delMany, get, set, type UseStore, update, values } from 'idb-keyval'

export type AnySignal = SignalOf<SignalName>

export interface SignalStore {
  add(signal: AnySignal): Promise<void>
  /** What waits here and from other tabs and page views, oldest first. */
  list(): Promise<AnySignal[]>
  remove(ids: string[]): Promise<void>
  /** Signals of this tab that wait, without asking the disk: for the last moments of a page. */
  own(): AnySignal[]
  /** Counts one signal that had no room. */
  countDrop(): Promise<void>
  /** How many had no room since this was last asked. */
  takeDrops(): Promise<number>
  clear(): Promise<void>
  /** Lets go of the disk once what is being written there is written. */
  close(): Promise<void>
}

/** Not a UUID, so no signal has this name. */
const dropsEntry = 'drops'

const toCount = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** @param mayStore asked at every write: consent can change */
export function openSignalStore(name: string, mayStore: () => boolean): SignalStore {
  const own = new Map<string, AnySignal>()
  let dropsHere = 0
  let disk: UseStore | null | undefined

  /** Runs on the disk where there is one; the first failure closes it for this page view. */
  async function onDisk<T>(run: (store: UseStore) => Promise<T>, otherwise: T): Promise<T> {
    if (disk === null || !mayStore()) return otherwise
    try {
      disk ??= createStore(name, 'signals')
      return await run(disk)
    } catch {
      disk = null
      return otherwise
    }
  }

  return {
    async add(signal) {
      own.set(signal.id, signal)
      await onDisk((store) => set(signal.id, signal, store), undefined)
    },
    async list() {
      const kept = await onDisk((store) => values<unknown>(store), [])
      const all = new Map(own)
      for (const value of kept) if (isSignal(value)) all.set(value.id, value)
      return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    async remove(ids) {
      for (const id of ids) own.delete(id)
      await onDisk((store) => delMany(ids, store), undefined)
    },
    own: () => [...own.values()],
    async countDrop() {
      // In one transaction: two tabs may count at once.
      if (
        await onDisk(
          (store) => update<unknown>(dropsEntry, (count) => toCount(count) + 1, store).then(() => true),
          false,
        )
      )
        return
      dropsHere++
    },
    async takeDrops() {
      let taken = dropsHere
      dropsHere = 0
      await onDisk(async (store) => {
        if (!toCount(await get<unknown>(dropsEntry, store))) return
        let kept = 0
        await update<unknown>(
          dropsEntry,
          (count) => {
            kept = toCount(count)
            return 0
          },
          store,
        )
        taken += kept
      }, undefined)
      return taken
    },
    async clear() {
      own.clear()
      dropsHere = 0
      // Asked for when consent is gone, so without asking whether storing is allowed.
      try {
        if (disk !== null) await clear(disk ?? createStore(name, 'signals'))
      } catch {
        // Nothing could be kept, so nothing is there.
      }
    },
    async close() {
      const last = disk
      disk = null
      // An open connection stays with the page, with its listeners, and keeps the host from deleting the database.
      await last?.('readonly', (store) => store.transaction.db.close()).catch(() => {
        // It could not be opened, so there is nothing to close.
      })
    },
  }
}

/** Another script of the page can write there too: only the right shape is sent. */
function isSignal(value: unknown): value is AnySignal {
  if (typeof value !== 'object' || value === null) return false
  const { id, name, at, sessionId, page, props } = value as Partial<AnySignal>
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof at === 'number' &&
    typeof sessionId === 'string' &&
    typeof page?.key === 'string' &&
    typeof props === 'object'
  )
}

/**
 * Where the ledger and the kept texts stand: one IndexedDB object store, changed in single transactions, so that two tabs never
 * come between one another; in memory where that fails (private mode, sandboxed frames, full storage) or where nothing may be stored.
 */
import { createStore, get, getMany, promisifyRequest, type UseStore } from 'idb-keyval'
import { emptyLedger, isLedger, type Ledger } from './ledger.ts'

/** Texts by path; changed together with the ledger. */
export interface Texts {
  put(path: string, text: string): void
  drop(path: string): void
}

export interface DeviceStore {
  read(): Promise<Ledger>
  /** @param edit changes the ledger it is given, at once; what it throws undoes the change */
  change(edit: (ledger: Ledger, texts: Texts) => void): Promise<void>
  /** In the order of the paths; undefined where there is none. */
  texts(paths: string[]): Promise<(string | undefined)[]>
  clear(): Promise<void>
  /** Lets go of the disk once what is being written there is written; from then on nothing is kept. */
  close(): Promise<void>
}

/** No path: those begin with a slash. */
const ledgerEntry = 'ledger'

/**
 * @param mayStore asked each time: consent can change
 * @param onFirst something is about to be kept on the device
 */
export function openDeviceStore(name: string, mayStore: () => boolean, onFirst: () => void): DeviceStore {
  let ledger = emptyLedger()
  const memory = new Map<string, string>()
  let disk: UseStore | null | undefined

  /** what is on its way to the disk */
  let changing: Promise<unknown> = Promise.resolve()

  /** A page that goes away leaves no time to wait for one another; who looks is told what became of the changes. */
  async function changed<T>(change: Promise<T>): Promise<T> {
    changing = Promise.allSettled([changing, change])
    return change
  }

  /** Runs on the disk where there is one; the first failure closes it for this page view. */
  async function onDisk<T>(run: (store: UseStore) => Promise<T>): Promise<{ value: T } | undefined> {
    if (disk === null || !mayStore()) return undefined
    try {
      disk ??= createStore(name, 'kept')
      return { value: await run(disk) }
    } catch {
      disk = null
      return undefined
    }
  }

  function edited(edit: Parameters<DeviceStore['change']>[0]): (store: IDBObjectStore) => Promise<void> {
    return async (store) => {
      let next = emptyLedger()
      const asked = store.get(ledgerEntry)
      asked.onsuccess = () => {
        // What is thrown here would reach the page.
        try {
          if (!isLedger(asked.result)) store.clear()
          else next = asked.result
          edit(next, { put: (path, text) => store.put(text, path), drop: (path) => store.delete(path) })
          store.put(next, ledgerEntry)
        } catch {
          store.transaction.abort()
        }
      }
      await promisifyRequest(store.transaction)
      ledger = next
    }
  }

  async function change(edit: Parameters<DeviceStore['change']>[0]): Promise<void> {
    const done = await onDisk((store) => {
      onFirst()
      return store('readwrite', edited(edit))
    })
    if (!done) edit(ledger, { put: (path, text) => memory.set(path, text), drop: (path) => memory.delete(path) })
  }

  async function clear(): Promise<void> {
    ledger = emptyLedger()
    memory.clear()
    // Asked for when consent is gone, so without asking whether storing is allowed.
    try {
      if (disk !== null)
        await (disk ?? createStore(name, 'kept'))('readwrite', (store) => promisifyRequest(store.clear()))
    } catch {
      // Nothing could be kept, so nothing is there.
    }
  }

  return {
    async read() {
      await changing
      const found = await onDisk((store) => get<unknown>(ledgerEntry, store))
      if (found) ledger = isLedger(found.value) ? found.value : emptyLedger()
      return ledger
    },
    change: (edit) => changed(change(edit)),
    async texts(paths) {
      await changing
      const found = await onDisk((store) => getMany<unknown>(paths, store))
      return paths.map((path, index) => {
        const text = found ? found.value[index] : memory.get(path)
        return typeof text === 'string' ? text : undefined
      })
    },
    clear: () => changed(clear()),
    async close() {
      await changing
      const open = disk
      disk = null
      // An open connection stays with the page, with its listeners, and keeps the host from deleting the database.
      await open?.('readonly', (store) => store.transaction.db.close()).catch(() => {
        // It could not be opened, so there is nothing to close.
      })
    },
  }
}

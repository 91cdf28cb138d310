/** JSON kept on the device. Storage that is blocked, full or holds something else is as good as none. */

import { toJson } from './to-json.ts'

/** Read late: the mere mention of a blocked storage throws. */
const storages = { tab: () => sessionStorage, device: () => localStorage }
export type Keeping = keyof typeof storages

/** @returns null for nothing, for what is no JSON, and where storage is blocked */
export function readStored(where: Keeping, key: string): unknown {
  try {
    return JSON.parse(storages[where]().getItem(key) ?? 'null')
  } catch {
    return null // not ours, or out of reach: the caller starts afresh
  }
}

/** @param value undefined takes the entry away */
export function writeStored(where: Keeping, key: string, value: unknown): void {
  try {
    const storage = storages[where]()
    if (value === undefined) storage.removeItem(key)
    else storage.setItem(key, toJson(value))
  } catch {
    // blocked or full: memory has to do
  }
}

/**
 * The whole help on this device, for searching where the index is out of reach: fetched at rest, at most once an hour, kept beside the other
 * answers under the same 5 MB, and opened when it is first needed. Where it is not there (data is saved, the help is too large, nothing could
 * be stored yet) the articles kept are searched: search-kept.ts.
 * Source: docs/embed.md#offline
 */
import { paths } from '@fanal/contract'
import type { DeviceIndex } from '../../search-provider.ts'
import type { DeviceStore } from './device-store.ts'
import type { MemoryRuntime } from './open-memory.ts'

const freshMs = 3_600_000

export interface WholeHelp {
  /** Fetches it, and what reads it, where the kept one is older than an hour. */
  fetch(): Promise<void>
  /** null where this device does not have it */
  open(): Promise<DeviceIndex | null>
}

export function wholeHelp(runtime: MemoryRuntime, store: DeviceStore): WholeHelp {
  const { locale } = runtime
  const path = `${paths.deviceIndex}?locale=${locale}`
  let opened: { text: string; index: DeviceIndex } | undefined

  return {
    async fetch() {
      const { kept } = await store.read()
      if (!runtime.mayStore()) return
      try {
        // Kept as every answer is; the browser asks with the tag of the one it has.
        if (Date.now() - (kept[path]?.at ?? 0) > freshMs) await runtime.getJson(paths.deviceIndex, { locale })
        await runtime.load('device')
      } catch {
        // Out of reach, or too large a help for a device: tried again by the next page view.
      }
    },
    async open() {
      const [text] = await store.texts([path])
      if (!text) return null
      try {
        const { openDeviceIndex } = await runtime.load('device')
        if (opened?.text !== text) opened = { text, index: openDeviceIndex(text) }
        return opened.index
      } catch {
        // The chunk is out of reach, or another version kept what it cannot read.
        return null
      }
    },
  }
}

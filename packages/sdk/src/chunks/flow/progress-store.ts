/**
 * Keeps the progress of the running flow for the next page of this tab. Storage that is blocked, full or holds something else
 * is as good as none: the flow then lives in memory.
 */
import type { Runtime } from '../../runtime.ts'
import type { FlowProgress } from './engine/flow-state.ts'

/** Progress older than this is not taken up again, milliseconds: nobody remembers what it was about. */
const keptMs = 12 * 3_600_000

export interface ProgressStore {
  save(progress: FlowProgress): void
  /** What this tab left off with; `expired` when that is too long ago. */
  read(): { progress: FlowProgress; expired: boolean } | null
  clear(): void
  /** Nothing waits in this tab: stops loading with every page, unless another tab was at a flow not long ago. */
  forgetOthers(): void
}

/** @param now milliseconds since the epoch */
export function openProgressStore(runtime: Runtime, now: () => number): ProgressStore {
  const key = `fanal:${runtime.key}:flow`
  const attempt = <T>(use: (tab: Storage, device: Storage) => T): T | null => {
    try {
      return use(sessionStorage, localStorage)
    } catch {
      return null // sandboxed or full: memory has to do
    }
  }
  const clear = () => {
    attempt((tab, device) => {
      tab.removeItem(key)
      device.removeItem(key)
    })
    runtime.resumeLater('flow', false)
  }
  return {
    save(progress) {
      if (!runtime.mayStore()) return clear()
      attempt((tab, device) => {
        tab.setItem(key, JSON.stringify({ ...progress, savedAt: now() }))
        device.setItem(key, String(now()))
      })
      runtime.resumeLater('flow', true)
    },
    read() {
      const stored = attempt((tab) => JSON.parse(tab.getItem(key) ?? 'null') as unknown)
      if (!isStored(stored)) return null
      const { savedAt, ...progress } = stored
      return { progress, expired: now() - savedAt > keptMs }
    },
    clear,
    forgetOthers() {
      const lastAt = attempt((_, device) => Number(device.getItem(key)))
      if (now() - (lastAt ?? 0) > keptMs) clear()
    },
  }
}

/** Whether what was stored is ours and whole; an earlier version of the widget may have written something else. */
function isStored(value: unknown): value is FlowProgress & { savedAt: number } {
  const { flowId, stepId, path, answers, seen, failed, phase, savedAt } = (value ?? {}) as Record<string, unknown>
  return (
    typeof flowId === 'string' &&
    typeof stepId === 'string' &&
    typeof savedAt === 'number' &&
    [path, seen, failed].every((list) => Array.isArray(list) && list.every((id) => typeof id === 'string')) &&
    typeof answers === 'object' &&
    answers !== null &&
    ['acting', 'verifying', 'unverified', 'asking'].includes(phase as string)
  )
}

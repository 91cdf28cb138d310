/**
 * Keeps the progress of the running flow for the next page of this tab. Without storage the flow lives in memory.
 */
import type { Runtime } from '../../runtime.ts'
import type { FlowProgress } from './engine/flow-state.ts'
import { readStored, writeStored } from './stored-value.ts'

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
  const keep = (progress?: FlowProgress) => {
    writeStored('tab', key, progress && { progress, savedAt: now() })
    writeStored('device', key, progress && now())
    runtime.resumeLater('flow', progress !== undefined)
  }
  return {
    save: (progress) => keep(runtime.mayStore() ? progress : undefined),
    read() {
      const { progress, savedAt } = (readStored('tab', key) ?? {}) as { progress?: unknown; savedAt?: number }
      return isProgress(progress) ? { progress, expired: now() - (savedAt ?? 0) > keptMs } : null
    },
    clear: () => keep(),
    forgetOthers() {
      if (now() - Number(readStored('device', key)) > keptMs) keep()
    },
  }
}

/** Whether what was stored is ours and whole; another version of the widget may have written something else. */
function isProgress(value: unknown): value is FlowProgress {
  const { flowId, stepId, path, answers, seen, failed } = (value ?? {}) as Record<string, unknown>
  return (
    [flowId, stepId].every((id) => typeof id === 'string') &&
    [path, seen, failed].every(Array.isArray) &&
    typeof answers === 'object' &&
    answers !== null
  )
}

/**
 * Keeps the progress of the running flow for the next page of this tab, and on the device which flow that is, so that another tab's copy of it is known for
 * one and a flow nobody came back to is told. Without storage the flow lives in memory.
 */
import type { Runtime } from '../../runtime.ts'
import { readStored, writeStored } from '../../ui/stored-value.ts'
import type { FlowProgress } from './engine/flow-state.ts'

/** Progress older than this is not taken up again, milliseconds: nobody remembers what it was about. */
const keptMs = 12 * 3_600_000

/** Where a flow was left. */
type Left = Pick<FlowProgress, 'flowId' | 'stepId' | 'place'>

export interface ProgressStore {
  save(progress: FlowProgress): void
  /** What this tab left off with; null for nothing, and for a flow that has ended since in another tab. */
  read(): FlowProgress | null
  /** A flow, of whatever tab, that was left too long ago: told once, and forgotten. */
  takeExpired(): Left | null
  clear(): void
  /** Another tab drives now: what is kept on the device is that one's. */
  handOver(end: () => void): void
}

/** @param now milliseconds since the epoch */
export function openProgressStore(runtime: Runtime, now: () => number): ProgressStore {
  const key = `fanal:${runtime.key}:flow`
  let handsOver = false
  const keep = (progress?: FlowProgress) => {
    writeStored('tab', key, progress)
    if (handsOver) return
    const { flowId, stepId, place } = progress ?? {}
    writeStored('device', key, progress && { flowId, stepId, place, savedAt: now() })
    runtime.resumeLater('flow', progress !== undefined)
  }
  const kept = () => readStored('device', key) as (Left & { savedAt: number }) | null
  return {
    save: (progress) => keep(runtime.mayStore() ? progress : undefined),
    read() {
      const progress = readStored('tab', key)
      return isProgress(progress) && progress.flowId === kept()?.flowId ? progress : null
    },
    takeExpired() {
      const left = kept()
      if (left && now() - left.savedAt < keptMs) return null
      keep()
      return left?.flowId && left.stepId ? left : null
    },
    clear: () => keep(),
    handOver(end) {
      handsOver = true
      end()
      handsOver = false
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

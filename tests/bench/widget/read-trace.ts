/**
 * Turns a trace of the browser into milliseconds of one page's main thread. Thread time, not wall time: what another process takes from
 * the processor is not the page's doing. Pure.
 */
export interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** microseconds */
  ts: number
  dur?: number
  /** time of the thread, microseconds */
  tdur?: number
}

export interface MainThreadCost {
  /** compiling, evaluating and running scripts with their promises, and collecting their garbage */
  script: number
  /** parsing style sheets and finding which rules apply */
  style: number
  layout: number
  /** everything the thread did, painting and loading among it */
  all: number
  /** what tasks took over 50 ms each */
  blocking: number
}

type Part = 'script' | 'style' | 'layout'

const parts: Record<string, Part> = {
  EvaluateScript: 'script',
  FunctionCall: 'script',
  EventDispatch: 'script',
  TimerFire: 'script',
  FireAnimationFrame: 'script',
  RunMicrotasks: 'script',
  BlinkScheduler_PerformMicrotaskCheckpoint: 'script',
  'v8.compile': 'script',
  'v8.compileModule': 'script',
  'v8.evaluateModule': 'script',
  'v8.callFunction': 'script',
  'v8.run': 'script',
  'v8.streamingCompile.complete': 'script',
  MinorGC: 'script',
  MajorGC: 'script',
  'V8.GCScavenger': 'script',
  ParseAuthorStyleSheet: 'style',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
}

/** A task over this keeps the page from answering; web.dev/tbt. */
const longTaskMs = 50

/**
 * @param mark name of a `performance.mark` made in the page, which tells its thread from the others in the trace
 * @throws Error where the trace holds no such mark
 */
export function readTrace(events: readonly TraceEvent[], mark: string): MainThreadCost {
  const marked = events.find(({ name }) => name === mark)
  if (!marked) throw new Error(`The trace has no mark "${mark}": the page was not recorded.`)
  const own = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === marked.pid && tid === marked.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const cost: MainThreadCost = { script: 0, style: 0, layout: 0, all: 0, blocking: 0 }
  for (const { name, tdur = 0 } of own) {
    if (name !== 'RunTask') continue
    cost.all += tdur / 1000
    cost.blocking += Math.max(0, tdur / 1000 - longTaskMs)
  }
  /** events that are still going on, innermost last */
  const open: { end: number; part: Part }[] = []
  for (const { name, ts, dur = 0, tdur = 0 } of own) {
    const part = parts[name]
    if (!part) continue
    while (open.length && (open.at(-1)?.end ?? 0) <= ts) open.pop()
    const around = open.at(-1)
    cost[part] += tdur / 1000
    // What stands inside is counted as itself, not once more as what stands around it.
    if (around) cost[around.part] -= tdur / 1000
    open.push({ end: ts + dur, part })
  }
  return cost
}

/**
 * How long an engine takes to index and to answer, and what it keeps in memory.
 * Times are the thread's own on the processor, so that what else the machine is doing does not count.
 */
import type { BuiltEngine, Engine } from './engines.ts'
import type { BenchSet } from './knowledge-bases.ts'

export interface Speed {
  articles: number
  indexingMs: number
  /** of one query, in milliseconds */
  p50: number
  p95: number
  bytes: number
}

const warmUp = 30
/** A query is asked until it took this long in all, for the processor's clock is coarse. */
const enoughMs = 40
const mostRepeats = 50

export function measureSpeed(engine: Engine, set: BenchSet): Speed {
  const before = heapBytes()
  const startedAt = threadMs()
  const built = engine.build(set)
  const indexingMs = threadMs() - startedAt
  const bytes = built.bytes?.() ?? heapBytes() - before
  const times = timeQueries(built, set)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0
  return { articles: set.documents.length, indexingMs, p50: at(0.5), p95: at(0.95), bytes }
}

/** @returns sorted */
function timeQueries(built: BuiltEngine, { queries }: BenchSet): number[] {
  for (const { query } of queries.slice(0, warmUp)) built.search(query, 20)
  const times = queries.map(({ query }) => {
    const startedAt = threadMs()
    let repeats = 0
    do {
      built.search(query, 20)
      repeats++
    } while (repeats < mostRepeats && threadMs() - startedAt < enoughMs)
    return (threadMs() - startedAt) / repeats
  })
  return times.sort((a, b) => a - b)
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function heapBytes(): number {
  if (!globalThis.gc) throw new Error('Run with --expose-gc: what an index keeps cannot be measured otherwise.')
  // What one collection finalizes, the next frees.
  for (let time = 0; time < 3; time++) globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

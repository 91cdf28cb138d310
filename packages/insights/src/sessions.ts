/**
 * Groups signals into sessions: one visitor's signals (else one session id's) with no gap over the idle time.
 * Source: docs/metrics.md#units
 */
import { limits } from '@fanal/contract'
import { findEngagement } from './engagement.ts'
import { groupByVisitor, type InsightMode, type InsightSignal } from './history.ts'

export interface Session {
  visitor: string
  startAt: number
  endAt: number
  /** oldest first */
  signals: InsightSignal[]
  /** the acts among them, oldest first */
  acts: InsightSignal[]
  /** the acts that make it an engaged session; [] when the visitor asked for nothing */
  engagedActs: InsightSignal[]
}

/**
 * Groups a history into sessions.
 *
 * @param ordered as given by `orderSignals`
 * @param idleMs silence that ends a session, milliseconds, > 0; a gap of exactly idleMs stays inside
 * @returns sessions by visitor, each visitor's oldest first; no entry for no signals
 * @throws RangeError when idleMs <= 0
 */
export function groupSessions(
  ordered: readonly InsightSignal[],
  mode: InsightMode,
  idleMs: number = limits.sessionIdleMs,
): Map<string, Session[]> {
  if (idleMs <= 0) throw new RangeError(`idleMs is ${idleMs}; it must be over 0`)
  const sessions = new Map<string, Session[]>()
  for (const [visitor, signals] of groupByVisitor(ordered, mode)) {
    const { acts, engaged } = findEngagement(signals)
    const isAct = new Set(acts)
    sessions.set(
      visitor,
      splitByGap(signals, (gapMs) => gapMs > idleMs).map((part) => ({
        visitor,
        startAt: part.startAt,
        endAt: part.endAt,
        signals: part.signals,
        acts: part.signals.filter((signal) => isAct.has(signal)),
        engagedActs: part.signals.filter((signal) => engaged.has(signal)),
      })),
    )
  }
  return sessions
}

/** Cuts ordered signals wherever `ends` says that the silence between two neighbours, in milliseconds, is an end. */
export function splitByGap(
  ordered: readonly InsightSignal[],
  ends: (gapMs: number) => boolean,
): { startAt: number; endAt: number; signals: InsightSignal[] }[] {
  const parts: { startAt: number; endAt: number; signals: InsightSignal[] }[] = []
  for (const signal of ordered) {
    const last = parts.at(-1)
    if (last === undefined || ends(signal.at - last.endAt)) {
      parts.push({ startAt: signal.at, endAt: signal.at, signals: [signal] })
    } else {
      last.signals.push(signal)
      last.endAt = signal.at
    }
  }
  return parts
}

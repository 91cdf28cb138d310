/**
 * Which articles are read most: what a visitor who has not asked anything yet may be looking for.
 * Pure: no clock, no store.
 * Source: docs/metrics.md#articles
 */
import { compareText, type InsightSignal } from './history.ts'
import { isRead } from './outcomes.ts'

/**
 * @param signals any order; what a simulation made does not count
 * @returns article ids, those read in most sessions first, ties by id; one person reading something ten times in a session says it once
 */
export function mostRead(signals: readonly InsightSignal[]): string[] {
  const sessions = new Map<string, Set<string>>()
  for (const signal of signals) {
    if (!isRead(signal) || signal.simulated) continue
    const { articleId } = signal.props
    sessions.set(articleId, (sessions.get(articleId) ?? new Set()).add(signal.sessionId))
  }
  return [...sessions].sort(([a, inA], [b, inB]) => inB.size - inA.size || compareText(a, b)).map(([id]) => id)
}

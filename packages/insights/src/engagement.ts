/**
 * Decides which signals are the visitor using help. Opening the panel or being shown something is not: it only says that
 * help was there. A flow that started by itself counts once the visitor advanced in it.
 * Source: docs/metrics.md#units
 */
import type { FlowStartedBy, SignalName } from '@fanal/contract'
import { findFlowRuns } from './flows/flow-runs.ts'
import type { InsightSignal } from './history.ts'

/** Acts that follow an engaged one; alone they open no episode. Flow signals are judged by run, below. */
const followUps: ReadonlySet<SignalName> = new Set([
  'result_clicked',
  'article_read',
  'vote_cast',
  'contact_cancelled',
  'contact_sent',
])
const engagedNames: ReadonlySet<SignalName> = new Set(['search_committed', 'article_opened', 'contact_opened'])

/** Starts nobody asked for: the flow came up by itself, or the host's code opened it. */
const automaticStarts: ReadonlySet<FlowStartedBy> = new Set(['first_visit', 'api'])

export interface Engagement {
  /** what the visitor did with help, oldest first */
  acts: InsightSignal[]
  /** those of the acts that make a session engaged */
  engaged: ReadonlySet<InsightSignal>
}

/**
 * Picks the acts of one visitor.
 *
 * @param ordered one visitor's signals, as given by `groupByVisitor`
 */
export function findEngagement(ordered: readonly InsightSignal[]): Engagement {
  const engaged = new Set<InsightSignal>()
  const acts = new Set<InsightSignal>()
  for (const signal of ordered) {
    if (engagedNames.has(signal.name)) engaged.add(signal)
    if (engaged.has(signal) || followUps.has(signal.name)) acts.add(signal)
  }
  for (const run of findFlowRuns(ordered)) {
    if (run.start && automaticStarts.has(run.start.props.by) && !run.advanced) continue
    if (run.start) engaged.add(run.start)
    for (const signal of run.signals) acts.add(signal)
  }
  return { acts: ordered.filter((signal) => acts.has(signal)), engaged }
}

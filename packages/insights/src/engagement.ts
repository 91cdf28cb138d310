/**
 * Decides which signals are the visitor using help. Opening the panel or being shown something is not: it only says that
 * help was there. A flow that started by itself counts once the visitor advanced in it.
 * Source: docs/metrics.md#units
 */
import type { FlowStartedBy, SignalName } from '@fanal/contract'
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

interface FlowRun {
  start: InsightSignal | null
  automatic: boolean
  steps: Set<string>
  advanced: boolean
  signals: InsightSignal[]
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
    if (run.automatic && !run.advanced) continue
    if (run.start) engaged.add(run.start)
    for (const signal of run.signals) acts.add(signal)
  }
  return { acts: ordered.filter((signal) => acts.has(signal)), engaged }
}

/** One run per `flow_started`, up to its end or the next start of the same flow. */
function findFlowRuns(ordered: readonly InsightSignal[]): FlowRun[] {
  const runs: FlowRun[] = []
  const current = new Map<string, FlowRun>()
  for (const signal of ordered) {
    if (!isFlowSignal(signal)) continue
    const { flowId } = signal.props
    let run = current.get(flowId)
    if (signal.name === 'flow_started' || run === undefined) {
      const started = signal.name === 'flow_started'
      run = {
        start: started ? signal : null,
        automatic: started && automaticStarts.has(signal.props.by),
        steps: new Set(),
        advanced: false,
        signals: [],
      }
      runs.push(run)
      current.set(flowId, run)
    }
    run.signals.push(signal)
    if (signal.name === 'flow_step_seen') run.steps.add(signal.props.stepId)
    if (run.steps.size >= 2 || signal.name === 'checkpoint_answered' || signal.name === 'flow_completed') {
      run.advanced = true
    }
    if (signal.name === 'flow_completed' || signal.name === 'flow_exited') current.delete(flowId)
  }
  return runs
}

type FlowSignal = Extract<
  InsightSignal,
  {
    name:
      | 'flow_started'
      | 'flow_step_seen'
      | 'checkpoint_answered'
      | 'flow_step_failed'
      | 'flow_completed'
      | 'flow_exited'
  }
>

function isFlowSignal(signal: InsightSignal): signal is FlowSignal {
  return (
    signal.name === 'flow_started' ||
    signal.name === 'flow_step_seen' ||
    signal.name === 'checkpoint_answered' ||
    signal.name === 'flow_step_failed' ||
    signal.name === 'flow_completed' ||
    signal.name === 'flow_exited'
  )
}

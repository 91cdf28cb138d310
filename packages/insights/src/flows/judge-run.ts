/**
 * Decides what became of one run of a flow: how it ended, and what happened at each step.
 * Pure: no clock.
 * Source: docs/metrics.md#guided-flows
 */
import type { FlowExitReason, StepFailure } from '@fanal/contract'
import type { FlowRun, FlowSignal } from './flow-runs.ts'

/** A run of which nothing was heard for this long is over, milliseconds: the widget takes no older progress up again. */
const silentMs = 12 * 3_600_000

export type RunEnd = 'completed' | 'running' | FlowExitReason | 'silent'

/** What happened at one step in one run. */
export interface StepVisit {
  stepId: string
  /** milliseconds; null where it failed before it was shown */
  seenAt: number | null
  /** when the next step, or the end, came; null where none did */
  passedAt: number | null
  failures: ReadonlySet<StepFailure>
  /** the last one given */
  answer: string | null
}

export interface JudgedRun {
  run: FlowRun
  end: RunEnd
  /** the step it was left at; null for one that was completed or goes on, and for one left before its first step */
  leftAt: string | null
  /** from start to end of a completed run, milliseconds */
  durationMs: number | null
  visits: ReadonlyMap<string, StepVisit>
  failed: boolean
}

/** @param now milliseconds */
export function judgeRun(run: FlowRun, now: number): JudgedRun {
  const { start, signals } = run
  const last = signals.at(-1)
  const end = endOf(last, now)
  const over = end !== 'completed' && end !== 'running'
  const stepId = last && 'stepId' in last.props ? last.props.stepId : null
  const visits = visitsOf(signals)
  return {
    run,
    end,
    leftAt: over ? stepId : null,
    durationMs: end === 'completed' && start && last ? last.at - start.at : null,
    visits,
    failed: [...visits.values()].some(({ failures }) => failures.size > 0),
  }
}

function endOf(last: FlowSignal | undefined, now: number): RunEnd {
  if (!last || last.name === 'flow_completed') return 'completed'
  if (last.name === 'flow_exited') return last.props.reason
  return now - last.at > silentMs ? 'silent' : 'running'
}

function visitsOf(signals: readonly FlowSignal[]): Map<string, StepVisit> {
  const visits = new Map<string, StepVisit & { failures: Set<StepFailure> }>()
  const at = (stepId: string) => {
    const visit = visits.get(stepId) ?? { stepId, seenAt: null, passedAt: null, failures: new Set(), answer: null }
    visits.set(stepId, visit)
    return visit
  }
  for (const signal of signals) {
    if (signal.name === 'flow_step_seen' || signal.name === 'flow_completed') {
      // A step is told once a run: one that comes up again was gone back to, and tells of no way on.
      for (const visit of visits.values()) if (visit.seenAt !== null) visit.passedAt ??= signal.at
    }
    if (signal.name === 'flow_step_seen') at(signal.props.stepId).seenAt ??= signal.at
    if (signal.name === 'flow_step_failed') at(signal.props.stepId).failures.add(signal.props.reason)
    if (signal.name === 'checkpoint_answered') at(signal.props.stepId).answer = signal.props.answer
  }
  return visits
}

/**
 * Whether a start counts: a person asked for it, from an article, a link, a search, or by accepting an offer. What the host's code
 * started counts once the person has gone past the first step.
 */
export function counts({ start, advanced }: FlowRun): boolean {
  return start !== null && (start.props.by !== 'api' || advanced)
}

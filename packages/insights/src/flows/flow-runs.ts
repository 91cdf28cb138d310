/**
 * Decides which signals of a visitor are one run of a flow: from its start to its end, or to the next start of the same flow.
 * Pure: no clock.
 * Source: docs/metrics.md#guided-flows
 */
import type { InsightSignal } from '../history.ts'

export type FlowSignal = Extract<
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

export type ContactOpened = Extract<InsightSignal, { name: 'contact_opened' }>

export interface FlowRun {
  flowId: string
  /** null where it began before the history */
  start: Extract<InsightSignal, { name: 'flow_started' }> | null
  /** the start included, oldest first */
  signals: FlowSignal[]
  /** went past its first step: a second one was seen, a question answered, or the end reached */
  advanced: boolean
  /** each opening of the contact form out of it, with the step it came from; null: after the last */
  contacts: { signal: ContactOpened; stepId: string | null }[]
}

/** `from` of a contact form that was opened out of a flow */
const contactFromFlow = 'flow'

/** @param ordered one visitor's signals, as given by `groupByVisitor` */
export function findFlowRuns(ordered: readonly InsightSignal[]): FlowRun[] {
  const runs: FlowRun[] = []
  const current = new Map<string, FlowRun>()
  let latest: FlowRun | undefined
  for (const signal of ordered) {
    if (signal.name === 'contact_opened' && signal.props.from === contactFromFlow && latest)
      latest.contacts.push({ signal, stepId: currentStep(latest) })
    if (!isFlowSignal(signal)) continue
    const { flowId } = signal.props
    let run = current.get(flowId)
    if (signal.name === 'flow_started' || run === undefined) {
      const start = signal.name === 'flow_started' ? signal : null
      run = { flowId, start, signals: [], advanced: false, contacts: [] }
      runs.push(run)
      current.set(flowId, run)
    }
    run.advanced ||= goesOn(run, signal)
    run.signals.push(signal)
    latest = run
    if (signal.name === 'flow_completed' || signal.name === 'flow_exited') current.delete(flowId)
  }
  return runs
}

function goesOn({ signals }: FlowRun, signal: FlowSignal): boolean {
  if (signal.name === 'checkpoint_answered' || signal.name === 'flow_completed') return true
  if (signal.name !== 'flow_step_seen') return false
  return signals.some(({ name, props }) => name === 'flow_step_seen' && props.stepId !== signal.props.stepId)
}

/** The step that was shown last; null once the run is at its end, and before its first step. */
function currentStep({ signals }: FlowRun): string | null {
  const last = signals.at(-1)
  return last && 'stepId' in last.props && last.name !== 'flow_exited' ? last.props.stepId : null
}

export function isFlowSignal(signal: InsightSignal): signal is FlowSignal {
  return (
    signal.name === 'flow_started' ||
    signal.name === 'flow_step_seen' ||
    signal.name === 'checkpoint_answered' ||
    signal.name === 'flow_step_failed' ||
    signal.name === 'flow_completed' ||
    signal.name === 'flow_exited'
  )
}

/**
 * The steps of a funnel: of the runs in which each was shown, how many went on, failed, left, or asked for help there.
 * Pure.
 * Source: docs/metrics.md#guided-flows
 */
import type { FlowStepFunnel, StepFailure } from '@fanal/contract'
import { countTexts } from '../count-texts.ts'
import { compareText } from '../history.ts'
import type { JudgedRun, StepVisit } from './judge-run.ts'
import { medianOf } from './median.ts'

/** What the report needs of a flow's definition. */
export interface FlowOutline {
  title: string
  steps: readonly { id: string; title: string; verifies: boolean }[]
}

interface Passage {
  run: JudgedRun
  visit: StepVisit
}

/** In the order of the flow; steps it no longer has come last, by id. */
export function stepFunnels(runs: readonly JudgedRun[], outline: FlowOutline | undefined): FlowStepFunnel[] {
  const passages = Map.groupBy(
    runs.flatMap((run) => [...run.visits.values()].map((visit): Passage => ({ run, visit }))),
    ({ visit }) => visit.stepId,
  )
  const defined = outline?.steps.map(({ id }) => id) ?? []
  const gone = [...passages.keys()].filter((id) => !defined.includes(id))
  // Without a definition the order is the one people met them in.
  const others = outline ? gone.sort(compareText) : gone
  return [...defined, ...others].map((stepId) => {
    const step = outline?.steps.find(({ id }) => id === stepId)
    return funnelOf(stepId, passages.get(stepId) ?? [], runs, step)
  })
}

function funnelOf(
  stepId: string,
  passages: readonly Passage[],
  runs: readonly JudgedRun[],
  step: FlowOutline['steps'][number] | undefined,
): FlowStepFunnel {
  const seen = passages.filter(({ visit }) => visit.seenAt !== null)
  const passed = seen.filter(({ visit }) => visit.passedAt !== null)
  const leavers = runs.filter(({ leftAt }) => leftAt === stepId)
  const answers = seen.flatMap(({ visit }) => visit.answer ?? [])
  return {
    stepId,
    title: step?.title ?? null,
    seen: seen.length,
    passed: passed.length,
    verified: step?.verifies ? passed.filter(({ visit }) => !visit.failures.has('verify_failed')).length : null,
    answers: answers.length > 0 ? countTexts(answers) : null,
    failed: passages.filter(({ visit }) => visit.failures.size > 0).length,
    failures: failuresOf(stepId, passages),
    left: leavers.length,
    leftBy: countTexts(leavers.flatMap(({ end }) => (end === 'completed' || end === 'running' ? [] : end))),
    contacted: runs.filter(({ run }) => run.contacts.some((contact) => contact.stepId === stepId)).length,
    medianMs: medianOf(passed.map(({ visit }) => (visit.passedAt ?? 0) - (visit.seenAt ?? 0))),
  }
}

function failuresOf(stepId: string, passages: readonly Passage[]): FlowStepFunnel['failures'] {
  const counted = new Map<string, { reason: StepFailure; release: string | null; runs: number }>()
  for (const { run } of passages) {
    // A step fails at most once a run for each reason; the release is the one it failed under.
    for (const signal of run.run.signals) {
      if (signal.name !== 'flow_step_failed' || signal.props.stepId !== stepId) continue
      const { reason } = signal.props
      const release = signal.release ?? null
      const key = JSON.stringify([reason, release])
      const line = counted.get(key) ?? { reason, release, runs: 0 }
      counted.set(key, { ...line, runs: line.runs + 1 })
    }
  }
  return [...counted.values()].sort(
    (a, b) => b.runs - a.runs || compareText(a.reason, b.reason) || compareText(a.release ?? '', b.release ?? ''),
  )
}

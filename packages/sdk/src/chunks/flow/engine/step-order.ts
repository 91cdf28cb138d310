/**
 * Where a flow goes from a step, and how far along that is. Pure.
 */
import type { Flow, FlowAnswer, FlowStep } from '@fanal/contract'

/** What `next` says to end the flow before its last written step. */
const endWord = 'done'

export function findStep(flow: Flow, id: string | null | undefined): FlowStep | undefined {
  return flow.steps.find((step) => step.id === id)
}

export function findAnswer(step: FlowStep | undefined, label: string | undefined): FlowAnswer | undefined {
  return step?.answers?.find((answer) => answer.label === label)
}

/**
 * The step after `step`: the answer's `next`, else the step's own, else the one written below.
 *
 * @returns null at the end; a `next` that names no step counts as not written, so that nobody is stuck
 */
export function nextStepId(flow: Flow, step: FlowStep, answer?: FlowAnswer): string | null {
  const wanted = answer?.next ?? step.next
  if (wanted && findStep(flow, wanted)) return wanted
  if (wanted === endWord) return null
  return flow.steps[flow.steps.indexOf(step) + 1]?.id ?? null
}

/**
 * « Étape 2 sur 5 »: steps walked up to this one, and those still ahead on the straight way (first answers).
 * A detour makes the total grow; coming back to a step gives it its first number again.
 */
export function stepPosition(
  flow: Flow,
  path: readonly string[],
  answers: Readonly<Record<string, string>>,
): { number: number; total: number } {
  const reached = new Set(path)
  const current = path.at(-1) ?? ''
  const number = [...reached].indexOf(current) + 1
  const crossed = new Set<string>()
  let step = findStep(flow, current)
  while (step && !crossed.has(step.id)) {
    const onward = onwardIds(flow, step, answers[step.id])
    const fresh = onward.find((id) => !reached.has(id))
    // a way that leads back to a question goes on from there by another answer
    if (fresh === undefined) crossed.add(step.id)
    else reached.add(fresh)
    step = findStep(flow, fresh ?? onward[0] ?? '')
  }
  return { number, total: reached.size }
}

/** Where a step can lead, the likeliest first: by the answer given, then by the others in their order. */
function onwardIds(flow: Flow, step: FlowStep, given: string | undefined): string[] {
  const leading = step.answers?.filter(({ next }) => next !== undefined) ?? []
  const answer = findAnswer(step, given)
  const ids = answer
    ? [answer, ...leading].map((choice) => nextStepId(flow, step, choice))
    : leading.length > 0
      ? leading.map((choice) => nextStepId(flow, step, choice))
      : [nextStepId(flow, step)]
  return ids.filter((id) => id !== null)
}

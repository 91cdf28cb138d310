/**
 * Whether a person can walk a flow from its first step to its end: ids used twice, ways that lead to no step, steps that nobody
 * reaches, circles without a way out, starts that could never happen. Pure; the rules are those the widget plays by.
 * Source: docs/content.md#flows
 */
import { didYouMean } from './nearest-name.ts'
import type { FlowFile, StepFile } from './read-flow.ts'

export interface WayFinding {
  /** path in the file */
  at: readonly PropertyKey[]
  /** `error`: the flow cannot be published */
  severity: 'error' | 'warning'
  message: string
}

type Say = (at: readonly PropertyKey[], message: string, severity?: WayFinding['severity']) => void

/** Where a way may lead instead of to a step: the flow ends there. */
const endWord = 'done'

export function checkFlowWays(flow: FlowFile): WayFinding[] {
  const findings: WayFinding[] = []
  const say: Say = (at, message, severity = 'error') => findings.push({ at, severity, message })
  const { start, steps } = flow
  if (start?.when === 'first-visit' && start.page === undefined && start.feature === undefined) {
    say(['start'], 'A first-visit start needs a page or a feature. Write where it begins, such as page: /parametres.')
  }
  for (const [place, step] of steps.entries()) checkStep(step, place, steps, say)
  if (!findings.some(({ severity }) => severity === 'error')) checkReach(steps, say)
  return findings
}

function checkStep(step: StepFile, place: number, steps: readonly StepFile[], say: Say): void {
  const at = ['steps', place]
  const ids = steps.map(({ id }) => id)
  const answers = step.answers ?? []
  const labels = answers.map(({ label }) => label)
  if (ids.indexOf(step.id) < place)
    say([...at, 'id'], `The step id "${step.id}" is used twice. Give each step its own.`)
  if (step.id === endWord) say([...at, 'id'], `No step can be called "${endWord}": next: ${endWord} ends the flow.`)
  const ways: [readonly PropertyKey[], string | undefined][] = [
    [[...at, 'next'], step.next],
    [[...at, 'remedy'], step.remedy],
    ...answers.map(({ next }, n): [PropertyKey[], string | undefined] => [[...at, 'answers', n, 'next'], next]),
  ]
  for (const [path, id] of ways) {
    if (id !== undefined && id !== endWord && !ids.includes(id))
      say(path, `There is no step "${id}" to go on to.${didYouMean(id, ids)}`)
  }
  for (const [n, label] of labels.entries()) {
    if (labels.indexOf(label) < n)
      say([...at, 'answers', n, 'label'], `The answer "${label}" is there twice. Give each its own words.`)
  }
  if (step.answers && step.checkpoint === undefined)
    say([...at, 'answers'], 'Answers need a question. Write it as checkpoint: …')
  if (step.remedy !== undefined && !step.verify)
    say([...at, 'remedy'], 'A remedy is offered when verify does not come true, and there is no verify.', 'warning')
  if (step.remedy === step.id) say([...at, 'remedy'], 'A step is no remedy for itself. Name another, or leave it out.')
  checkTarget(step, at, say)
}

function checkTarget({ target, advance }: StepFile, at: readonly PropertyKey[], say: Say): void {
  const on = advance?.on
  if (on !== undefined && /^(?:click|input|change|submit)$/.test(on) && !target)
    say([...at, 'advance'], `advance on ${on} needs a target. Name the element, or write on: next.`)
  if (target && !target.name && !target.text && !target.css && !target.fanal) {
    const given = Object.keys(target).join(' and ')
    say([...at, 'target'], `By its ${given} alone no element is ever found. Add its name, text, css or data-fanal-id.`)
  }
}

/** Steps that nobody gets to, and steps that nobody gets away from. */
function checkReach(steps: readonly StepFile[], say: Say): void {
  const onward = new Map(steps.map((step, place) => [step.id, waysOn(step, steps[place + 1]?.id)]))
  const reached = new Set<string>()
  const visit = (id: string) => {
    if (id === endWord || reached.has(id)) return
    reached.add(id)
    for (const next of onward.get(id) ?? []) visit(next)
  }
  visit(steps[0]?.id ?? endWord)
  const leaving = new Set([endWord])
  for (let before = 0; before < leaving.size; ) {
    before = leaving.size
    for (const [id, ways] of onward) if (ways.some((way) => leaving.has(way))) leaving.add(id)
  }
  for (const [place, { id }] of steps.entries()) {
    if (!reached.has(id))
      say(['steps', place, 'id'], `No step leads to "${id}". Name it as next of one, or take it out.`, 'warning')
  }
  const caught = steps.filter(({ id }) => reached.has(id) && !leaving.has(id))
  const [first] = caught
  if (!first) return
  const place = steps.indexOf(first)
  const at = ['steps', place, first.answers ? 'answers' : first.next === undefined ? 'id' : 'next']
  const names = caught.map(({ id }) => `"${id}"`).join(', ')
  const message =
    (onward.get(first.id) ?? []).length === 0
      ? `No answer of "${first.id}" goes on. Give one of them next: with a step, or next: ${endWord} to end there.`
      : `Nobody gets from ${names} to the end of the flow: they lead round in a circle. Let one of them lead on, or end with next: ${endWord}.`
  say(at, message, 'warning')
}

/** Ids a step can lead to, `done` for the end: by its answers, by itself where it does not only ask, by its remedy. */
function waysOn(step: StepFile, below: string | undefined): string[] {
  const straight = step.next ?? below ?? endWord
  const leading = (step.answers ?? []).filter(
    ({ next, article, contact }) => next !== undefined || (article === undefined && contact !== true),
  )
  return [
    ...leading.map(({ next }) => next ?? straight),
    ...(step.answers && !step.verify && !step.advance ? [] : [straight]),
    ...(step.remedy === undefined ? [] : [step.remedy]),
  ]
}

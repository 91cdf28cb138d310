/**
 * Decides what a guided flow does next: definition + state + event → state + effects.
 * Pure: no DOM, no clock, no storage, no network. Whoever drives it watches the page and tells it what happened.
 *
 * Rules: docs/contract.md#content-as-files (the format). A step is reported as seen and as failed at most once a run;
 * an assertion that was true before the person did anything does not carry them past the step, one that turns true does.
 */
import {
  type Flow,
  type FlowAnswer,
  type FlowExitReason,
  type FlowStartedBy,
  type FlowStep,
  matchesPage,
  type StepFailure,
} from '@fanal/contract'
import { type Draft, draftOf, enter, goOn, isUnderWay, markSeen, matchesStep, next, report, settle } from './draft.ts'
import type { FlowEffect, FlowEvent, FlowProgress, FlowState, Transition } from './flow-state.ts'
import { findAnswer, findStep } from './step-order.ts'

/**
 * @param stepId where to start; the first step when it is not given or names none
 * @throws RangeError for a flow without steps
 */
export function startFlow(
  flow: Flow,
  { by, page, stepId }: { by: FlowStartedBy; page: string; stepId?: string | undefined },
): Transition {
  const draft = draftOf(flow, {
    flowId: flow.id,
    version: flow.version,
    by,
    stepId: '',
    path: [],
    answers: {},
    seen: [],
    failed: [],
    phase: 'acting',
    place: 'hidden',
    led: false,
    contacted: false,
    milestoneReached: false,
    page,
    target: 'none',
    failure: null,
    holds: null,
    visit: 0,
  })
  report(draft, 'flow_started', { flowId: flow.id, version: flow.version, by })
  enter(draft, findStep(flow, stepId) ?? firstStep(flow))
  return settle(draft)
}

/**
 * Goes on from stored progress. Steps and answers that the definition no longer has are dropped; when the current step is
 * gone, the last one walked that still exists takes its place, and without any the flow starts from its first step.
 * Nothing is shown on a page that is not the step's, unless what was done on that page is still awaited, or should have opened another.
 *
 * @throws RangeError for a flow without steps
 */
export function resumeFlow(flow: Flow, stored: FlowProgress, page: string): Transition {
  const path = stored.path.filter((id) => findStep(flow, id))
  const step = findStep(flow, path.at(-1)) ?? firstStep(flow)
  const asking = stored.phase === 'asking'
  const phase = asking || step.id === stored.stepId ? stored.phase : 'acting'
  const answers = Object.entries(stored.answers).filter(([id, label]) => findAnswer(findStep(flow, id), label))
  const draft = draftOf(flow, {
    ...stored,
    version: flow.version,
    stepId: step.id,
    path: path.length > 0 ? path : [step.id],
    answers: Object.fromEntries(answers),
    phase,
    page,
    place:
      matchesStep(step, page) || phase === 'verifying' || asking
        ? 'here'
        : stored.led && !stored.seen.includes(step.id)
          ? 'elsewhere'
          : 'hidden',
    target: step.target ? 'searching' : 'none',
    failure: phase === 'unverified' ? 'verify_failed' : null,
    holds: null,
    visit: 1,
  })
  return settle(draft)
}

export function advanceFlow(flow: Flow, before: FlowState, event: FlowEvent): Transition {
  const draft = draftOf(flow, before)
  const { state } = draft
  const step = findStep(flow, state.stepId)
  if (state.phase === 'ended' || !step) return draft
  if (event.type === 'exit') exit(draft, event.reason)
  else if (event.type === 'contact') openContact(draft)
  else if (event.type === 'contact_sent') state.contacted = true
  else if (event.type === 'back') back(draft)
  else if (event.type === 'resume') state.place = state.place === 'hidden' ? 'elsewhere' : state.place
  else if (event.type === 'page') changePage(draft, step, event.page)
  else if (state.phase === 'asking') {
    if (event.type === 'solved') finish(draft, event.solved)
  } else if (event.type === 'target_found') {
    state.target = 'found'
    if (state.phase !== 'unverified') state.failure = null
  } else if (event.type === 'target_lost') loseTarget(draft, step, event)
  else if (event.type === 'page_awaited') missPage(draft)
  else if (event.type === 'acted') act(draft, step)
  else if (event.type === 'verify') verify(draft, event.holds)
  else if (event.type === 'verify_timed_out') failVerify(draft, event.reason)
  else if (event.type === 'continue') proceed(draft, step)
  else if (event.type === 'answer') answer(draft, step, event.label)
  else if (event.type === 'remedy') takeRemedy(draft, step)
  else if (event.type === 'read') readArticle(draft, step.article)
  else if (event.type === 'skip' && state.phase === 'unverified') goOn(draft)
  if (state.visit !== before.visit) state.led = hostEvents.has(event.type)
  return { state, effects: draft.effects }
}

/** What happens in the host, beside what is pressed on the card. */
const hostEvents = new Set<FlowEvent['type']>(['acted', 'verify', 'page'])

/** The state as a contact carries it along: where the person is in the flow, never what stands on the page. */
export function describeForContact(state: FlowState): Extract<FlowEffect, { type: 'open_contact' }>['flow'] {
  const { flowId, version, stepId, path, failure } = state
  const answers = Object.fromEntries(Object.entries(state.answers).filter(([id]) => path.includes(id)))
  return { id: flowId, version, stepId, path, answers, ...(failure ? { failure } : {}) }
}

/** An answer that only opens an article or the contact form: the flow waits where it is. */
export function staysOn(given: FlowAnswer): boolean {
  return given.next === undefined && (given.article !== undefined || given.contact === true)
}

function firstStep(flow: Flow): FlowStep {
  const [first] = flow.steps
  if (!first) throw new RangeError(`flow "${flow.id}" has no steps`)
  return first
}

function changePage(draft: Draft, step: FlowStep, page: string): void {
  const { state } = draft
  const before = state.page
  state.page = page
  if (page === before || state.phase === 'asking') return
  const asserted = step.verify?.page
  const arrived = asserted !== undefined && matchesPage(asserted, page) && !matchesPage(asserted, before)
  if (arrived) next(draft)
  else if (matchesStep(step, page)) {
    // the target is looked for anew: a step that failed on its page may be whole when the person comes back
    if (state.place !== 'here' || !matchesStep(step, before)) {
      state.place = 'here'
      state.target = step.target ? 'searching' : 'none'
      if (state.phase !== 'unverified') state.failure = null
      state.visit += 1
    }
  } else if (state.phase !== 'verifying' && state.seen.includes(step.id)) state.place = 'hidden'
  settle(draft)
}

/** What the person did was to open the step's page, and did not. */
function missPage(draft: Draft): void {
  if (draft.state.place === 'elsewhere') fail(draft, 'page', 'page_mismatch')
}

function loseTarget(
  draft: Draft,
  step: FlowStep,
  { reason, candidates }: Extract<FlowEvent, { type: 'target_lost' }>,
): void {
  const { state } = draft
  // once the action is done its target may well go; and on another page nobody expects it
  if (state.phase === 'verifying' || state.place !== 'here' || !matchesStep(step, state.page)) return
  state.target = 'fallback'
  fail(draft, 'target', reason, candidates)
}

function fail(draft: Draft, kind: 'target' | 'verify' | 'page', reason: StepFailure, candidates?: string[]): void {
  const { state } = draft
  const { flowId, stepId } = state
  const mark = `${stepId}:${kind}`
  state.failure = reason
  if (state.failed.includes(mark)) return
  state.failed = [...state.failed, mark]
  report(draft, 'flow_step_failed', { flowId, stepId, reason, ...(candidates?.length && { candidates }) })
}

function act(draft: Draft, step: FlowStep): void {
  const { state } = draft
  if (state.phase === 'verifying') return
  if (!step.verify || state.holds) next(draft)
  else {
    state.phase = 'verifying'
    state.failure = null
  }
  settle(draft)
}

function verify(draft: Draft, holds: boolean): void {
  const { state } = draft
  if (holds && (state.holds === false || state.phase !== 'acting')) goOn(draft)
  else state.holds = holds
}

function failVerify(draft: Draft, reason: StepFailure): void {
  if (draft.state.phase === 'unverified') return
  draft.state.phase = 'unverified'
  fail(draft, 'verify', reason)
}

/** « Continuer »: the person says the step is done. */
function proceed(draft: Draft, step: FlowStep): void {
  const { state } = draft
  const given = findAnswer(step, state.answers[step.id])
  if (state.place === 'elsewhere' || (given && !staysOn(given))) goOn(draft)
  else if (step.checkpoint === undefined || !step.answers?.length) act(draft, step)
}

function answer(draft: Draft, step: FlowStep, label: string): void {
  const { state } = draft
  const given = findAnswer(step, label)
  if (!given) return
  const { flowId, stepId } = state
  state.answers = { ...state.answers, [stepId]: label }
  report(draft, 'checkpoint_answered', { flowId, stepId, answer: label })
  readArticle(draft, given.article)
  if (given.contact) openContact(draft)
  if (!staysOn(given)) goOn(draft)
}

function readArticle({ effects }: Draft, articleId: string | undefined): void {
  if (articleId !== undefined) effects.push({ type: 'open_article', articleId })
}

function takeRemedy(draft: Draft, step: FlowStep): void {
  const remedy = findStep(draft.flow, step.remedy)
  if (!remedy) return
  enter(draft, remedy)
  settle(draft)
}

function back(draft: Draft): void {
  const { flow, state } = draft
  const path = isUnderWay(state) ? state.path.slice(0, -1) : state.path
  const previous = findStep(flow, path.at(-1))
  if (!previous) return
  state.path = path
  enter(draft, previous)
  markSeen(draft)
}

function openContact({ state, effects }: Draft): void {
  effects.push({ type: 'open_contact', flow: describeForContact(state) })
}

function finish(draft: Draft, solved: boolean): void {
  draft.state.phase = 'ended'
  report(draft, 'flow_completed', { flowId: draft.state.flowId, solved })
  if (!solved) openContact(draft)
}

function exit(draft: Draft, reason: FlowExitReason): void {
  const { flowId, stepId, phase, contacted } = draft.state
  draft.state.phase = 'ended'
  // every step was done: leaving the closing question unanswered is still a completed flow
  if (phase === 'asking') report(draft, 'flow_completed', { flowId })
  else report(draft, 'flow_exited', { flowId, stepId, reason: reason === 'quit' && contacted ? 'contact' : reason })
}

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
  type SignalName,
  type SignalProps,
  type StepFailure,
} from '@fanal/contract'
import type { FlowEffect, FlowEvent, FlowProgress, FlowState, Transition } from './flow-state.ts'
import { findAnswer, findStep, nextStepId } from './step-order.ts'

/** Longest path kept; the oldest steps of a walk in circles are forgotten. */
const maxPath = 100

/** One transition under way: a copy of the state that is ours alone until it is returned. */
interface Draft extends Transition {
  flow: Flow
}

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
    contacted: false,
    milestoneReached: false,
    page,
    place: 'hidden',
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
 * Nothing is shown on a page that is not the step's, unless what was done on that page is still awaited.
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
    place: matchesStep(step, page) || phase === 'verifying' || asking ? 'here' : 'hidden',
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
  else if (event.type === 'page') changePage(draft, step, event.page)
  else if (state.phase === 'asking') {
    if (event.type === 'solved') finish(draft, event.solved)
  } else if (event.type === 'target_found') {
    state.target = 'found'
    if (state.failure !== 'verify_failed') state.failure = null
  } else if (event.type === 'target_lost') loseTarget(draft, step, event.reason)
  else if (event.type === 'acted') act(draft, step)
  else if (event.type === 'verify') verify(draft, event.holds)
  else if (event.type === 'verify_timed_out') failVerify(draft)
  else if (event.type === 'continue') proceed(draft, step)
  else if (event.type === 'answer') answer(draft, step, event.label)
  else if (event.type === 'remedy') takeRemedy(draft, step)
  else if (event.type === 'skip' && state.phase === 'unverified') goOn(draft)
  return { state, effects: draft.effects }
}

/** The state as a contact carries it along: where the person is in the flow, never what stands on the page. */
export function describeForContact(state: FlowState): Extract<FlowEffect, { type: 'open_contact' }>['flow'] {
  const { flowId, version, stepId, path, failure } = state
  const answers = Object.fromEntries(Object.entries(state.answers).filter(([id]) => path.includes(id)))
  return { id: flowId, version, stepId, path, answers, ...(failure ? { failure } : {}) }
}

/** Whether `page` is where the step takes place; true for a step that names no page. */
export function matchesStep(step: FlowStep, page: string): boolean {
  return step.page === undefined || matchesPage(step.page, page)
}

/** An answer that only opens an article or the contact form: the flow waits where it is. */
export function staysOn(given: FlowAnswer): boolean {
  return given.next === undefined && (given.article !== undefined || given.contact === true)
}

function draftOf(flow: Flow, state: FlowState): Draft {
  return { flow, state: { ...state }, effects: [] }
}

function report<N extends SignalName>({ effects }: Draft, name: N, props: SignalProps[N]): void {
  effects.push({ type: 'report', name, props } as FlowEffect)
}

function firstStep(flow: Flow): FlowStep {
  const [first] = flow.steps
  if (!first) throw new RangeError(`flow "${flow.id}" has no steps`)
  return first
}

function enter({ state }: Draft, step: FlowStep): void {
  state.stepId = step.id
  if (state.path.at(-1) !== step.id) state.path = [...state.path, step.id].slice(-maxPath)
  state.phase = 'acting'
  state.place = matchesStep(step, state.page) ? 'here' : 'elsewhere'
  state.target = step.target ? 'searching' : 'none'
  state.failure = state.holds = null
  state.visit += 1
}

/** Passes over steps that the open page already fulfils, then reports the one that stays, once a run. */
function settle(draft: Draft): Transition {
  const { flow, state } = draft
  for (let tries = flow.steps.length; tries > 0 && isUnderWay(state); tries -= 1) {
    const step = findStep(flow, state.stepId)
    if (!step) break
    if (state.phase === 'acting' && step.verify && awaitedPage(step, state.page)) {
      state.phase = 'verifying'
      state.place = 'here'
    }
    if (!pageFulfils(step, state)) break
    next(draft)
  }
  markSeen(draft)
  return { state, effects: draft.effects }
}

function markSeen(draft: Draft): void {
  const { state } = draft
  const { flowId, stepId } = state
  if (state.place !== 'here' || state.seen.includes(stepId) || !isUnderWay(state)) return
  state.seen = [...state.seen, stepId]
  report(draft, 'flow_step_seen', { flowId, stepId })
}

function isUnderWay({ phase }: FlowState): boolean {
  return phase !== 'asking' && phase !== 'ended'
}

function pageFulfils(step: FlowStep, { page, phase }: FlowState): boolean {
  if (!step.verify) return awaitedPage(step, page)
  const asserted = step.verify.page
  return asserted !== undefined && matchesPage(asserted, page) && (phase !== 'acting' || !matchesStep(step, page))
}

/** Whether the page that `advance: page:GLOB` waits for is open. */
function awaitedPage(step: FlowStep, page: string): boolean {
  const on = step.advance?.on
  return on?.startsWith('page:') === true && matchesPage(on.slice('page:'.length), page)
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
      if (state.failure !== 'verify_failed') state.failure = null
      state.visit += 1
    }
  } else if (state.phase !== 'verifying' && state.seen.includes(step.id)) state.place = 'hidden'
  settle(draft)
}

function loseTarget(draft: Draft, step: FlowStep, reason: StepFailure): void {
  const { state } = draft
  // once the action is done its target may well go; and on another page nobody expects it
  if (state.phase === 'verifying' || state.place !== 'here' || !matchesStep(step, state.page)) return
  state.target = 'fallback'
  fail(draft, 'target', reason)
}

function fail(draft: Draft, kind: 'target' | 'verify', reason: StepFailure): void {
  const { state } = draft
  const { flowId, stepId } = state
  const mark = `${stepId}:${kind}`
  state.failure = reason
  if (state.failed.includes(mark)) return
  state.failed = [...state.failed, mark]
  report(draft, 'flow_step_failed', { flowId, stepId, reason })
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

function failVerify(draft: Draft): void {
  if (draft.state.phase === 'unverified') return
  draft.state.phase = 'unverified'
  fail(draft, 'verify', 'verify_failed')
}

/** « Continuer »: the person says the step is done. */
function proceed(draft: Draft, step: FlowStep): void {
  const { state } = draft
  const given = findAnswer(step, state.answers[step.id])
  if (state.place === 'elsewhere' || (given && !staysOn(given))) goOn(draft)
  else if (step.checkpoint === undefined || !step.answers?.length) act(draft, step)
}

function answer(draft: Draft, step: FlowStep, label: string): void {
  const { state, effects } = draft
  const given = findAnswer(step, label)
  if (!given) return
  const { flowId, stepId } = state
  state.answers = { ...state.answers, [stepId]: label }
  report(draft, 'checkpoint_answered', { flowId, stepId, answer: label })
  if (given.article !== undefined) effects.push({ type: 'open_article', articleId: given.article })
  if (given.contact) openContact(draft)
  if (!staysOn(given)) goOn(draft)
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

function goOn(draft: Draft): void {
  next(draft)
  settle(draft)
}

function next(draft: Draft): void {
  const { flow, state } = draft
  const step = findStep(flow, state.stepId)
  const following = step && findStep(flow, nextStepId(flow, step, findAnswer(step, state.answers[step.id])))
  if (following) enter(draft, following)
  else reachEnd(draft)
}

function reachEnd(draft: Draft): void {
  const { flow, state } = draft
  const { milestone, ask } = flow.done
  if (milestone && !state.milestoneReached) report(draft, 'milestone_reached', { name: milestone })
  state.milestoneReached = true
  if (ask === undefined) {
    state.phase = 'ended'
    report(draft, 'flow_completed', { flowId: state.flowId })
    return
  }
  state.phase = 'asking'
  state.place = 'here'
  state.target = 'none'
  state.failure = null
  state.visit += 1
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

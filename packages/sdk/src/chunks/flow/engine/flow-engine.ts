/**
 * Decides what a guided flow does next: definition + state + event → state + effects.
 * Pure: no DOM, no clock, no storage, no network. Whoever drives it watches the page and tells it what happened.
 *
 * Rules: docs/contract.md#content-as-files (the format). A step is reported as seen and as failed at most once a run;
 * an assertion that was true before the person did anything does not carry them past the step, one that turns true does.
 */
import { type Flow, type FlowStartedBy, type FlowStep, matchesPage, type StepFailure } from '@fanal/contract'
import type { FlowEffect, FlowEvent, FlowPlace, FlowProgress, FlowState, Transition } from './flow-state.ts'
import { findAnswer, findStep, nextStepId } from './step-order.ts'

/** Longest path kept; the oldest steps of a walk in circles are forgotten. */
const maxPath = 100

/** How a step was reached: going forward passes over what is already done, going back and a resume never do. */
type Entry = 'forward' | 'back'

/**
 * @param stepId where to start; the first step when it is not given or names none
 * @throws RangeError for a flow without steps
 */
export function startFlow(
  flow: Flow,
  { by, page, stepId }: { by: FlowStartedBy; page: string; stepId?: string | undefined },
): Transition {
  const first = findStep(flow, stepId ?? '') ?? flow.steps[0]
  if (!first) throw new RangeError(`flow "${flow.id}" has no steps`)
  const state: FlowState = {
    flowId: flow.id,
    version: flow.version,
    by,
    stepId: first.id,
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
  }
  const effects: FlowEffect[] = [
    { type: 'report', name: 'flow_started', props: { flowId: flow.id, version: flow.version, by } },
  ]
  return settle(flow, enter(flow, { state, effects }, first.id, 'forward'))
}

/**
 * Goes on from stored progress. Steps and answers that the definition no longer has are dropped; when the current step is
 * gone, the last one walked that still exists takes its place, and without any the flow starts from its first step.
 * Nothing is shown on a page that is not the step's.
 *
 * @throws RangeError for a flow without steps
 */
export function resumeFlow(flow: Flow, stored: FlowProgress, page: string): Transition {
  const path = stored.path.filter((id) => findStep(flow, id))
  const stepId = path.at(-1) ?? flow.steps[0]?.id
  const step = findStep(flow, stepId ?? '')
  if (!step) throw new RangeError(`flow "${flow.id}" has no steps`)
  const sameStep = step.id === stored.stepId
  const answers = Object.entries(stored.answers).filter(([id, label]) => {
    const answered = findStep(flow, id)
    return answered && findAnswer(answered, label)
  })
  const state: FlowState = {
    ...stored,
    version: flow.version,
    stepId: step.id,
    path: path.length > 0 ? path : [step.id],
    answers: Object.fromEntries(answers),
    phase: stored.phase === 'asking' || sameStep ? stored.phase : 'acting',
    page,
    // what the person did on the step's page may lead to another one: its outcome is awaited there
    place: matchesStep(step, page) || stored.phase === 'verifying' || stored.phase === 'asking' ? 'here' : 'hidden',
    target: step.target ? 'searching' : 'none',
    failure: sameStep && stored.phase === 'unverified' ? 'verify_failed' : null,
    holds: null,
    visit: 1,
  }
  return settle(flow, markSeen({ state, effects: [] }))
}

export function advanceFlow(flow: Flow, state: FlowState, event: FlowEvent): Transition {
  const unchanged: Transition = { state, effects: [] }
  const step = findStep(flow, state.stepId)
  if (state.phase === 'ended' || !step) return unchanged
  if (event.type === 'exit') return exit(state, event.reason)
  if (event.type === 'contact') return contact(unchanged)
  if (event.type === 'contact_sent') return { state: { ...state, contacted: true }, effects: [] }
  if (state.phase === 'asking') {
    if (event.type === 'solved') return finish(state, event.solved)
    return event.type === 'back' ? back(flow, state) : unchanged
  }
  switch (event.type) {
    case 'page':
      return changePage(flow, state, step, event.page)
    case 'target_found':
      return { state: { ...state, target: 'found', failure: onlyVerify(state.failure) }, effects: [] }
    case 'target_lost':
      return loseTarget(state, step, event.reason)
    case 'acted':
      return act(flow, state, step)
    case 'verify':
      return verify(flow, state, event.holds)
    case 'verify_timed_out':
      return failVerify(state)
    case 'continue':
      return proceed(flow, state, step)
    case 'skip':
      return state.phase === 'unverified' ? goOn(flow, unchanged) : unchanged
    case 'back':
      return back(flow, state)
    case 'answer':
      return answer(flow, state, step, event.label)
    case 'remedy':
      return takeRemedy(flow, state, step)
    case 'solved':
      return unchanged
  }
}

/** The state as a contact carries it along: where the person is in the flow, never what stands on the page. */
export function describeForContact(state: FlowState): Extract<FlowEffect, { type: 'open_contact' }>['flow'] {
  const walked = Object.entries(state.answers).filter(([id]) => state.path.includes(id))
  return {
    id: state.flowId,
    version: state.version,
    stepId: state.stepId,
    path: state.path,
    answers: Object.fromEntries(walked),
    ...(state.failure ? { failure: state.failure } : {}),
  }
}

export function toProgress(state: FlowState): FlowProgress {
  const { flowId, version, by, stepId, path, answers, seen, failed, phase, contacted, milestoneReached } = state
  return { flowId, version, by, stepId, path, answers, seen, failed, phase, contacted, milestoneReached }
}

/** Whether `page` is where the step takes place; true for a step that names no page. */
export function matchesStep(step: FlowStep, page: string): boolean {
  return step.page === undefined || matchesPage(step.page, page)
}

function onlyVerify(failure: StepFailure | null): StepFailure | null {
  return failure === 'verify_failed' ? failure : null
}

function enter(flow: Flow, { state, effects }: Transition, stepId: string, entry: Entry): Transition {
  const step = findStep(flow, stepId)
  if (!step) return { state, effects }
  const place: FlowPlace = matchesStep(step, state.page) ? 'here' : 'elsewhere'
  return {
    state: {
      ...state,
      stepId,
      path: entry === 'back' ? state.path : [...state.path, stepId].slice(-maxPath),
      phase: 'acting',
      place,
      target: step.target ? 'searching' : 'none',
      failure: null,
      holds: null,
      visit: state.visit + 1,
    },
    effects,
  }
}

/** Reports the step as seen once it is on screen, once a run. */
function markSeen({ state, effects }: Transition): Transition {
  const { flowId, stepId } = state
  if (state.place !== 'here' || state.seen.includes(stepId) || state.phase === 'asking' || state.phase === 'ended')
    return { state, effects }
  return {
    state: { ...state, seen: [...state.seen, stepId] },
    effects: [...effects, { type: 'report', name: 'flow_step_seen', props: { flowId, stepId } }],
  }
}

/** Passes over steps that the open page already fulfils, then reports the one that stays. */
function settle(flow: Flow, transition: Transition): Transition {
  let now = transition
  for (let tries = flow.steps.length; tries > 0; tries -= 1) {
    const step = findStep(flow, now.state.stepId)
    if (!step || now.state.phase === 'asking') break
    if (now.state.phase === 'acting' && step.verify && awaitedPage(step, now.state.page))
      now = { ...now, state: { ...now.state, phase: 'verifying', place: 'here' } }
    if (!pageFulfils(step, now.state)) break
    const onward = nextOf(flow, now)
    if (onward.state.phase === 'asking' || onward.state.phase === 'ended') return onward
    now = onward
  }
  return markSeen(now)
}

function pageFulfils(step: FlowStep, state: FlowState): boolean {
  const { page, phase } = state
  if (!step.verify) return awaitedPage(step, page)
  const asserted = step.verify?.page
  return asserted !== undefined && matchesPage(asserted, page) && (phase !== 'acting' || !matchesStep(step, page))
}

/** Whether the page that `advance: page:GLOB` waits for is open. */
function awaitedPage(step: FlowStep, page: string): boolean {
  const on = step.advance?.on
  return on?.startsWith('page:') === true && matchesPage(on.slice('page:'.length), page)
}

function changePage(flow: Flow, state: FlowState, step: FlowStep, page: string): Transition {
  if (page === state.page) return { state, effects: [] }
  const asserted = step.verify?.page
  const arrived = asserted !== undefined && matchesPage(asserted, page) && !matchesPage(asserted, state.page)
  const here = matchesStep(step, page)
  const stays = here || state.phase === 'verifying'
  const place: FlowPlace = stays ? 'here' : state.seen.includes(step.id) ? 'hidden' : state.place
  const returned = here && state.place !== 'here'
  const moved: FlowState = {
    ...state,
    page,
    place,
    // the target is looked for anew: a step that failed on its page may be whole when the person comes back
    target: returned && step.target ? 'searching' : state.target,
    failure: returned ? onlyVerify(state.failure) : state.failure,
    visit: returned ? state.visit + 1 : state.visit,
  }
  const transition: Transition = { state: moved, effects: [] }
  return arrived ? goOn(flow, transition) : settle(flow, transition)
}

function loseTarget(state: FlowState, step: FlowStep, reason: StepFailure): Transition {
  // once the action is done its target may well go; and on another page nobody expects it
  if (state.phase === 'verifying' || state.place !== 'here' || !matchesStep(step, state.page))
    return { state, effects: [] }
  return fail({ ...state, target: 'fallback', failure: reason }, 'target', reason)
}

function fail(state: FlowState, kind: 'target' | 'verify', reason: StepFailure): Transition {
  const { flowId, stepId } = state
  const mark = `${stepId}:${kind}`
  if (state.failed.includes(mark)) return { state, effects: [] }
  return {
    state: { ...state, failed: [...state.failed, mark] },
    effects: [{ type: 'report', name: 'flow_step_failed', props: { flowId, stepId, reason } }],
  }
}

function act(flow: Flow, state: FlowState, step: FlowStep): Transition {
  if (state.phase === 'verifying') return { state, effects: [] }
  if (!step.verify || state.holds) return goOn(flow, { state, effects: [] })
  return settle(flow, { state: { ...state, phase: 'verifying', failure: null }, effects: [] })
}

function verify(flow: Flow, state: FlowState, holds: boolean): Transition {
  const turnedTrue = holds && (state.holds === false || state.phase !== 'acting')
  return turnedTrue ? goOn(flow, { state, effects: [] }) : { state: { ...state, holds }, effects: [] }
}

function failVerify(state: FlowState): Transition {
  if (state.phase !== 'verifying' && state.phase !== 'acting') return { state, effects: [] }
  return fail({ ...state, phase: 'unverified', failure: 'verify_failed' }, 'verify', 'verify_failed')
}

/** « Continuer »: the person says the step is done. */
function proceed(flow: Flow, state: FlowState, step: FlowStep): Transition {
  if (state.place === 'elsewhere') return goOn(flow, { state, effects: [] })
  if (step.checkpoint !== undefined && step.answers?.length) {
    const given = findAnswer(step, state.answers[step.id])
    return given && !staysOn(given) ? goOn(flow, { state, effects: [] }) : { state, effects: [] }
  }
  return act(flow, state, step)
}

/** An answer that opens an article or the contact form: the flow waits where it is. */
function staysOn(given: { article?: string; contact?: boolean; next?: string }): boolean {
  return given.next === undefined && (given.article !== undefined || given.contact === true)
}

function answer(flow: Flow, state: FlowState, step: FlowStep, label: string): Transition {
  const given = findAnswer(step, label)
  if (!given) return { state, effects: [] }
  const { flowId, stepId } = state
  const answered: Transition = {
    state: { ...state, answers: { ...state.answers, [stepId]: label } },
    effects: [{ type: 'report', name: 'checkpoint_answered', props: { flowId, stepId, answer: label } }],
  }
  if (given.article !== undefined) answered.effects.push({ type: 'open_article', articleId: given.article })
  const after = given.contact ? contact(answered) : answered
  return staysOn(given) ? after : goOn(flow, after)
}

function takeRemedy(flow: Flow, state: FlowState, step: FlowStep): Transition {
  const remedy = findStep(flow, step.remedy ?? '')
  if (!remedy) return { state, effects: [] }
  return settle(flow, enter(flow, { state, effects: [] }, remedy.id, 'forward'))
}

function back(flow: Flow, state: FlowState): Transition {
  const path = state.phase === 'asking' ? state.path : state.path.slice(0, -1)
  const previous = path.at(-1)
  if (previous === undefined) return { state, effects: [] }
  return markSeen(enter(flow, { state: { ...state, path }, effects: [] }, previous, 'back'))
}

function contact({ state, effects }: Transition): Transition {
  return { state, effects: [...effects, { type: 'open_contact', flow: describeForContact(state) }] }
}

function goOn(flow: Flow, transition: Transition): Transition {
  const onward = nextOf(flow, transition)
  return onward.state.phase === 'asking' || onward.state.phase === 'ended' ? onward : settle(flow, onward)
}

function nextOf(flow: Flow, { state, effects }: Transition): Transition {
  const step = findStep(flow, state.stepId)
  const id = step ? nextStepId(flow, step, findAnswer(step, state.answers[step.id])) : null
  return id === null ? reachEnd(flow, { state, effects }) : enter(flow, { state, effects }, id, 'forward')
}

function reachEnd(flow: Flow, { state, effects }: Transition): Transition {
  const { milestone, ask } = flow.done
  const reached: FlowEffect[] =
    milestone && !state.milestoneReached
      ? [...effects, { type: 'report', name: 'milestone_reached', props: { name: milestone } }]
      : effects
  if (ask !== undefined) {
    return {
      state: {
        ...state,
        phase: 'asking',
        place: 'here',
        target: 'none',
        failure: null,
        milestoneReached: true,
        visit: state.visit + 1,
      },
      effects: reached,
    }
  }
  return {
    state: { ...state, phase: 'ended' },
    effects: [...reached, { type: 'report', name: 'flow_completed', props: { flowId: state.flowId } }],
  }
}

function finish(state: FlowState, solved: boolean): Transition {
  const ended: Transition = {
    state: { ...state, phase: 'ended' },
    effects: [{ type: 'report', name: 'flow_completed', props: { flowId: state.flowId, solved } }],
  }
  return solved ? ended : contact(ended)
}

function exit(state: FlowState, reason: Extract<FlowEvent, { type: 'exit' }>['reason']): Transition {
  const { flowId, stepId } = state
  const ended: FlowState = { ...state, phase: 'ended' }
  // every step was done: leaving the closing question unanswered is still a completed flow
  if (state.phase === 'asking')
    return { state: ended, effects: [{ type: 'report', name: 'flow_completed', props: { flowId } }] }
  const why = reason === 'quit' && state.contacted ? 'contact' : reason
  return {
    state: ended,
    effects: [{ type: 'report', name: 'flow_exited', props: { flowId, stepId, reason: why } }],
  }
}

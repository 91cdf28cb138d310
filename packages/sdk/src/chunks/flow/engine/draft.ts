/**
 * One transition of a flow under way: entering steps, passing over those the page already fulfils, reaching the end.
 * Pure. What an event means stands in flow-engine.ts.
 */
import { type Flow, type FlowStep, matchesPage, type SignalName, type SignalProps } from '@fanal/contract'
import type { FlowEffect, FlowState, Transition } from './flow-state.ts'
import { findAnswer, findStep, nextStepId } from './step-order.ts'

/** Longest path kept; the oldest steps of a walk in circles are forgotten. */
const maxPath = 100

/** One transition under way: a copy of the state that is ours alone until it is returned. */
export interface Draft extends Transition {
  flow: Flow
}

/** Whether `page` is where the step takes place; true for a step that names no page. */
export function matchesStep(step: FlowStep, page: string): boolean {
  return step.page === undefined || matchesPage(step.page, page)
}

export function draftOf(flow: Flow, state: FlowState): Draft {
  return { flow, state: { ...state }, effects: [] }
}

export function report<N extends SignalName>({ effects }: Draft, name: N, props: SignalProps[N]): void {
  effects.push({ type: 'report', name, props } as FlowEffect)
}

export function enter({ state }: Draft, step: FlowStep): void {
  state.stepId = step.id
  if (state.path.at(-1) !== step.id) state.path = [...state.path, step.id].slice(-maxPath)
  state.phase = 'acting'
  state.place = matchesStep(step, state.page) ? 'here' : 'elsewhere'
  state.target = step.target ? 'searching' : 'none'
  state.failure = state.holds = null
  state.visit += 1
}

/** Passes over steps that the open page already fulfils, then reports the one that stays, once a run. */
export function settle(draft: Draft): Transition {
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

export function markSeen(draft: Draft): void {
  const { state } = draft
  const { flowId, stepId } = state
  if (state.place !== 'here' || state.seen.includes(stepId) || !isUnderWay(state)) return
  state.seen = [...state.seen, stepId]
  report(draft, 'flow_step_seen', { flowId, stepId })
}

export function isUnderWay({ phase }: FlowState): boolean {
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

export function goOn(draft: Draft): void {
  next(draft)
  settle(draft)
}

export function next(draft: Draft): void {
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

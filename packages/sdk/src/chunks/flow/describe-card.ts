/**
 * Decides what the card of a flow says and offers in a given state. Pure: the words in, the card out.
 */
import type { Flow, FlowStep, FlowVerify } from '@fanal/contract'
import type { Translate } from '../../ui/translate.ts'
import { staysOn } from './engine/flow-engine.ts'
import type { FlowEvent, FlowState } from './engine/flow-state.ts'
import { findAnswer, findStep, stepPosition } from './engine/step-order.ts'
import type { FlowWord } from './flow-words.ts'

export interface CardAction {
  label: string
  event: FlowEvent
  /** the one a person most likely wants */
  main?: boolean
}

export interface CardModel {
  /** changes with the step, so that what stood in the card before is not taken for the same */
  key: string
  position?: string
  title: string
  /** inline Markdown */
  text?: string | undefined
  image?: string | undefined
  /** what went wrong, what is awaited, or that the step goes on elsewhere */
  note?: string | undefined
  tone?: 'plain' | 'warn'
  /** path of the page the step takes place on, where the card can lead there */
  href?: string | undefined
  answers?: { label: string; event: FlowEvent; given?: boolean }[] | undefined
  actions: CardAction[]
}

/** @returns null when nothing is to be shown */
export function describeCard(flow: Flow, state: FlowState, translate: Translate<FlowWord>): CardModel | null {
  const step = findStep(flow, state.stepId)
  if (state.phase === 'ended' || state.place === 'hidden' || !step) return null
  if (state.phase === 'asking') return askCard(flow, state, translate)
  const lost = state.target === 'fallback' && state.phase !== 'verifying'
  const elsewhere = state.place === 'elsewhere'
  const heading = step.title ?? step.checkpoint
  return {
    key: `${state.stepId}:${state.visit}`,
    position: translate('position', stepPosition(flow, state.path, state.answers)),
    title: heading ?? flow.title,
    text: bodyText(step, lost),
    image: lost ? step.fallback?.image : undefined,
    note: noteOf(step, state, lost, translate),
    tone: lost || state.phase === 'unverified' ? 'warn' : 'plain',
    href: elsewhere && step.page && !/[:*]/.test(step.page) ? step.page : undefined,
    answers: elsewhere ? undefined : answersOf(step, state),
    actions: actionsOf(flow, step, state, translate),
  }
}

function noteOf(step: FlowStep, state: FlowState, lost: boolean, translate: Translate<FlowWord>): string | undefined {
  if (state.place === 'elsewhere') return translate('elsewhere')
  if (state.phase === 'verifying') return translate('verifying')
  if (state.phase === 'unverified') return expectation(step.verify, translate)
  return lost ? translate('fallback') : undefined
}

function bodyText(step: FlowStep, lost: boolean): string | undefined {
  const own = lost ? (step.fallback?.text ?? step.text) : step.text
  const question = step.title === undefined ? undefined : step.checkpoint
  return [own, question].filter(Boolean).join(' ') || undefined
}

function askCard(flow: Flow, { visit }: FlowState, translate: Translate<FlowWord>): CardModel {
  return {
    key: `ask:${visit}`,
    position: flow.title,
    title: flow.done.ask ?? flow.title,
    answers: [
      { label: translate('yes'), event: { type: 'solved', solved: true } },
      { label: translate('no'), event: { type: 'solved', solved: false } },
    ],
    actions: [{ label: translate('back'), event: { type: 'back' } }],
  }
}

function answersOf(step: FlowStep, state: FlowState): CardModel['answers'] {
  if (step.checkpoint === undefined) return undefined
  return step.answers?.map(({ label }) => ({
    label,
    event: { type: 'answer', label },
    given: state.answers[step.id] === label,
  }))
}

/**
 * « Retour » and the way on; the way on of an action step stays quiet beside the target it points at. Where an assertion failed,
 * the likeliest way out first.
 */
function actionsOf(flow: Flow, step: FlowStep, state: FlowState, translate: Translate<FlowWord>): CardAction[] {
  const back: CardAction[] = state.path.length > 1 ? [{ label: translate('back'), event: { type: 'back' } }] : []
  if (state.phase === 'unverified') {
    const remedy = findStep(flow, step.remedy)
    const cure: CardAction[] = remedy
      ? [{ label: remedy.title ?? translate('remedy'), event: { type: 'remedy' }, main: true }]
      : []
    return [
      ...cure,
      { label: translate('retry'), event: { type: 'continue' }, main: !remedy },
      { label: translate('skip'), event: { type: 'skip' } },
      ...back,
    ]
  }
  const asks = step.checkpoint !== undefined && step.answers?.length
  const given = findAnswer(step, state.answers[step.id])
  if (asks && (!given || staysOn(given)) && state.place !== 'elsewhere') return back
  const acts = step.advance !== undefined && step.advance.on !== 'next' && state.target !== 'fallback'
  return [...back, { label: translate('continue'), event: { type: 'continue' }, main: !acts && !asks }]
}

function expectation(verify: FlowVerify | undefined, translate: Translate<FlowWord>): string {
  if (verify?.page !== undefined) return translate('notVerifiedPage')
  if (verify?.text !== undefined) return translate('notVerifiedText', { text: verify.text })
  return translate(verify?.element ? 'notVerifiedElement' : 'notVerified')
}

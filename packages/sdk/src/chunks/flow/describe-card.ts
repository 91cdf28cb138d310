/**
 * Decides what the card of a flow says and offers in a given state. Pure: the words in, the card out.
 */
import type { Flow, FlowStep } from '@fanal/contract'
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

/** What the card says and offers where an assertion did not come true. */
export type Unverified = Pick<CardModel, 'actions' | 'note'>

/**
 * @param describeUnverified null as long as its chunk (chunks/trouble) has not come
 * @returns null when nothing is to be shown
 */
export function describeCard(
  flow: Flow,
  state: FlowState,
  translate: Translate<FlowWord>,
  describeUnverified: ((step: FlowStep) => Unverified) | null,
): CardModel | null {
  const step = findStep(flow, state.stepId)
  if (state.phase === 'ended' || state.place === 'hidden' || !step) return null
  if (state.phase === 'asking') return askCard(flow, state, translate)
  const lost = state.target === 'fallback' && state.phase !== 'verifying'
  const elsewhere = state.place === 'elsewhere'
  const heading = step.title ?? step.checkpoint
  const unverified = state.phase === 'unverified' ? describeUnverified?.(step) : undefined
  return {
    key: `${state.stepId}:${state.visit}`,
    position: translate('position', stepPosition(flow, state.path, state.answers)),
    title: heading ?? flow.title,
    text: bodyText(step, lost),
    image: lost ? step.fallback?.image : undefined,
    note: unverified?.note ?? noteOf(state, lost, translate),
    tone: lost || unverified ? 'warn' : 'plain',
    href: elsewhere && step.page && !/[:*]/.test(step.page) ? step.page : undefined,
    answers: elsewhere ? undefined : answersOf(step, state),
    actions: actionsOf(step, state, translate, unverified),
  }
}

function noteOf(state: FlowState, lost: boolean, translate: Translate<FlowWord>): string | undefined {
  if (state.place === 'elsewhere') return translate('elsewhere')
  if (state.phase === 'verifying') return translate('verifying')
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

/** « Retour » and the way on; the way on of an action step stays quiet beside the target it points at. */
function actionsOf(
  step: FlowStep,
  state: FlowState,
  translate: Translate<FlowWord>,
  unverified: Unverified | undefined,
): CardAction[] {
  const back: CardAction[] = state.path.length > 1 ? [{ label: translate('back'), event: { type: 'back' } }] : []
  if (state.phase === 'unverified')
    return [
      ...(unverified?.actions ?? [{ label: translate('continue'), event: { type: 'skip' }, main: true } as const]),
      ...back,
    ]
  const asks = step.checkpoint !== undefined && step.answers?.length
  const given = findAnswer(step, state.answers[step.id])
  if (asks && (!given || staysOn(given)) && state.place !== 'elsewhere') return back
  const lost = state.target === 'fallback'
  const acts = step.advance !== undefined && step.advance.on !== 'next' && !lost
  const article: CardAction[] =
    lost && step.article !== undefined ? [{ label: translate('read'), event: { type: 'read' } }] : []
  return [...back, ...article, { label: translate('continue'), event: { type: 'continue' }, main: !acts && !asks }]
}

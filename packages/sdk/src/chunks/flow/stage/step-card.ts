/** The card of one step: what it says comes from describe-card.ts, what is pressed goes out as an event. */
import { button, type Child, element, icon } from '../../../ui/element.ts'
import type { Translate } from '../../../ui/translate.ts'
import type { CardAction, CardModel } from '../describe-card.ts'
import type { FlowEvent } from '../engine/flow-state.ts'
import type { FlowWord } from '../flow-words.ts'
import { inlineText } from './inline-text.ts'

export interface StepCard {
  card: CardModel
  translate: Translate<FlowWord>
  /** origin that images without one come from */
  host: string
  onEvent(event: FlowEvent): void
}

/** Ids the dialog is named and described by; they live in the layer's own tree. */
export const titleId = 'fanal-flow-title'
export const textId = 'fanal-flow-text'

export function stepCard({ card, translate, host, onEvent }: StepCard): Child[] {
  const leave = element(
    'button',
    {
      type: 'button',
      className: 'tool',
      ariaLabel: translate('leave'),
      onclick: () => onEvent({ type: 'exit', reason: 'quit' }),
    },
    icon('m5.5 5.5 9 9m0-9-9 9'),
  )
  return [
    element(
      'header',
      { role: 'none' },
      !!card.position && element('p', { className: 'position' }, card.position),
      leave,
    ),
    element('h2', { id: titleId }, card.title),
    element('div', { id: textId }, ...says(card, host)),
    card.answers && choices(card, card.answers, translate, onEvent),
    ways(card, translate, onEvent),
    element(
      'footer',
      { role: 'none' },
      button('button plain', translate('contact'), () => onEvent({ type: 'contact' })),
    ),
  ]
}

function says({ text, image, note, tone }: CardModel, host: string): Child[] {
  return [
    !!text && element('p', {}, ...inlineText(text)),
    !!image && element('img', { alt: '', src: new URL(image, host).href }),
    !!note && element('p', { className: 'note', 'data-tone': tone }, note),
  ]
}

function choices(
  { key }: CardModel,
  answers: NonNullable<CardModel['answers']>,
  translate: Translate<FlowWord>,
  onEvent: StepCard['onEvent'],
): HTMLElement {
  const buttons = answers.map(({ label, event, given }) => {
    const answer = button('button', label, () => onEvent(event))
    // « Oui » to the next question is another answer: the focus does not go there by itself.
    answer.dataset.key = `${key} ${label}`
    if (given !== undefined) answer.ariaPressed = `${given}`
    if (given) answer.append(element('span', { className: 'hidden' }, ` (${translate('given')})`))
    return answer
  })
  return element('fieldset', { className: 'answers', 'aria-labelledby': titleId }, ...buttons)
}

/** Where the person can go from here. */
function ways({ href, actions }: CardModel, translate: Translate<FlowWord>, onEvent: StepCard['onEvent']): HTMLElement {
  const press = ({ label, event, main }: CardAction) =>
    element(
      'button',
      { type: 'button', className: main ? 'button primary' : `button ${event.type}`, onclick: () => onEvent(event) },
      label,
    )
  return element(
    'div',
    { className: 'actions ways', hidden: !href && actions.length === 0 },
    !!href && element('a', { className: 'button primary', href }, translate('openPage')),
    ...actions.map(press),
  )
}

/** Offers a flow on a first visit; never starts anything by itself. */
import { button, element } from '../../../ui/element.ts'
import type { Translate } from '../../../ui/translate.ts'
import type { FlowWord } from '../flow-words.ts'

export type OfferAnswer = 'begin' | 'later' | 'never'

/**
 * @param title of the flow
 * @param hint what « Plus tard » means
 */
export function offerCard(
  title: string,
  hint: string,
  translate: Translate<FlowWord>,
  onAnswer: (answer: OfferAnswer) => void,
): HTMLElement[] {
  return [
    element('div', { role: 'status' }, element('h2', {}, title), element('p', {}, translate('offer'))),
    element(
      'div',
      { className: 'actions' },
      button('button primary', translate('begin'), () => onAnswer('begin')),
      button('button', translate('later'), () => onAnswer('later')),
      button('button plain', translate('never'), () => onAnswer('never')),
    ),
    element('small', {}, hint),
  ]
}

/** Offers a flow on a first visit. Stateless; never starts anything by itself. */
import type { Translate } from '../../../ui/translate.ts'
import type { FlowWord } from '../locales.ts'

export type OfferAnswer = 'begin' | 'later' | 'never'

export interface OfferCardProps {
  /** of the flow */
  title: string
  translate: Translate<FlowWord>
  onAnswer(answer: OfferAnswer): void
}

export function OfferCard({ title, translate, onAnswer }: OfferCardProps) {
  return (
    <>
      <div role="status">
        <h2>{title}</h2>
        <p>{translate('offer')}</p>
      </div>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => onAnswer('begin')}>
          {translate('begin')}
        </button>
        <button type="button" class="button" onClick={() => onAnswer('later')}>
          {translate('later')}
        </button>
        <button type="button" class="button plain" onClick={() => onAnswer('never')}>
          {translate('never')}
        </button>
      </div>
    </>
  )
}

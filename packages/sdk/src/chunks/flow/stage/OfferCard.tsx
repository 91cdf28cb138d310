/** Offers a flow on a first visit. Stateless; never starts anything by itself. */
export type OfferAnswer = 'begin' | 'later' | 'never'

export interface OfferCardProps {
  words: { offer: string; offerText: string; begin: string; later: string; never: string }
  onAnswer(answer: OfferAnswer): void
}

export function OfferCard({ words, onAnswer }: OfferCardProps) {
  return (
    <>
      <div role="status">
        <p class="position">{words.offer}</p>
        <p>{words.offerText}</p>
      </div>
      <div class="ways">
        <button type="button" class="button primary" onClick={() => onAnswer('begin')}>
          {words.begin}
        </button>
        <button type="button" class="button" onClick={() => onAnswer('later')}>
          {words.later}
        </button>
        <button type="button" class="button plain" onClick={() => onAnswer('never')}>
          {words.never}
        </button>
      </div>
    </>
  )
}

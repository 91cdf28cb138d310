/** The card of one step. Stateless: what it says comes from describe-card.ts, what is pressed goes out as an event. */
import { Icon } from '../../../ui/Icon.tsx'
import type { Translate } from '../../../ui/translate.ts'
import type { CardAction, CardModel } from '../describe-card.ts'
import type { FlowEvent } from '../engine/flow-state.ts'
import type { FlowWord } from '../locales.ts'
import { InlineText } from './InlineText.tsx'

export interface StepCardProps {
  card: CardModel
  translate: Translate<FlowWord>
  /** origin that images without one come from */
  host: string
  onEvent(event: FlowEvent): void
}

/** Ids the dialog is named and described by; they live in the layer's own tree. */
export const titleId = 'fanal-flow-title'
export const textId = 'fanal-flow-text'

export function StepCard({ card, translate, host, onEvent }: StepCardProps) {
  const pressAction = ({ label, event, main }: CardAction) => (
    <button
      key={label}
      type="button"
      class={main ? 'button primary' : `button ${event.type}`}
      onClick={() => onEvent(event)}
    >
      {label}
    </button>
  )
  return (
    <>
      <header>
        {card.position && <p class="position">{card.position}</p>}
        <button
          type="button"
          class="tool"
          aria-label={translate('leave')}
          onClick={() => onEvent({ type: 'exit', reason: 'quit' })}
        >
          <Icon path="m5.5 5.5 9 9m0-9-9 9" />
        </button>
      </header>
      <h2 id={titleId}>{card.title}</h2>
      <div id={textId} key={card.key}>
        {card.text && (
          <p>
            <InlineText source={card.text} />
          </p>
        )}
        {card.image && <img src={new URL(card.image, host).href} alt="" />}
        {card.note && (
          <p class="note" data-tone={card.tone}>
            {card.note}
          </p>
        )}
      </div>
      {card.answers && (
        <fieldset key={`answers:${card.key}`} class="answers" aria-labelledby={titleId}>
          {card.answers.map(({ label, event, given }) => (
            <button key={label} type="button" class="button" aria-pressed={given} onClick={() => onEvent(event)}>
              {label}
              {given && <span class="hidden"> ({translate('given')})</span>}
            </button>
          ))}
        </fieldset>
      )}
      <div class="actions ways" hidden={!card.href && card.actions.length === 0}>
        {card.href && (
          <a class="button primary" href={card.href}>
            {translate('openPage')}
          </a>
        )}
        {card.actions.map(pressAction)}
      </div>
      <footer>
        <button type="button" class="button plain" onClick={() => onEvent({ type: 'contact' })}>
          {translate('contact')}
        </button>
      </footer>
    </>
  )
}

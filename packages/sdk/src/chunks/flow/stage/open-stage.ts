/**
 * Card and ring of a running flow on their layer: draws what it is told, keeps the focus where the person has it, says each new
 * step aloud. Leaves nothing behind when closed.
 */
import type { Runtime } from '../../../runtime.ts'
import { redraw, redrawChanged } from '../../../ui/redraw.ts'
import type { Translate } from '../../../ui/translate.ts'
import type { CardModel } from '../describe-card.ts'
import type { FlowEvent } from '../engine/flow-state.ts'
import type { FlowWord } from '../flow-words.ts'
import { bringIntoView, followAnchor } from './follow-anchor.ts'
import { addCard, addPart, openLayer } from './open-layer.ts'
import { stepCard, textId, titleId } from './step-card.ts'

export interface Stage {
  /** @param anchor what the card points at; null for its fixed place */
  draw(card: CardModel | null, anchor: Element | null): void
  /** Puts the focus on the card, and what it points at into view: only after the person asked for the flow. */
  takeFocus(): void
  close(): void
}

export function openStage(
  runtime: Runtime,
  { locale, translate, onEvent }: { locale: string; translate: Translate<FlowWord>; onEvent(event: FlowEvent): void },
): Stage {
  const layer = openLayer(runtime)
  const ring = addPart(layer.scene, 'flow-ring')
  const card = addCard(runtime, layer, 'flow-card')
  const caret = addPart(card, 'flow-caret')
  const body = addPart(card, 'body')
  const live = addPart(layer.scene, 'hidden')
  live.role = 'status'
  card.role = 'dialog'
  card.tabIndex = -1
  card.lang = locale
  card.setAttribute('aria-labelledby', titleId)
  ring.hidden = caret.hidden = card.hidden = true
  const focusBefore = deepFocus(runtime)
  let shown: CardModel | null = null
  let followed: Element | null = null
  let scrolledFor = ''
  let unfollow = () => {}

  const follow = (anchor: Element | null) => {
    if (anchor === followed) return
    unfollow()
    followed = anchor
    unfollow = anchor ? followAnchor(anchor, { card, ring, caret }) : () => {}
  }

  return {
    draw(model, anchor) {
      const hadFocus = layer.focused() !== null
      layer.standBy(anchor)
      card.hidden = model === null
      // A button the person is about to press must not be another one when they do.
      if (JSON.stringify(model) !== JSON.stringify(shown)) {
        const draw = model && model.key === shown?.key ? redrawChanged : redraw
        draw(body, ...(model ? stepCard({ card: model, translate, host: runtime.host, onEvent }) : []))
      }
      if (model?.text || model?.note) card.setAttribute('aria-describedby', textId)
      else card.removeAttribute('aria-describedby')
      // once for each step, and again when a note makes the card grow over its target
      const occasion = `${model?.key} ${model?.note}`
      if (model && anchor && scrolledFor !== occasion) {
        scrolledFor = occasion
        bringIntoView(anchor, card)
      }
      follow(model ? anchor : null)
      if (model && model.key !== shown?.key) live.textContent = [model.position, model.title].filter(Boolean).join('. ')
      // a button that went with its step must not drop the person to the top of the page
      if (hadFocus && model && !layer.focused()) card.focus({ preventScroll: true })
      shown = model
    },
    takeFocus() {
      if (followed) bringIntoView(followed, card)
      card.focus({ preventScroll: true })
    },
    close() {
      const hadFocus = layer.focused() !== null
      follow(null)
      layer.close()
      if (hadFocus) (focusBefore?.isConnected ? focusBefore : runtime.launcher)?.focus({ preventScroll: true })
    },
  }
}

/** What has the focus now, in the host's shadow roots too; not what stands in the panel, which closes. */
function deepFocus(runtime: Runtime): HTMLElement | null {
  let focus = document.activeElement
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement
  if (!(focus instanceof HTMLElement) || focus === document.body) return null
  return focus.getRootNode() === runtime.root ? runtime.launcher : focus
}

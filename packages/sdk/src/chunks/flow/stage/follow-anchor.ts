/**
 * Keeps the card beside its target and the ring around it, whatever scrolls, resizes or moves. Woken by events and observers
 * alone: while nothing moves, nothing runs. Never takes the focus.
 */
import { choosePlace, edge, gap, type Place, within } from './choose-place.ts'
import { type Box, intersect, viewportBox, visibleRect } from './visible-rect.ts'
import { watchMoves } from './watch-moves.ts'

/** px the ring stands off the target */
const halo = 4
/** px from the top where a target is scrolled to when there is no room beside it: clear of most sticky headers */
const clearTop = 72

export interface StageParts {
  card: HTMLElement
  ring: HTMLElement
  caret: HTMLElement
}

/** @returns stops following, and leaves the card in its fixed place without a ring */
export function followAnchor(anchor: Element, { card, ring, caret }: StageParts): () => void {
  const update = () => {
    const shown = visibleRect(anchor)
    const view = viewportBox()
    const inView = shown && intersect(shown, view)
    ring.hidden = !inView
    if (shown) setBox(ring, shown)
    card.dataset.anchored = ''
    const target = shown ?? anchor.getBoundingClientRect()
    const place = choosePlace(target, { width: card.offsetWidth, height: card.offsetHeight }, view)
    card.style.left = `${place.x}px`
    card.style.top = `${place.y}px`
    caret.hidden = !inView
    if (inView) placeCaret(caret, card, target, place)
  }
  const stop = watchMoves(anchor, [card], update)
  return () => {
    stop()
    ring.hidden = true
    caret.hidden = true
    delete card.dataset.anchored
    card.style.left = card.style.top = ''
  }
}

/**
 * Brings the target into view once, with room for the card where the page can give it.
 */
export function bringIntoView(anchor: Element, card: HTMLElement): void {
  const box = visibleRect(anchor)
  const view = viewportBox()
  const inside = box && box.y >= view.y && box.y + box.height <= view.y + view.height
  if (!inside) anchor.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
  const now = anchor.getBoundingClientRect()
  const needed = card.offsetHeight + gap + edge
  const room = Math.max(now.top - view.y, view.y + view.height - now.bottom)
  const sideways = Math.max(now.left - view.x, view.x + view.width - now.right) >= card.offsetWidth + gap + edge
  if (room < needed && !sideways && anchor.ownerDocument === document)
    window.scrollBy({ top: now.top - clearTop, behavior: 'instant' })
}

function setBox({ style }: HTMLElement, { x, y, width, height }: Box): void {
  style.left = `${x - halo}px`
  style.top = `${y - halo}px`
  style.width = `${width + 2 * halo}px`
  style.height = `${height + 2 * halo}px`
}

/** The caret points from the card's side to the middle of the target; hidden where the card lies over it. */
function placeCaret(caret: HTMLElement, card: HTMLElement, target: Box, { x, y, side }: Place): void {
  const { offsetWidth: width, offsetHeight: height } = card
  caret.hidden = intersect(target, { x, y, width, height }) !== null
  const across = within(target.x + target.width / 2 - x, 20, width - 20)
  const down = within(target.y + target.height / 2 - y, 20, height - 20)
  caret.style.left = `${{ bottom: across, top: across, right: 0, left: width }[side]}px`
  caret.style.top = `${{ bottom: 0, top: height, right: down, left: down }[side]}px`
}

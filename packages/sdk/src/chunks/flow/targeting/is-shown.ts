/**
 * Whether a person can see an element, or scroll to it: display, visibility, opacity, size, clipping, off-page.
 */
import { parentOf } from './describe-element.ts'

export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
    return false
  const rect = element.getBoundingClientRect()
  if (rect.width < 2 || rect.height < 2) return false
  return !isClipped(element, rect) && !isOffPage(element, rect)
}

/** Cut off whole by something around it that cannot be scrolled. */
function isClipped(element: Element, rect: DOMRect): boolean {
  for (let around = parentOf(element); around && around !== document.body; around = parentOf(around)) {
    const { overflowX, overflowY, position } = getComputedStyle(around)
    if (position === 'fixed') return false
    if (!/hidden|clip/.test(overflowX + overflowY)) continue
    const box = around.getBoundingClientRect()
    const beside = rect.right <= box.left || rect.left >= box.right
    const above = rect.bottom <= box.top || rect.top >= box.bottom
    if ((beside && /hidden|clip/.test(overflowX)) || (above && /hidden|clip/.test(overflowY))) return true
  }
  return false
}

/** Parked left of or above the page, where no scrolling leads. */
function isOffPage(element: Element, rect: DOMRect): boolean {
  const view = element.ownerDocument.defaultView ?? window
  return rect.right + view.scrollX <= 0 || rect.bottom + view.scrollY <= 0
}

/** The button that makes the panel as high as the window and wider, and back. The choice is remembered on the device, where it may be. */
import type { PanelParts } from '../../chunks.ts'
import { element as create, icon, takeOut } from '../../ui/element.ts'
import type { MoreTranslate } from './open-more.ts'

const outward = 'M11.5 4H16v4.5M16 4l-5.2 5.2M8.5 16H4v-4.5M4 16l5.2-5.2'
const inward = 'M15.2 8.8h-4V4.8M11.2 8.8 16 4M4.8 11.2h4v4M8.8 11.2 4 16'

/** @returns takes the button away */
export function offerSidePanel({ runtime, element, header }: PanelParts, t: MoreTranslate): () => void {
  const key = `fanal:${runtime.key}:side`
  const button = create('button', { type: 'button', className: 'tool side', onclick: () => choose(!isSide()) })
  const isSide = () => 'side' in element.dataset

  function isRemembered(): boolean {
    try {
      return runtime.mayStore() && localStorage.getItem(key) !== null
    } catch {
      // A page without storage remembers nothing.
      return false
    }
  }

  function choose(side: boolean): void {
    element.toggleAttribute('data-side', side)
    button.ariaLabel = t(side ? 'shrink' : 'expand')
    button.replaceChildren(icon(side ? inward : outward))
    try {
      if (side && runtime.mayStore()) localStorage.setItem(key, '1')
      else localStorage.removeItem(key)
    } catch {
      // Then it holds until the page is left.
    }
  }

  choose(isRemembered())
  header.lastElementChild?.before(button)
  const stopReset = runtime.on('reset', () => choose(false))
  return () => {
    stopReset()
    takeOut(button)
  }
}

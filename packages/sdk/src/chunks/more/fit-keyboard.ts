/** Where the panel fills the window: as high as what the keyboard on the screen leaves of it. Zoomed in with two fingers it stays as it is. */
import type { PanelParts } from '../../chunks.ts'

/** @returns looks again, for the panel may have been opened or closed */
export function fitKeyboard({ element, fills, isOpen }: PanelParts, signal: AbortSignal): () => void {
  const { visualViewport } = window
  const fit = () => {
    if (!visualViewport) return
    const { scale, height, offsetTop } = visualViewport
    const fits = isOpen() && fills.matches && Math.abs(scale - 1) < 0.01
    element.style.height = fits ? `${height}px` : ''
    element.style.top = fits ? `${offsetTop}px` : ''
  }
  for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, fit, { signal })
  return fit
}

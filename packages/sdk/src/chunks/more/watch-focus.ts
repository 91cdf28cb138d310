/** Where the focus was last, in the panel and in the page, so that it can go back there. */
import type { PanelParts } from '../../chunks.ts'

export interface FocusTrail {
  panel: HTMLElement | null
  page: HTMLElement | null
  /** whether the panel had it last */
  inPanel: boolean
}

export function watchFocus({ element, runtime }: PanelParts, signal: AbortSignal): FocusTrail {
  const inside = () => {
    const { activeElement } = runtime.root
    return activeElement instanceof HTMLElement && element.contains(activeElement) ? activeElement : null
  }
  const trail: FocusTrail = { panel: inside(), page: null, inPanel: inside() !== null }
  // Focus events of ours end at the window and come back as copies (keep-events-inside.ts): what the window hears is the page's.
  runtime.root.addEventListener(
    'focusin',
    () => {
      const focused = inside()
      if (focused) trail.panel = focused
      trail.inPanel = focused !== null
    },
    { signal },
  )
  window.addEventListener(
    'focusin',
    ({ target }) => {
      if (!(target instanceof HTMLElement) || target === runtime.root.host) return
      trail.page = target
      trail.inPanel = false
    },
    { capture: true, signal },
  )
  return trail
}

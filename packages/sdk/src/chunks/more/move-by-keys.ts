/**
 * Keys beyond those of the views: arrows between the search box and the articles listed under it, Alt with an arrow back and forward
 * inside the panel, F6 between page and panel. The page's own history stays where it is.
 */
import type { PanelParts } from '../../chunks.ts'
import { moveBetweenItems } from './item-keys.ts'
import type { FocusTrail } from './watch-focus.ts'

export function moveByKeys(panel: PanelParts, trail: FocusTrail, signal: AbortSignal): void {
  const { runtime, element, fills } = panel
  const onKey = (event: Event) => {
    if (!panel.isOpen() || event.defaultPrevented) return
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent
    if (ctrlKey || metaKey) return
    const inside = element.contains(runtime.root.activeElement)
    const step = altKey && !shiftKey && inside && { ArrowLeft: panel.onBack, ArrowRight: panel.onForward }[key]
    if (step) {
      // There Alt with an arrow moves the caret word by word.
      if (/Mac|iP/.test(navigator.platform) && runtime.root.activeElement?.matches('input,textarea')) return
      event.preventDefault()
      step()
    } else if (key === 'F6' && !altKey && !fills.matches) {
      event.preventDefault()
      if (inside) leave()
      else enter()
    } else if (inside && !altKey) moveBetweenItems(event as KeyboardEvent, element)
  }
  // Keys pressed in the widget reach its root alone, those of the page the window alone (keep-events-inside.ts).
  runtime.root.addEventListener('keydown', onKey, { signal })
  window.addEventListener('keydown', onKey, { signal })

  function leave(): void {
    const { page } = trail
    if (page?.isConnected) page.focus()
    if (!element.contains(runtime.root.activeElement)) return
    if (runtime.launcher?.isConnected) runtime.launcher.focus()
    else (runtime.root.activeElement as HTMLElement).blur()
  }

  function enter(): void {
    if (trail.panel?.isConnected) trail.panel.focus()
    panel.focusInside()
  }
}

/** Keys of an overlay for product teams: F6 goes from the page (or the panel, where it is open) to it and on to the page; Escape in it closes it. */
import type { Runtime } from '../runtime.ts'

/**
 * @param first gets the focus when it comes in
 * @returns `leave` gives the focus back to the page, if it is inside
 */
export function moveFocus(
  { root, guard }: Runtime,
  overlay: HTMLElement,
  first: HTMLElement,
  close: () => void,
  signal: AbortSignal,
): { leave(): void } {
  let page: HTMLElement | null = null
  const focused = () => root.activeElement as HTMLElement | null
  const isInside = () => overlay.contains(focused())

  function leave(): void {
    if (!isInside()) return
    if (page?.isConnected) page.focus()
    if (isInside()) focused()?.blur()
  }

  function onKey(event: Event): void {
    const { key, altKey, ctrlKey, metaKey } = event as KeyboardEvent
    if (altKey || ctrlKey || metaKey) return
    if (key === 'Escape' && isInside()) {
      event.preventDefault()
      event.stopPropagation()
      guard(close)
    } else if (key === 'F6' && !root.querySelector('dialog:modal')) {
      // From the page the panel comes first.
      if (!focused()?.closest('dialog,.debug,.author') && root.querySelector('dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      if (isInside()) leave()
      else first.focus()
    }
  }

  // Keys pressed in the widget reach its root alone, those of the page the window alone; before the panel's own F6.
  root.addEventListener('keydown', onKey, { capture: true, signal })
  window.addEventListener('keydown', onKey, { capture: true, signal })
  window.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof HTMLElement && target !== root.host) page = target
    },
    { capture: true, signal },
  )
  return { leave }
}

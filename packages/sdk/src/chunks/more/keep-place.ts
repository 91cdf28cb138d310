/**
 * Keeps what the person sees through changes around the panel: a window that becomes a phone's or a desktop's, and a dialog of
 * the page into which the widget moves. Either takes the panel out of its place above the page, a move also loses how far it was scrolled.
 */
import type { PanelParts } from '../../chunks.ts'
import type { FocusTrail } from './watch-focus.ts'

export function keepPlace(panel: PanelParts, trail: FocusTrail, signal: AbortSignal): void {
  const { runtime, element, fills } = panel
  let scrolled = { view: panel.view(), top: panel.view().scrollTop }
  element.addEventListener(
    'scroll',
    ({ target }) => {
      const view = panel.view()
      if (target === view) scrolled = { view, top: view.scrollTop }
    },
    { capture: true, passive: true, signal },
  )

  const settle = () => {
    if (!panel.isOpen()) return
    const { inPanel, panel: last } = trail
    const focused = inPanel ? last : document.activeElement
    const view = panel.view()
    const top = scrolled.view === view ? scrolled.top : 0
    panel.raise()
    view.scrollTop = top
    if (inPanel) panel.focusInside()
    if (focused instanceof HTMLElement && focused !== runtime.root.host) focused.focus({ preventScroll: true })
  }

  fills.addEventListener('change', () => runtime.guard(settle), { signal })
  // Put into another place, the widget takes its layer again: that is when it has moved. While one layer is taken no other can be.
  runtime.root.host.addEventListener(
    'beforetoggle',
    (event) => {
      if ((event as ToggleEvent).newState === 'open') queueMicrotask(() => runtime.guard(settle))
    },
    { signal },
  )
}

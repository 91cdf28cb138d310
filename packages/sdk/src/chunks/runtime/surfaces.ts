/**
 * The panel and the flows: loaded when first wanted, then kept. Wishes made meanwhile are kept in order, so that `open` and
 * `close` in one breath end closed.
 */
import type { OpenedBy } from '@fanal/contract'
import type { FlowHandle, PanelHandle } from '../../chunks.ts'
import type { PanelView, Runtime } from '../../runtime.ts'
import type { SuggestedItem } from '../../types.ts'

export interface Surfaces {
  open(view: PanelView | undefined, by: OpenedBy): void
  toggle(by: OpenedBy): void
  close(): void
  /** Does something with the panel, which is loaded for it. */
  panel(use: (panel: PanelHandle) => void): void
  /** Does something with the flows, which are loaded for it. */
  flows(use: (flows: FlowHandle) => unknown): void
  stopFlow(): void
  suggest(items?: SuggestedItem[]): void
  readonly isOpen: boolean
  destroy(): void
}

export function createSurfaces(runtime: Runtime): Surfaces {
  let panel: PanelHandle | undefined
  let flows: FlowHandle | undefined
  /** the host's own suggestions, given before there was a panel */
  let suggested: SuggestedItem[] | undefined
  let ended = false

  const withPanel = openOnce(async () => {
    const { mountPanel } = await runtime.load('panel')
    if (ended) return undefined
    panel = mountPanel(runtime)
    if (suggested) panel.suggest(suggested)
    return panel
  }, runtime)
  const withFlows = openOnce(async () => {
    const { openFlows } = await runtime.load('flow')
    if (ended) return undefined
    flows = openFlows(runtime)
    return flows
  }, runtime)

  return {
    open: (view, by) => withPanel((handle) => handle.open(view, { by })),
    toggle: (by) => withPanel((handle) => (handle.isOpen ? handle.close() : handle.open(undefined, { by }))),
    close: () => withPanel((handle) => handle.close(), false),
    panel: (use) => withPanel(use),
    flows: (use) => withFlows(use),
    stopFlow: () => withFlows((handle) => handle.stop(), false),
    suggest(items) {
      suggested = items
      withPanel((handle) => handle.suggest(items), false)
    },
    get isOpen() {
      return panel?.isOpen ?? false
    },
    destroy() {
      ended = true
      runtime.guard(() => panel?.destroy())
      runtime.guard(() => flows?.destroy())
    },
  }
}

type Use<T> = (handle: T) => unknown

/**
 * @param open gives the handle, or undefined once the widget has ended
 * @returns runs `use` with the handle; with `load` false only where it is there or on its way
 */
function openOnce<T>(open: () => Promise<T | undefined>, { guard }: Runtime): (use: Use<T>, load?: boolean) => void {
  let opening: Promise<T | undefined> | undefined
  return (use, load = true) => {
    if (!opening && !load) return
    opening ??= open()
    const mine = opening
    guard(() =>
      mine.then(
        (handle) => (handle ? guard(() => use(handle)) : undefined),
        (problem) => {
          // The next wish tries again.
          if (opening === mine) opening = undefined
          throw problem
        },
      ),
    )
  }
}

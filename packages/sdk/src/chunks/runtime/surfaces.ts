/**
 * The panel, the flows and the offer of help for an error: loaded when first wanted, then kept. Wishes made meanwhile are kept in order, so that `open` and
 * `close` in one breath end closed.
 */
import type { OpenedBy } from '@fanal/contract'
import type { FlowHandle, ModalHandle, OfferParts, PanelHandle, RunningFlow } from '../../chunks.ts'
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
  /** Does something with the modal dialog, which is loaded for it. */
  modal(use: (modal: ModalHandle) => void): void
  /** Watches for errors that articles answer. */
  offer(): void
  /** Watches for first visits that a flow offers itself on. */
  starts(): void
  stopFlow(): void
  suggest(items?: SuggestedItem[]): void
  readonly isOpen: boolean
  readonly runningFlow: RunningFlow | null
  destroy(): void
}

/** @param setShown told the known errors that the page shows */
export function createSurfaces(runtime: Runtime, setShown: OfferParts['setShown']): Surfaces {
  /** the host's own suggestions, given before there was a panel */
  let suggested: SuggestedItem[] | undefined
  const panel = openOnce(runtime, async () => {
    const handle = (await runtime.load('panel')).mountPanel(runtime)
    if (suggested) handle.suggest(suggested)
    return handle
  })
  const flows = openOnce(runtime, async () => (await runtime.load('flow')).openFlows(runtime))
  const modal = openOnce(runtime, async () => (await runtime.load('modal')).openModal(runtime))

  const starts = openOnce(runtime, async () => (await runtime.load('start')).openStarts(runtime, { flows: flows.use }))
  const offer = openOnce(runtime, async () =>
    (await runtime.load('offer')).openOffer(runtime, {
      setShown,
      isBusy: () => !!(panel.handle?.isOpen || flows.handle?.running),
    }),
  )

  /** Under the modal dialog the panel could be seen and not used. */
  const usePanel = (use: (handle: PanelHandle) => void) => {
    modal.use((handle) => handle.close(), false)
    panel.use(use)
  }

  return {
    open: (view, by) => usePanel((handle) => handle.open(view, { by })),
    toggle: (by) => usePanel((handle) => (handle.isOpen ? handle.close() : handle.open(undefined, { by }))),
    close() {
      modal.use((handle) => handle.close(), false)
      panel.use((handle) => handle.close(), false)
    },
    panel: usePanel,
    flows: flows.use,
    modal: modal.use,
    offer: () => offer.use(() => 0),
    starts: () => starts.use(() => 0),
    stopFlow: () => flows.use((handle) => handle.stop(), false),
    suggest(items) {
      suggested = items
      panel.use((handle) => handle.suggest(items), false)
    },
    get isOpen() {
      return !!panel.handle?.isOpen
    },
    get runningFlow() {
      return flows.handle?.running ?? null
    },
    destroy() {
      for (const surface of [panel, modal, starts, flows, offer]) surface.end()
    },
  }
}

interface Opened<T> {
  readonly handle: T | undefined
  /** Runs `use` with the handle; with `load` false only where it is there or on its way. */
  use(use: (handle: T) => unknown, load?: boolean): void
  end(): void
}

function openOnce<T extends { destroy(): void }>({ guard }: Runtime, open: () => Promise<T>): Opened<T> {
  let opening: Promise<void> | undefined
  let handle: T | undefined
  let ended = false
  return {
    get handle() {
      return handle
    },
    use(use, load = true) {
      if (!opening && !load) return
      opening ??= open().then((opened) => {
        if (ended) opened.destroy()
        else handle = opened
      })
      const mine = opening
      guard(() =>
        mine.then(
          () => {
            const there = handle
            if (there) guard(() => use(there))
          },
          (problem) => {
            // The next wish tries again.
            if (opening === mine) opening = undefined
            throw problem
          },
        ),
      )
    },
    end() {
      ended = true
      guard(() => handle?.destroy())
      handle = undefined
    },
  }
}

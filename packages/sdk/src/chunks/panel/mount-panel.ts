/**
 * The panel: a dialog that leaves the page usable, or covers it where there is no room for both. Decides when it is open, where the
 * focus goes, and which view is shown. What can wait until the first suggestions are on screen stands in the chunk `more`.
 * State survives closing; `reset` and `destroy` forget it.
 */
import type { SignalProps } from '@fanal/contract'
import type { MoreHandle, PanelHandle, View } from '../../chunks.ts'
import type { PanelView, Runtime } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { applyTheme } from '../../ui/apply-theme.ts'
import controlsCss from '../../ui/controls.css?inline'
import { panelWords } from '../../ui/panel-words.ts'
import tokensCss from '../../ui/tokens.css?inline'
import { translator } from '../../ui/translate.ts'
import { openHome } from './home-view.ts'
import { openLoadedView } from './loaded-view.ts'
import {
  back,
  currentEntry,
  currentQuery,
  forward,
  type Navigation,
  show,
  startNavigation,
  type,
} from './navigation.ts'
import panelCss from './panel.css?inline'
import { buildFrame } from './panel-frame.ts'
import type { ShownView } from './shown-view.ts'
import { openSuggestions, settleMs } from './suggestions.ts'
import { createViewChunks } from './view-chunks.ts'

type OpenedBy = SignalProps['panel_opened']['by']

/** Adds the panel, closed, to the shadow root. */
export function mountPanel(runtime: Runtime): PanelHandle {
  for (const css of [tokensCss, controlsCss, panelCss]) adoptStyles(runtime.root, css)
  const element = createDialog(runtime)
  runtime.root.append(element)
  const stopTheme = applyTheme(runtime, element)
  const fills = matchMedia('(max-width: 480px)')

  let navigation: Navigation = startNavigation
  let isOpen = false
  let commits = 0
  let openedBy: OpenedBy = 'api'
  let focusBefore: HTMLElement | null = null
  /** the context changed while nobody was looking */
  let stale = true
  let more: MoreHandle | undefined
  let wantsMore = true
  let ended = false
  const suggestions = openSuggestions(runtime, draw)
  const chunks = createViewChunks(runtime, draw)

  let shown: ShownView | undefined
  let shownSerial = -1

  const onShow = (view: View) => go(show(navigation, view, scrollTop()))
  const onBack = () => go(back(navigation, scrollTop()))
  const frame = buildFrame(element, runtime, {
    onBack,
    onClose: () => close(),
    onType,
    onCommit() {
      commits++
      draw()
    },
    onContact,
  })

  function onType(query: string): void {
    commits = 0
    go(type(navigation, query, scrollTop()))
  }

  /** Words the person chose instead of typing them: meant as they are. */
  function onQuery(query: string): void {
    onType(query)
    commits++
    draw()
    if (!isTouched()) frame.searchBox.focus()
  }

  function onContact(): void {
    const { view } = currentEntry(navigation)
    // Someone who gives up on these results means them.
    if (view.kind === 'search') {
      commits++
      draw()
    }
    onShow({ kind: 'contact', from: view.kind, ...(view.kind === 'search' && { prefill: { subject: view.query } }) })
  }

  function draw(): void {
    const { view, serial } = currentEntry(navigation)
    if (serial !== shownSerial) {
      shown?.end()
      shownSerial = serial
      shown = openView(view, frame.renewView())
    }
    frame.update({ kind: view.kind, query: currentQuery(navigation), canGoBack: navigation.seen.length > 1 })
    shown?.update()
    more?.update({ kind: view.kind, canGoForward: navigation.ahead.length > 0, suggestions })
    if (wantsMore && isOpen && suggestions.status !== 'loading') void loadMore()
  }

  async function loadMore(): Promise<void> {
    wantsMore = false
    // Without it the panel does what it did before; opened again, it tries again.
    const chunk = await runtime.load('more').catch(() => null)
    if (!chunk || ended || more) return
    more = chunk.openMore({
      runtime,
      element,
      ...frame,
      view: () => frame.view,
      isOpen: () => isOpen,
      fills,
      raise,
      onBack,
      onForward: () => go(forward(navigation, scrollTop())),
      onShow,
      onType,
      onQuery,
      focusInside,
    })
    draw()
  }

  function openView(view: View, into: HTMLElement): ShownView {
    if (view.kind === 'home') return openHome(into, runtime, suggestions, onShow)
    return openLoadedView(into, view.kind, {
      runtime,
      chunks,
      current: () => currentEntry(navigation).view,
      commits: () => commits,
      onShow,
      onBack,
      onContact,
      onQuery,
      onRetry() {
        wantView()
        draw()
      },
    })
  }

  function go(next: Navigation): void {
    if (next === navigation) return
    navigation = next
    wantView()
    draw()
    const { view, scrollTop } = currentEntry(navigation)
    // Other new results start at their top; a new article may have gone to its anchor by itself.
    if (scrollTop || view.kind === 'search') frame.view.scrollTop = scrollTop
  }

  function wantView(): void {
    const { kind } = currentEntry(navigation).view
    if (kind !== 'home') chunks.want(kind)
  }

  const scrollTop = () => frame.view.scrollTop

  function reveal(by: OpenedBy): void {
    if (isOpen) return
    focusBefore = activeElement(runtime.root)
    openedBy = by
    isOpen = true
    if (stale) suggestions.refresh()
    stale = false
    wantsMore = !more
    element.dataset.position = runtime.config?.widget.position ?? 'bottom-right'
    element.toggleAttribute('data-open', true)
    raise()
    draw()
    runtime.launcher?.setAttribute('aria-expanded', 'true')
    runtime.report('panel_opened', { by })
  }

  /** Where it fills the window nothing beside it can be reached; elsewhere the page stays in use. */
  function raise(): void {
    element.close()
    element.hidePopover?.()
    element.ariaModal = fills.matches ? 'true' : null
    if (fills.matches) element.showModal()
    // Browsers without popovers show the panel by its z-index alone.
    else element.showPopover?.()
    // The browser puts it on the first button.
    element.focus({ preventScroll: true })
  }

  function close(): void {
    if (!isOpen) return
    isOpen = false
    const hadFocus = element.contains(runtime.root.activeElement)
    element.close()
    element.hidePopover?.()
    element.toggleAttribute('data-open', false)
    draw()
    runtime.launcher?.setAttribute('aria-expanded', 'false')
    if (hadFocus) (focusBefore?.isConnected ? focusBefore : runtime.launcher)?.focus()
    runtime.report('panel_closed', { by: openedBy })
  }

  function open(view?: PanelView, options: { by?: OpenedBy } = {}): void {
    reveal(options.by ?? 'api')
    if (view === 'contact') go(show(navigation, { kind: 'contact', from: 'api' }))
    else if (view) go(show(navigation, { kind: 'home' }))
    if (view === 'search') frame.searchBox.focus()
    focusInside()
  }

  function showView(view: View, by: OpenedBy = 'api'): void {
    reveal(by)
    go(show(navigation, view, scrollTop()))
    focusInside()
  }

  function focusInside(): void {
    const { activeElement } = runtime.root
    if (activeElement !== element && element.contains(activeElement)) return
    const { kind } = currentEntry(navigation).view
    const searches = (kind === 'home' || kind === 'search') && !isTouched()
    const heading = frame.view.querySelector<HTMLElement>('h2')
    ;(searches ? frame.searchBox : (heading ?? element)).focus({ preventScroll: true })
  }

  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault()
      close()
    }
  })
  const stopContext = runtime.onContextChange(() => {
    if (isOpen) suggestions.refresh(settleMs)
    else stale = true
  })
  const stopReset = runtime.on('reset', () => {
    close()
    navigation = show(navigation, { kind: 'home' })
    stale = true
    draw()
  })

  return {
    open,
    close,
    get isOpen() {
      return isOpen
    },
    search(text) {
      reveal('api')
      go(type(navigation, text, scrollTop()))
      frame.searchBox.focus()
    },
    article: (id, from, by) => showView({ kind: 'article', articleId: id, from }, by),
    contact: (from, prefill) => showView({ kind: 'contact', from, ...(prefill && { prefill }) }),
    suggest(items) {
      stale = false
      if (items) suggestions.replace(items)
      else suggestions.refresh()
    },
    destroy() {
      ended = true
      more?.destroy()
      stopContext()
      stopReset()
      stopTheme()
      suggestions.destroy()
      shown?.end()
      element.remove()
      // It may be the host's own element.
      runtime.launcher?.removeAttribute('aria-expanded')
    },
  }
}

function createDialog(runtime: Runtime): HTMLDialogElement {
  const element = document.createElement('dialog')
  element.className = 'fanal panel'
  element.popover = 'manual'
  element.ariaLabel = translator(panelWords, runtime.locale)('panel.title')
  element.lang = runtime.locale
  element.dir = 'ltr'
  element.tabIndex = -1
  return element
}

/** On a touch screen the search box would bring up the keyboard over what there is to read. */
function isTouched(): boolean {
  return matchMedia('(pointer: coarse)').matches
}

/** What has the focus, looking into our own shadow root. */
function activeElement(root: ShadowRoot): HTMLElement | null {
  const active = root.activeElement ?? document.activeElement
  return active instanceof HTMLElement && active !== document.body ? active : null
}

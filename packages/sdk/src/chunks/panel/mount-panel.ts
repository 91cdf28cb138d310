/**
 * The panel: a dialog that leaves the page usable. Decides when it is open, where the focus goes, and which view is shown.
 * State survives closing; `reset` and `destroy` forget it.
 */
import type { SignalProps } from '@fanal/contract'
import type { PanelHandle } from '../../chunks.ts'
import type { PanelView, Runtime } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { applyTheme } from '../../ui/apply-theme.ts'
import controlsCss from '../../ui/controls.css?inline'
import { panelWords } from '../../ui/panel-words.ts'
import tokensCss from '../../ui/tokens.css?inline'
import { translator } from '../../ui/translate.ts'
import { openHome } from './home-view.ts'
import { moveBetweenItems } from './item-keys.ts'
import { openLoadedView } from './loaded-view.ts'
import {
  back,
  currentEntry,
  currentQuery,
  type Navigation,
  show,
  startNavigation,
  type,
  type View,
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

  let navigation: Navigation = startNavigation
  let isOpen = false
  let commits = 0
  let openedBy: OpenedBy = 'api'
  let focusBefore: HTMLElement | null = null
  /** the context changed while nobody was looking */
  let stale = true
  let shownBefore = ''
  const suggestions = openSuggestions(runtime, draw)
  const chunks = createViewChunks(runtime, draw)

  let shown: ShownView | undefined
  let shownSerial = -1

  const onShow = (view: View) => go(show(navigation, view, scrollTop()))
  const onBack = () => go(back(navigation))
  const frame = buildFrame(element, runtime, {
    onBack,
    onClose: () => close(),
    onType(query) {
      commits = 0
      go(type(navigation, query, scrollTop()))
    },
    onCommit() {
      commits++
      draw()
    },
    onContact,
  })

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
    frame.update({ kind: view.kind, query: currentQuery(navigation), canGoBack: navigation.length > 1 })
    shown?.update()
    reportSuggestions()
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

  function reportSuggestions(): void {
    if (!isOpen || suggestions.status === 'loading' || currentEntry(navigation).view.kind !== 'home') return
    const articles = suggestions.items.filter(({ id }) => id)
    const shown = `${runtime.context().page} ${articles.map(({ id }) => id).join()}`
    if (!articles.length || shown === shownBefore) return
    shownBefore = shown
    runtime.report('suggestions_shown', {
      articleIds: articles.map(({ id = '' }) => id),
      why: articles.map(({ why }) => why),
    })
  }

  function reveal(by: OpenedBy): void {
    if (isOpen) return
    focusBefore = activeElement(runtime.root)
    openedBy = by
    isOpen = true
    if (stale) suggestions.refresh()
    stale = false
    element.dataset.position = runtime.config?.widget.position ?? 'bottom-right'
    element.toggleAttribute('data-open', true)
    // Browsers without popovers show the panel by its z-index alone.
    element.showPopover?.()
    draw()
    runtime.launcher?.setAttribute('aria-expanded', 'true')
    runtime.report('panel_opened', { by })
  }

  function close(): void {
    if (!isOpen) return
    isOpen = false
    const hadFocus = element.contains(runtime.root.activeElement)
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

  /** On a touch screen the search box would bring up the keyboard over the suggestions. */
  function focusInside(): void {
    if (element.contains(runtime.root.activeElement)) return
    const { kind } = currentEntry(navigation).view
    const searches = (kind === 'home' || kind === 'search') && !matchMedia('(pointer: coarse)').matches
    const heading = frame.view.querySelector<HTMLElement>('h2')
    ;(searches ? frame.searchBox : (heading ?? element)).focus({ preventScroll: true })
  }

  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault()
      close()
    } else moveBetweenItems(event, element)
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

function createDialog(runtime: Runtime): HTMLElement {
  const element = document.createElement('div')
  element.className = 'fanal panel'
  element.popover = 'manual'
  element.role = 'dialog'
  element.ariaLabel = translator(panelWords, runtime.locale)('panel.title')
  element.lang = runtime.locale
  element.dir = 'ltr'
  element.tabIndex = -1
  return element
}

/** What has the focus, looking into our own shadow root. */
function activeElement(root: ShadowRoot): HTMLElement | null {
  const active = root.activeElement ?? document.activeElement
  return active instanceof HTMLElement && active !== document.body ? active : null
}

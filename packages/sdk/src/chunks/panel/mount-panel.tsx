/**
 * The panel: a dialog that leaves the page usable. Decides when it is open, where the focus goes, and which view is shown;
 * the views themselves are components. State survives closing; `reset` and `destroy` forget it.
 */
import type { SignalProps } from '@fanal/contract'
import { render } from 'preact'
import type { PanelHandle } from '../../chunks.ts'
import type { PanelView, Runtime } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { applyTheme } from '../../ui/apply-theme.ts'
import controlsCss from '../../ui/controls.css?inline'
import { panelWords } from '../../ui/panel-words.ts'
import tokensCss from '../../ui/tokens.css?inline'
import { translator } from '../../ui/translate.ts'
import { moveBetweenItems } from './item-keys.ts'
import { back, currentEntry, type Navigation, show, startNavigation, type, type View } from './navigation.ts'
import { Panel } from './Panel.tsx'
import panelCss from './panel.css?inline'
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

  function draw(): void {
    render(
      <Panel
        runtime={runtime}
        navigation={navigation}
        commits={commits}
        suggestions={suggestions}
        chunks={chunks}
        onType={(query) => {
          commits = 0
          go(type(navigation, query, scrollTop()))
        }}
        onCommit={() => {
          commits++
          draw()
        }}
        onShow={(view) => go(show(navigation, view, scrollTop()))}
        onBack={() => go(back(navigation))}
        onClose={() => close()}
        onRetry={() => {
          wantView()
          draw()
        }}
      />,
      element,
    )
    reportSuggestions()
  }

  function go(next: Navigation): void {
    if (next === navigation) return
    navigation = next
    wantView()
    draw()
    const { view, scrollTop } = currentEntry(navigation)
    // Other new results start at their top; a new article may have gone to its anchor by itself.
    if (scrollTop || view.kind === 'search') viewElement()?.scrollTo(0, scrollTop)
  }

  function wantView(): void {
    const { kind } = currentEntry(navigation).view
    if (kind !== 'home') chunks.want(kind)
  }

  const viewElement = () => element.querySelector('.view')
  const scrollTop = () => viewElement()?.scrollTop ?? 0

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
    focusInside()
  }

  function showView(view: View): void {
    reveal('api')
    go(show(navigation, view, scrollTop()))
    focusInside()
  }

  /** On a touch screen the search box would bring up the keyboard over the suggestions. */
  function focusInside(): void {
    if (element.contains(runtime.root.activeElement)) return
    const { kind } = currentEntry(navigation).view
    const box = element.querySelector<HTMLElement>('[type=search]')
    const searches = (kind === 'home' || kind === 'search') && !matchMedia('(pointer: coarse)').matches
    ;(searches && box ? box : (element.querySelector<HTMLElement>('.view h2') ?? element)).focus({
      preventScroll: true,
    })
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
    navigation = show(startNavigation, { kind: 'home' })
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
      element.querySelector<HTMLElement>('[type=search]')?.focus()
    },
    article: (id, from) => showView({ kind: 'article', articleId: id, from }),
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
      render(null, element)
      element.remove()
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
  // What the person types or focuses here must not reach the host's hotkeys and focus traps.
  for (const type of ['keydown', 'keyup', 'keypress', 'focusin', 'focusout'])
    element.addEventListener(type, (event) => event.stopPropagation())
  return element
}

/** What has the focus, looking into our own shadow root. */
function activeElement(root: ShadowRoot): HTMLElement | null {
  const active = root.activeElement ?? document.activeElement
  return active instanceof HTMLElement && active !== document.body ? active : null
}

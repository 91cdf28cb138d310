/**
 * The overlay for product teams, asked for with `?fanal-debug`: what the widget knows of the page, why it suggests and finds what, and what leaves. It
 * changes nothing of what the widget does, keeps nothing, and stands in the corner opposite the launcher.
 * Source: docs/embed.md#seeing-what-it-sees
 */
import type { SignalProps } from '@fanal/contract'
import type { DebugParts } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { applyTheme } from '../../ui/apply-theme.ts'
import controlsCss from '../../ui/controls.css?inline'
import { element, icon, takeOut } from '../../ui/element.ts'
import { moveFocus } from '../../ui/move-focus.ts'
import { toJson } from '../../ui/to-json.ts'
import tokensCss from '../../ui/tokens.css?inline'
import { translator } from '../../ui/translate.ts'
import debugCss from './debug.css?inline'
import { debugWords } from './debug-words.ts'
import { describeState } from './describe-state.ts'
import { type ExplainedSearch, explainSearch } from './explain-search.ts'
import { logSignals } from './log-signals.ts'
import { showSearch } from './show-search.ts'
import { showSignals } from './show-signals.ts'
import { showContext, showSuggestions, showWidget } from './show-state.ts'

/** What can happen before the first use, and what changes the suggestions. */
const told = ['ready', 'reset', 'page_viewed', 'error_seen', 'milestone_reached', 'panel_opened', 'suggestions_shown']
/** What no event tells of, such as consent and identity, is looked at this often. */
const lookMs = 1000

export function openDebug(runtime: Runtime, parts: DebugParts): void {
  if (parts.widget.life.aborted) return
  for (const css of [tokensCss, controlsCss, debugCss]) adoptStyles(runtime.root, css)
  const t = translator(debugWords, runtime.locale)
  const end = new AbortController()
  const log = logSignals(runtime, parts)
  const signals = showSignals(t, runtime.locale)
  const [context, suggestions, found, widget] = [element('div'), element('div'), element('div'), element('div')]
  const status = element('span', { role: 'status' })
  let drawn = ''
  let search: ExplainedSearch | 'failed' | null = null
  let asking: AbortController | undefined

  const tool = (ariaLabel: string, path: string, onclick: () => unknown) =>
    element(
      'button',
      { type: 'button', className: 'tool', ariaLabel, onclick: () => runtime.guard(onclick) },
      icon(path),
    )
  const section = (title: string, content: HTMLElement, open = true) =>
    element('details', { open }, element('summary', {}, element('h3', {}, title)), content)

  const body = element(
    'div',
    { className: 'debug-body' },
    section(t('context'), context),
    section(t('suggestions'), suggestions),
    section(t('search'), found),
    section(t('signals'), signals.element),
    section(t('widget'), widget, false),
  )
  const toggle = tool(t('collapse'), 'm5 12.5 5-5 5 5', () => fold(!body.hidden))
  const overlay = element(
    'section',
    { className: 'fanal debug', ariaLabel: t('name'), lang: runtime.locale, dir: 'ltr' },
    element(
      'header',
      {},
      element('h2', {}, t('title')),
      status,
      tool(t('copy'), 'M7.5 7.5h8v8h-8zM12.5 7.5v-3h-8v8h3', copy),
      toggle,
      tool(t('close'), 'm5 5 10 10M15 5 5 15', close),
    ),
    body,
  )

  function fold(folded: boolean): void {
    body.hidden = folded
    toggle.ariaExpanded = `${!folded}`
    toggle.ariaLabel = t(folded ? 'expand' : 'collapse')
  }

  function draw(): void {
    const state = describeState(runtime, parts)
    const path = location.pathname + location.hash
    signals.update(log.list(), state.consent === 'denied')
    overlay.dataset.side = runtime.config?.widget.position === 'bottom-left' ? 'right' : 'left'
    const now = toJson([state, path, search])
    if (now === drawn) return
    drawn = now
    context.replaceChildren(showContext(t, state, path))
    suggestions.replaceChildren(showSuggestions(t, state))
    found.replaceChildren(showSearch(t, search, runtime.locale))
    widget.replaceChildren(showWidget(t, state))
  }

  async function explain(query: string): Promise<void> {
    asking?.abort()
    const mine = new AbortController()
    asking = mine
    const answer = await explainSearch(runtime, query, mine.signal).catch(() => 'failed' as const)
    if (asking !== mine || end.signal.aborted) return
    search = answer
    draw()
  }

  async function copy(): Promise<void> {
    const { signals: _, ...all } = { ...describeState(runtime, parts), signals: [] }
    const text = JSON.stringify(JSON.parse(toJson({ ...all, search, signals: log.list() })), null, 2)
    try {
      await navigator.clipboard.writeText(text)
      status.textContent = t('copied')
    } catch {
      // No clipboard on plain http, or the page's policy forbids it.
      status.textContent = t('notCopied')
    }
  }

  function close(): void {
    if (end.signal.aborted) return
    focus.leave()
    end.abort()
    asking?.abort()
    clearInterval(timer)
    for (const undo of undos) undo()
    takeOut(overlay)
  }

  fold(false)
  const focus = moveFocus(runtime, overlay, toggle, close, end.signal)
  // Who tells of something does so before it is kept.
  const drawSoon = () => queueMicrotask(() => end.signal.aborted || runtime.guard(draw))
  const timer = setInterval(drawSoon, lookMs)
  const undos = [
    applyTheme(runtime, overlay),
    runtime.onContextChange(drawSoon),
    log.watch(drawSoon),
    runtime.on('search_committed', (props) =>
      runtime.guard(() => explain((props as SignalProps['search_committed']).query)),
    ),
    ...told.map((name) => runtime.on(name, drawSoon)),
  ]
  runtime.onDestroy(close)
  runtime.root.append(overlay)
  draw()
}

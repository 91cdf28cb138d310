/**
 * What the panel gains once its first suggestions are on screen: the rest of home, recent searches, the way forward, the side
 * panel, keys, and the care for its place in windows that change. The panel works without all of it.
 */
import type { MoreHandle, PanelParts } from '../../chunks.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { element, icon, takeOut } from '../../ui/element.ts'
import { translator } from '../../ui/translate.ts'
import { fitKeyboard } from './fit-keyboard.ts'
import { openHomeRest } from './home-rest.ts'
import { keepPlace } from './keep-place.ts'
import moreCss from './more.css?inline'
import { moreWords } from './more-words.ts'
import { moveByKeys } from './move-by-keys.ts'
import { offerRecentQueries } from './recent-queries.ts'
import { reportSuggestions } from './report-suggestions.ts'
import { offerSidePanel } from './side-panel.ts'
import { watchFocus } from './watch-focus.ts'

export function openMore(panel: PanelParts): MoreHandle {
  const { runtime, header, form, searchBox } = panel
  adoptStyles(runtime.root, moreCss)
  const t = translator(moreWords, runtime.locale)
  const end = new AbortController()
  const tool = (ariaLabel: string, path: string, onclick: () => void) =>
    element('button', { type: 'button', className: 'tool', ariaLabel, onclick }, icon(path))
  const forward = tool(t('forward'), 'm8 4.5 5.5 5.5L8 15.5', panel.onForward)
  const clear = tool(t('clear'), 'm6.5 6.5 7 7m0-7-7 7', () => {
    searchBox.focus()
    panel.onType('')
  })
  const focus = watchFocus(panel, end.signal)
  const home = openHomeRest(panel, t)
  const recent = offerRecentQueries(panel, t, end.signal)
  const stopSide = offerSidePanel(panel, t)
  moveByKeys(panel, focus, end.signal)
  keepPlace(panel, focus, end.signal)
  const tellSuggestions = reportSuggestions(panel)
  const refit = fitKeyboard(panel, end.signal)

  return {
    update({ kind, canGoForward, suggestions }) {
      if (!canGoForward) takeOut(forward)
      else if (!forward.isConnected) header.querySelector('b')?.before(forward)
      if (!searchBox.value) takeOut(clear)
      else if (!clear.isConnected) form.append(clear)
      home.update(kind === 'home', suggestions.items)
      if (kind === 'home') tellSuggestions(suggestions)
      recent.update(kind === 'home')
      refit()
    },
    destroy() {
      end.abort()
      stopSide()
      home.destroy()
    },
  }
}

export type MoreTranslate = ReturnType<typeof translator<keyof typeof moreWords.fr>>

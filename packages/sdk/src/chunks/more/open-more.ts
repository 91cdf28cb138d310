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
import { offerSidePanel } from './side-panel.ts'
import { watchFocus } from './watch-focus.ts'

export function openMore(panel: PanelParts): MoreHandle {
  const { runtime, header } = panel
  adoptStyles(runtime.root, moreCss)
  const t = translator(moreWords, runtime.locale)
  const end = new AbortController()
  const forward = element(
    'button',
    { type: 'button', className: 'tool', ariaLabel: t('forward'), onclick: panel.onForward },
    icon('m8 4.5 5.5 5.5L8 15.5'),
  )
  const focus = watchFocus(panel, end.signal)
  const home = openHomeRest(panel, t)
  const recent = offerRecentQueries(panel, t, end.signal)
  const stopSide = offerSidePanel(panel, t)
  moveByKeys(panel, focus, end.signal)
  keepPlace(panel, focus, end.signal)
  const refit = fitKeyboard(panel, end.signal)

  return {
    update({ kind, canGoForward, suggestions }) {
      if (!canGoForward) takeOut(forward)
      else if (!forward.isConnected) header.querySelector('b')?.before(forward)
      home.update(kind === 'home', suggestions)
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

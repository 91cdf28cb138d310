/** Grey lines where text is about to stand; the words are for screen readers. */
import type { WidgetLocale } from '../runtime.ts'
import { element } from './element.ts'
import { panelWords } from './panel-words.ts'
import { translator } from './translate.ts'

export function skeleton(locale: WidgetLocale, lines: number): HTMLElement {
  return element(
    'div',
    { className: 'skeleton', ariaBusy: 'true' },
    element('span', { className: 'hidden' }, translator(panelWords, locale)('loading')),
    ...[...Array(lines)].map(() => element('i')),
  )
}

/** Grey lines where text is about to stand; the words are for screen readers. */
import type { WidgetLocale } from '../runtime.ts'
import { panelWords } from './panel-words.ts'
import { translator } from './translate.ts'

export function Skeleton({ lines, locale }: { lines: number; locale: WidgetLocale }) {
  return (
    <div class="skeleton" aria-busy="true">
      <span class="hidden">{translator(panelWords, locale)('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  )
}

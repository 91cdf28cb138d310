/** Grey lines where text is about to stand; the words are for screen readers. */
import { panelWords } from './panel-words.ts'
import { useTranslate } from './translate.ts'

export function Skeleton({ lines }: { lines: number }) {
  const t = useTranslate(panelWords)
  return (
    <div class="skeleton" aria-busy="true">
      <span class="hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  )
}

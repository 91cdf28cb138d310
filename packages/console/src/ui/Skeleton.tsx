/** Grey lines where data is about to stand; said once to screen readers. */
import { useTranslate } from '../preferences/PreferencesProvider.tsx'

const widths = ['38%', '92%', '84%', '88%', '61%', '79%', '90%', '55%']

export function Skeleton({ lines }: { lines: number }) {
  const t = useTranslate()
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{t('app.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" style={{ width: widths[line % widths.length] }} />
      ))}
    </div>
  )
}

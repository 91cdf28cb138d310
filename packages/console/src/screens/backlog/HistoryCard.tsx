/** Who moved the item, when and why; newest first. */
import type { BacklogHistoryEntry } from '@fanal/contract'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'

export function HistoryCard({ history }: { history: readonly BacklogHistoryEntry[] }) {
  const t = useTranslate()
  return (
    <section class="card" aria-labelledby="history-title">
      <h2 id="history-title">{t('item.history')}</h2>
      {history.length === 0 ? (
        <p class="muted">{t('item.historyNone')}</p>
      ) : (
        <ol class="history">
          {history.toReversed().map((entry) => (
            <Entry key={`${entry.at} ${entry.to}`} entry={entry} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Entry({ entry }: { entry: BacklogHistoryEntry }) {
  const t = useTranslate()
  const format = useFormat()
  const to = t(`state.${entry.to}`)
  return (
    <li>
      <p>
        {entry.from === null ? t('item.historyOpened') : t('item.historyStep', { from: t(`state.${entry.from}`), to })}
      </p>
      {entry.reason && <p class="history-reason">{t('item.historyReason', { reason: entry.reason })}</p>}
      <p class="row-meta">
        <time dateTime={entry.at}>{format.moment(entry.at)}</time> ·{' '}
        {entry.by === 'fanal' ? t('item.automatic') : entry.by}
      </p>
    </li>
  )
}

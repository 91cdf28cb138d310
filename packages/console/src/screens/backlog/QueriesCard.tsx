/** What people typed: only queries that enough accounts share ever arrive here. */
import type { BacklogQuery } from '@fanal/contract'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'

export function QueriesCard({ queries }: { queries: readonly BacklogQuery[] }) {
  const t = useTranslate()
  const format = useFormat()
  return (
    <section class="card" aria-labelledby="queries-title">
      <h2 id="queries-title">{t('item.queries')}</h2>
      {queries.length === 0 ? (
        <p class="muted">{t('item.queriesNone')}</p>
      ) : (
        <TableFrame caption={t('item.queriesCaption')}>
          <thead>
            <tr>
              <th scope="col">{t('item.query')}</th>
              <th scope="col" class="number">
                {t('item.times')}
              </th>
              <th scope="col" class="number">
                {t('backlog.accounts')}
              </th>
            </tr>
          </thead>
          <tbody>
            {queries.map(({ text, count, accounts }) => (
              <tr key={text}>
                <th scope="row">{text}</th>
                <td class="number">{format.count(count)}</td>
                <td class="number">{format.count(accounts)}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </section>
  )
}

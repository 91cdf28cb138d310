/** Every signal gathered in the item, by kind, and the pages it happened on. */
import type { BacklogEvidence, BacklogItem } from '@fanal/contract'
import { isMessageKey } from '../../locale/translate.ts'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'

export function EvidenceCard({ item }: { item: BacklogItem }) {
  const t = useTranslate()
  return (
    <section class="card" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{t('item.evidence')}</h2>
      {item.evidence.length === 0 ? (
        <p class="muted">{t('item.evidenceNone')}</p>
      ) : (
        <TableFrame caption={t('item.evidenceCaption')}>
          <thead>
            <tr>
              <th scope="col">{t('item.evidenceKind')}</th>
              <th scope="col" class="number">
                {t('item.times')}
              </th>
              <th scope="col" class="number">
                {t('backlog.accounts')}
              </th>
              <th scope="col">{t('backlog.lastSeen')}</th>
            </tr>
          </thead>
          <tbody>
            {item.evidence.map((evidence) => (
              <EvidenceRow key={evidence.kind} evidence={evidence} />
            ))}
          </tbody>
        </TableFrame>
      )}
      <h3>{t('item.pages')}</h3>
      {item.pages.length === 0 ? (
        <p class="muted">{t('item.pagesNone')}</p>
      ) : (
        <ul class="pages">
          {item.pages.map((page) => (
            <li key={page}>
              <code>{page}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function EvidenceRow({ evidence }: { evidence: BacklogEvidence }) {
  const t = useTranslate()
  const format = useFormat()
  const reasons = Object.entries(evidence.reasons ?? {}).map(([reason, count]) => {
    const key = `${evidence.kind === 'flow_step_failed' ? 'failure' : 'reason'}.${reason}`
    return `${isMessageKey(key) ? t(key) : reason} (${format.count(count)})`
  })
  return (
    <tr>
      <th scope="row">
        {t(`evidence.${evidence.kind}`)}
        {reasons.length > 0 && <span class="row-meta">{reasons.join(', ')}</span>}
      </th>
      <td class="number">{format.count(evidence.count)}</td>
      <td class="number">{format.count(evidence.accounts)}</td>
      <td class="muted nowrap">
        <time dateTime={evidence.lastAt} title={format.moment(evidence.lastAt)}>
          {format.ago(evidence.lastAt, Date.now())}
        </time>
      </td>
    </tr>
  )
}

/** What avoided tickets: the content with the most credit, by either rule of attribution (the URL says which). */
import type { DeflectionReport, ItemCredit } from '@fanal/contract'
import { useQuery } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { articlesQuery, type ReportRange } from '../../api/reports.ts'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { Definition } from '../../ui/Definition.tsx'
import { LinkSegments } from '../../ui/Segments.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'
import { oneOf, toUrl } from '../../url/query.ts'

/** Rows shown: enough to act on, few enough to read. */
const shownItems = 10

export interface AttributionProps {
  report: DeflectionReport
  range: ReportRange
}

export function Attribution({ report, range }: AttributionProps) {
  const t = useTranslate()
  const format = useFormat()
  const { path, query } = useLocation()
  const model = oneOf(query.credit, ['shared', 'last'])
  const credits = model === 'shared' ? report.attribution.shared : report.attribution.lastTouch
  const top = credits.toSorted((a, b) => b.credit - a.credit).slice(0, shownItems)
  return (
    <section class="card" aria-labelledby="attribution-title">
      <div class="card-head">
        <h2 id="attribution-title">{t('deflection.attribution')}</h2>
        <LinkSegments
          label={t('deflection.model')}
          options={[
            {
              label: t('deflection.shared'),
              href: toUrl(path, query, { credit: null }),
              current: model === 'shared',
            },
            {
              label: t('deflection.lastTouch'),
              href: toUrl(path, query, { credit: 'last' }),
              current: model === 'last',
            },
          ]}
        />
      </div>
      {top.length === 0 ? (
        <p class="muted">{t('deflection.attributionNone')}</p>
      ) : (
        <CreditTable
          items={top}
          range={range}
          caption={t('deflection.attributionCaption', { total: format.decimal(report.avoidedTickets) })}
        />
      )}
      <Definition
        figure={t('deflection.attribution')}
        text="def.attribution"
        formula="def.attributionFormula"
        numbers={`A = ${format.decimal(report.avoidedTickets)}`}
      />
    </section>
  )
}

interface CreditTableProps {
  items: readonly ItemCredit[]
  range: ReportRange
  caption: string
}

function CreditTable({ items, range, caption }: CreditTableProps) {
  const t = useTranslate()
  const format = useFormat()
  const articles = useQuery(articlesQuery(range))
  const titles = new Map(articles.data?.articles.map(({ id, title }) => [id, title]))
  const most = Math.max(...items.map(({ credit }) => credit))
  return (
    <TableFrame caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t('deflection.content')}</th>
          <th scope="col" class="wide-only">
            {t('deflection.kind')}
          </th>
          <th scope="col" class="number">
            {t('deflection.credit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ kind, id, credit }) => (
          <tr key={`${kind} ${id}`}>
            <th scope="row">{(kind === 'article' && titles.get(id)) || id}</th>
            <td class="wide-only muted">{t(`content.${kind}`)}</td>
            <td class="number credit">
              <span class="credit-bar" aria-hidden="true">
                <span style={{ width: `${(credit / most) * 100}%` }} />
              </span>
              {format.decimal(credit)}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  )
}

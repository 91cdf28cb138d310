/** Recherches: how often search fails, and the terms that enough people share to be shown. */
import type { SearchesReport } from '@fanal/contract'
import { useQuery } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { searchesQuery } from '../../api/reports.ts'
import { useFormat, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { useConsole } from '../../shell/ConsoleProvider.tsx'
import { CountFigure } from '../../ui/CountFigure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { PeriodBar } from '../../ui/PeriodBar.tsx'
import { RateFigure } from '../../ui/RateFigure.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'
import { readPeriod } from '../../url/period.ts'

export function SearchesScreen() {
  const t = useTranslate()
  const { query } = useLocation()
  const { project } = useConsole()
  const period = readPeriod(query, Date.now())
  const report = useQuery(searchesQuery({ project: project.id, from: period.from, to: period.to }))
  return (
    <Page title={t('searches.title')} lead={t('searches.lead')}>
      <div class="toolbar">
        <PeriodBar period={period} />
      </div>
      <Loaded query={report}>
        {(data) =>
          data.committed === 0 ? (
            <div class="empty">
              <h2>{t('empty.searches')}</h2>
              <p>{t('empty.searchesText')}</p>
            </div>
          ) : (
            <>
              <SearchFigures report={data} />
              <Terms terms={data.terms} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function SearchFigures({ report }: { report: SearchesReport }) {
  const t = useTranslate()
  const format = useFormat()
  return (
    <div class="figures">
      <h2 class="visually-hidden">{t('searches.figures')}</h2>
      <CountFigure
        label={t('searches.committed')}
        value={format.count(report.committed)}
        text="def.committed"
        formula="def.committedFormula"
      />
      <RateFigure
        label={t('searches.noResult')}
        rate={report.noResult}
        text="def.noResult"
        formula="def.noResultFormula"
      />
      <RateFigure label={t('searches.failed')} rate={report.failed} text="def.failed" formula="def.failedFormula" />
      <RateFigure
        label={t('searches.clickThrough')}
        rate={report.clickThrough}
        text="def.clickThrough"
        formula="def.clickThroughFormula"
      />
    </div>
  )
}

function Terms({ terms }: { terms: SearchesReport['terms'] }) {
  const t = useTranslate()
  const format = useFormat()
  return (
    <section class="card" aria-labelledby="terms-title">
      <h2 id="terms-title">{t('searches.terms')}</h2>
      {terms.length === 0 ? (
        <p class="muted">{t('searches.termsNone')}</p>
      ) : (
        <TableFrame caption={t('searches.termsCaption', { n: terms.length })}>
          <thead>
            <tr>
              <th scope="col">{t('searches.term')}</th>
              <th scope="col" class="number">
                {t('searches.count')}
              </th>
              <th scope="col" class="number">
                {t('searches.accounts')}
              </th>
              <th scope="col" class="number">
                {t('searches.noResultCount')}
              </th>
              <th scope="col" class="number">
                {t('searches.clicked')}
              </th>
            </tr>
          </thead>
          <tbody>
            {terms.map((term) => (
              <tr key={term.query}>
                <th scope="row">{term.query}</th>
                <td class="number">{format.count(term.count)}</td>
                <td class="number">{format.count(term.accounts)}</td>
                <td class="number">{format.count(term.noResult)}</td>
                <td class="number">{format.count(term.clicked)}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </section>
  )
}

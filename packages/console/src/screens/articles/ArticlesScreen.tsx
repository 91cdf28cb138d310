/** Articles: what is read, what helps, and what sends people to support; sorted by the URL. */
import type { ArticlesReport } from '@fanal/contract'
import { useQuery } from '@tanstack/preact-query'
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { articlesQuery } from '../../api/reports.ts'
import { isMessageKey } from '../../locale/translate.ts'
import { useFormat, usePreferences, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { useConsole } from '../../shell/ConsoleProvider.tsx'
import { Definition } from '../../ui/Definition.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { PeriodBar } from '../../ui/PeriodBar.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'
import { readPeriod } from '../../url/period.ts'
import { toUrl } from '../../url/query.ts'
import { type ArticleRow, readSort, type Sort, type SortColumn, sortArticles, sortChanges } from './sort-articles.ts'

export function ArticlesScreen() {
  const t = useTranslate()
  const { query } = useLocation()
  const { project } = useConsole()
  const period = readPeriod(query, Date.now())
  const report = useQuery(articlesQuery({ project: project.id, from: period.from, to: period.to }))
  return (
    <Page title={t('articles.title')} lead={t('articles.lead')}>
      <div class="toolbar">
        <PeriodBar period={period} />
      </div>
      <Loaded query={report} lines={8}>
        {(data) =>
          data.articles.length === 0 ? (
            <div class="empty">
              <h2>{t('empty.articles')}</h2>
              <p>{t('empty.articlesText')}</p>
            </div>
          ) : (
            <ArticlesTable articles={data.articles} sort={readSort(query)} />
          )
        }
      </Loaded>
    </Page>
  )
}

function ArticlesTable({ articles, sort }: { articles: ArticlesReport['articles']; sort: Sort }) {
  const { t, preferences } = usePreferences()
  return (
    <section class="card">
      <TableFrame caption={t('articles.caption', { n: articles.length })}>
        <thead>
          <tr>
            <SortHeading column="title" sort={sort} label={t('articles.article')} />
            <SortHeading column="opened" sort={sort} label={t('articles.opened')} numeric />
            <SortHeading column="read" sort={sort} label={t('articles.read')} numeric />
            <SortHeading column="yes" sort={sort} label={t('articles.yes')} numeric />
            <SortHeading column="no" sort={sort} label={t('articles.no')} numeric />
            <SortHeading column="h" sort={sort} label={t('articles.h')} numeric />
            <th scope="col">{t('articles.reasons')}</th>
            <SortHeading column="contactAfterRead" sort={sort} label={t('articles.contact')} numeric />
          </tr>
        </thead>
        <tbody>
          {sortArticles(articles, sort, preferences.locale).map((article) => (
            <Row key={article.id} article={article} />
          ))}
        </tbody>
      </TableFrame>
      <Definition named figure={t('articles.read')} text="def.read" formula="def.readFormula" />
      <Definition named figure={t('articles.h')} text="def.helpfulness" formula="def.helpfulnessFormula" />
      <Definition
        named
        figure={t('articles.contact')}
        text="def.contactAfterRead"
        formula="def.contactAfterReadFormula"
      />
    </section>
  )
}

interface SortHeadingProps {
  column: SortColumn
  sort: Sort
  label: ComponentChildren
  numeric?: boolean
}

function SortHeading({ column, sort, label, numeric = false }: SortHeadingProps) {
  const { path, query } = useLocation()
  const sorted = column === sort.column
  const arrow = sort.direction === 'ascending' ? '↑' : '↓'
  return (
    <th scope="col" class={numeric ? 'number' : undefined} aria-sort={sorted ? sort.direction : undefined}>
      <a class="sort-link" href={toUrl(path, query, sortChanges(column, sort))}>
        {label}
        <span class="sort-arrow" aria-hidden="true">
          {sorted ? arrow : ''}
        </span>
      </a>
    </th>
  )
}

function Row({ article }: { article: ArticleRow }) {
  const t = useTranslate()
  const format = useFormat()
  const reasons = Object.entries(article.reasons)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => {
      const key = `reason.${reason}`
      return `${isMessageKey(key) ? t(key) : reason} (${format.count(count)})`
    })
  return (
    <tr>
      <th scope="row" class="article-name">
        {article.title ?? t('articles.untitled')}
        <code>{article.id}</code>
      </th>
      <td class="number">{format.count(article.opened)}</td>
      <td class="number">{format.count(article.read)}</td>
      <td class="number">{format.count(article.yes)}</td>
      <td class="number">{format.count(article.no)}</td>
      <td class="number nowrap">
        {format.decimal(article.h)}
        <span class="row-meta">{t('rate.n', { n: format.count(article.yes + article.no) })}</span>
      </td>
      <td class="muted reasons">{reasons.join(', ') || '–'}</td>
      <td class="number">{format.count(article.contactAfterRead)}</td>
    </tr>
  )
}

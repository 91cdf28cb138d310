/** Sorting of the articles table, as read from the URL (`sort`, `dir`). Pure. */
import type { ArticlesReport } from '@fanal/contract'
import { oneOf, type Query } from '../../url/query.ts'

export type ArticleRow = ArticlesReport['articles'][number]

export const sortColumns = ['read', 'title', 'opened', 'yes', 'no', 'h', 'contactAfterRead'] as const
export type SortColumn = (typeof sortColumns)[number]

export interface Sort {
  column: SortColumn
  direction: 'ascending' | 'descending'
}

/** Most read first, when the URL does not say otherwise. */
export function readSort(query: Query): Sort {
  const column = oneOf<SortColumn>(query.sort, sortColumns)
  const direction = oneOf(query.dir, ['', 'asc', 'desc'])
  return { column, direction: direction === '' ? firstDirection(column) : `${direction}ending` }
}

/** Query changes for a click on a column: the sorted column turns round, another one starts its usual way. */
export function sortChanges(column: SortColumn, current: Sort): Record<string, string | null> {
  const first = firstDirection(column)
  const turned = column === current.column && current.direction === first
  const opposite = first === 'ascending' ? 'desc' : 'asc'
  return { sort: column === 'read' ? null : column, dir: turned ? opposite : null }
}

/** @param locale of the reader, for titles; equal rows stay in the order of their ids */
export function sortArticles(articles: readonly ArticleRow[], sort: Sort, locale: string): ArticleRow[] {
  const sign = sort.direction === 'ascending' ? 1 : -1
  return articles.toSorted((a, b) => {
    const order =
      sort.column === 'title'
        ? (a.title ?? a.id).localeCompare(b.title ?? b.id, locale)
        : a[sort.column] - b[sort.column]
    return order * sign || a.id.localeCompare(b.id)
  })
}

/** Figures are looked at from the largest, titles from A. */
function firstDirection(column: SortColumn): Sort['direction'] {
  return column === 'title' ? 'ascending' : 'descending'
}

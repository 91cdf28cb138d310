/**
 * Which records a query finds, best first: the articles the search index ranks, of those the filters let through. For DocSearch each
 * article gives the parts of it that hold the query's words, its title first when that says as much as any part.
 */
import { type Concept, highlight, type IndexHit, type Prior } from '@fanal/search'
import type { ArticleUse } from '../../reports/keep-article-use.ts'
import type { KnowledgeBase, LoadedArticle } from '../knowledge.ts'
import { docSearchRecords } from './docsearch-records.ts'
import { facetFilters, numericFilters, tagFilters } from './filter-lists.ts'
import { type Filter, parseFilters } from './filters.ts'
import type { IndexName } from './index-name.ts'
import { priorsHere } from './priors-here.ts'
import { articleRecord, type IndexRecord } from './records.ts'
import type { QueryParams } from './search-params.ts'

/** Parts of one article among DocSearch's hits: more would push the other articles out of its list. */
const maxParts = 3
/** Articles whose parts are looked at; DocSearch shows twenty hits. */
const maxArticlesInParts = 50

type FilterParams = Pick<QueryParams, 'filters' | 'facetFilters' | 'numericFilters' | 'tagFilters'>

export interface FoundRecord {
  record: IndexRecord
  /** left out for an empty query, which finds everything alike */
  why?: IndexHit
}

export interface FoundRecords {
  /** best first */
  records: FoundRecord[]
  /** how likely it is that one of the first three answers; left out for an empty query */
  confidence?: number
}

/**
 * @param use decides between articles that answer alike
 * @throws FanalError FILTER_INVALID, QUERY_INVALID
 */
export function findRecords(
  base: KnowledgeBase,
  { locale, records }: IndexName,
  asked: FilterParams & Pick<QueryParams, 'query' | 'ruleContexts' | 'reading'>,
  use?: ArticleUse,
): FoundRecords {
  const filter = toFilter(asked)
  // Most searches filter nothing: no record need then be made of what is not shown.
  const takesAll = records === 'docsearch' || !asksFilter(asked)
  const allows = (article: LoadedArticle) =>
    (locale === undefined || article.locale === locale) && (takesAll || filter(articleRecord(article)))
  const { found, ...rest } = findArticles(base, asked, { allows, locale, use })
  if (records === 'articles') {
    return { records: found.map(({ article, ...why }) => ({ record: articleRecord(article), ...why })), ...rest }
  }
  const inParts = found.slice(0, maxArticlesInParts).flatMap(({ article, ...why }) => {
    const parts = findParts(base, article, asked).filter(filter)
    return parts.map((record) => ({ record, ...why }))
  })
  return { records: inParts, ...rest }
}

function asksFilter({ filters, facetFilters, numericFilters, tagFilters }: FilterParams): boolean {
  return filters.trim() !== '' || [facetFilters, numericFilters, tagFilters].some((list) => list.length > 0)
}

/** @throws FanalError FILTER_INVALID, QUERY_INVALID */
function toFilter(asked: FilterParams): Filter {
  const all = [
    parseFilters(asked.filters),
    facetFilters(asked.facetFilters),
    numericFilters(asked.numericFilters),
    tagFilters(asked.tagFilters),
  ]
  return (record) => all.every((filter) => filter(record))
}

interface Searched {
  allows(article: LoadedArticle): boolean
  locale: string | undefined
  use: ArticleUse | undefined
}

/** An empty query finds every article, by title. */
function findArticles(
  base: KnowledgeBase,
  { query, ruleContexts, reading }: Pick<QueryParams, 'query' | 'ruleContexts' | 'reading'>,
  { allows, locale, use }: Searched,
): { found: { article: LoadedArticle; why?: IndexHit }[]; confidence?: number } {
  if (query.trim() === '') {
    const byTitle = (a: LoadedArticle, b: LoadedArticle) =>
      a.title.localeCompare(b.title, a.locale) || (a.id < b.id ? -1 : 1)
    return {
      found: [...base.articles.values()]
        .filter(allows)
        .sort(byTitle)
        .map((article) => ({ article })),
    }
  }
  const here = priorsHere(base, ruleContexts)
  const prior = (id: string): Prior | undefined => {
    const article = base.articles.get(id)
    const reason = here?.get(id)
    if (use === undefined || article === undefined) return reason
    return { ...(reason ?? { value: 0, why: 'use' }), use: use(article) }
  }
  const { hits, confidence } = base.index.search(query, {
    ...reading,
    filter: (id) => {
      const article = base.articles.get(id)
      return article !== undefined && allows(article)
    },
    limit: base.articles.size,
    prior,
    ...(locale === undefined ? {} : { locale }),
  })
  const found = hits.flatMap((why) => {
    const article = base.articles.get(why.id)
    return article ? [{ article, why }] : []
  })
  return { found, confidence }
}

function findParts(
  base: KnowledgeBase,
  article: LoadedArticle,
  { query, reading }: Pick<QueryParams, 'query' | 'reading'>,
): IndexRecord[] {
  const [title, ...parts] = docSearchRecords(article, base.settings.title ?? base.project)
  if (!title) return []
  if (query.trim() === '') return [title]
  const concepts = base.index.concepts(query, article.locale, reading)
  const worth = (record: IndexRecord) => countWords(ownText(record), concepts, article.locale)
  const matching = parts.map((record) => ({ record, worth: worth(record) })).filter((one) => one.worth > 0)
  matching.sort((a, b) => b.worth - a.worth)
  const best = matching.slice(0, maxParts)
  const titleFirst = worth(title) >= (best[0]?.worth ?? 0)
  return titleFirst ? [title, ...best.slice(0, maxParts - 1).map((one) => one.record)] : best.map((one) => one.record)
}

/** The text that a part adds to those above it. */
function ownText({ attributes }: IndexRecord): string {
  const { content, type, hierarchy } = attributes
  if (typeof content === 'string') return content
  return String(Reflect.get(Object(hierarchy), String(type)) ?? '')
}

function countWords(text: string, concepts: readonly Concept[], locale: string): number {
  return highlight(text, { concepts, locale }).matchedWords.length
}

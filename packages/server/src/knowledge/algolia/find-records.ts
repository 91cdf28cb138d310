/**
 * Which records a query finds, best first: the articles the search index ranks, of those the filters let through. For DocSearch each
 * article gives the parts of it that hold the query's words, its title first when that says as much as any part.
 */
import { type Concept, highlight, type IndexHit } from '@fanal/search'
import type { KnowledgeBase, LoadedArticle } from '../knowledge.ts'
import { docSearchRecords } from './docsearch-records.ts'
import { facetFilters, numericFilters, tagFilters } from './filter-lists.ts'
import { type Filter, parseFilters } from './filters.ts'
import type { IndexName } from './index-name.ts'
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

/** @throws FanalError FILTER_INVALID, QUERY_INVALID */
export function findRecords(
  base: KnowledgeBase,
  { locale, records }: IndexName,
  asked: FilterParams & Pick<QueryParams, 'query'>,
): FoundRecord[] {
  const filter = toFilter(asked)
  const allowed = new Map<string, LoadedArticle>()
  for (const article of base.articles.values()) {
    if (locale !== undefined && article.locale !== locale) continue
    if (records === 'docsearch' || filter(articleRecord(article))) allowed.set(article.id, article)
  }
  const found = findArticles(base, asked.query, allowed, locale)
  if (records === 'articles') return found.map(({ article, ...why }) => ({ record: articleRecord(article), ...why }))
  return found.slice(0, maxArticlesInParts).flatMap(({ article, ...why }) => {
    const parts = findParts(base, article, asked.query).filter(filter)
    return parts.map((record) => ({ record, ...why }))
  })
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

/** An empty query finds every article, by title. */
function findArticles(
  base: KnowledgeBase,
  query: string,
  allowed: ReadonlyMap<string, LoadedArticle>,
  locale: string | undefined,
): { article: LoadedArticle; why?: IndexHit }[] {
  if (query.trim() === '') {
    const byTitle = (a: LoadedArticle, b: LoadedArticle) =>
      a.title.localeCompare(b.title, a.locale) || (a.id < b.id ? -1 : 1)
    return [...allowed.values()].sort(byTitle).map((article) => ({ article }))
  }
  const options = {
    filter: (id: string) => allowed.has(id),
    limit: allowed.size,
    ...(locale === undefined ? {} : { locale }),
  }
  return base.index.search(query, options).hits.flatMap((why) => {
    const article = allowed.get(why.id)
    return article ? [{ article, why }] : []
  })
}

function findParts(base: KnowledgeBase, article: LoadedArticle, query: string): IndexRecord[] {
  const [title, ...parts] = docSearchRecords(article, base.settings.title ?? base.project)
  if (!title) return []
  if (query.trim() === '') return [title]
  const concepts = base.index.concepts(query, article.locale)
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

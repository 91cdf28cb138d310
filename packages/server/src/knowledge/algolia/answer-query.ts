/**
 * One query of the Algolia subset against one knowledge base: its page of hits, or the values of one facet.
 * Source: docs/search.md#algolia
 */
import type { SearchHit, SearchResponse } from '@fanal/contract'
import type { IndexHit } from '@fanal/search'
import { newQueryId, type SearchMemory } from '../../ingest/search-memory.ts'
import type { ArticleUse } from '../../reports/keep-article-use.ts'
import type { KnowledgeBase } from '../knowledge.ts'
import { docSearchShape } from './docsearch-records.ts'
import { countFacets, type FacetAnswer, type FacetCounts, searchFacetValues } from './facets.ts'
import { findRecords } from './find-records.ts'
import { type IndexName, readIndexName } from './index-name.ts'
import { type AnsweredHit, toHit } from './mark-record.ts'
import type { Params } from './param-values.ts'
import { articleShape } from './records.ts'
import { type QueryParams, readFacetParams, readParams } from './search-params.ts'

type Paging = Partial<Pick<SearchResponse, 'page' | 'nbPages' | 'hitsPerPage'>> & { offset?: number; length?: number }

export type QueryAnswer = Omit<SearchResponse, 'hits' | 'page' | 'nbPages' | 'hitsPerPage' | 'facets'> &
  Paging &
  FacetCounts & { hits: AnsweredHit[]; exhaustive: Record<string, boolean> }

/**
 * @param index a name that `readIndexName` knows
 * @param searches where a search that asks for a `queryID` is remembered
 * @param use decides between articles that answer alike
 * @throws FanalError INDEX_UNKNOWN, FILTER_INVALID, QUERY_INVALID
 */
export function answerQuery(
  base: KnowledgeBase,
  index: string,
  given: Params,
  searches: Pick<SearchMemory, 'remember'>,
  use?: ArticleUse,
): QueryAnswer {
  const startedAt = performance.now()
  const name = readIndexName(base, index)
  const asked = readParams(given)
  const shape = shapeOf(name)
  const { records: found, confidence } = findRecords(base, name, asked, use)
  const { offset, length } = asked.slice ?? { offset: asked.page * asked.hitsPerPage, length: asked.hitsPerPage }
  const shown = found.slice(offset, offset + length)
  const locales = new Set(shown.map(({ record }) => record.article.locale))
  const concepts = new Map(
    [...locales].map((locale) => [locale, base.index.concepts(asked.query, locale, asked.reading)]),
  )
  return {
    hits: shown.map(({ record, why }) => ({
      ...toHit(record, shape, asked, concepts.get(record.article.locale) ?? []),
      ...(why && asked.getRankingInfo ? explain(why) : {}),
    })),
    nbHits: found.length,
    ...pagingOf(asked, found.length),
    exhaustiveNbHits: true,
    exhaustive: { nbHits: true, typo: true, facetsCount: true },
    query: asked.query,
    params: asked.params,
    processingTimeMS: elapsed(startedAt),
    index,
    ...(asked.clickAnalytics ? { queryID: nameSearch(base, name, asked, found.length, searches) } : {}),
    ...countFacets(
      found.map(({ record }) => record),
      asked,
      shape,
    ),
    ...(confidence === undefined ? {} : { _fanal: { confidence } }),
  }
}

/**
 * @param facet one of the index's facets
 * @throws FanalError INDEX_UNKNOWN, FILTER_INVALID, QUERY_INVALID
 */
export function answerFacet(base: KnowledgeBase, index: string, facet: string, given: Params): FacetAnswer {
  const startedAt = performance.now()
  const name = readIndexName(base, index)
  const asked = { ...readParams(given), ...readFacetParams(given) }
  const found = findRecords(base, name, asked).records.map(({ record }) => record)
  const answer = searchFacetValues(found, facet, shapeOf(name), asked)
  return { ...answer, processingTimeMS: elapsed(startedAt) }
}

/** An empty query asks nothing, and what the client keeps out of its analytics is not remembered here either. */
function nameSearch(
  { project }: KnowledgeBase,
  { locale }: IndexName,
  { query, analytics }: QueryParams,
  hits: number,
  searches: Pick<SearchMemory, 'remember'>,
): string {
  if (!analytics || query.trim() === '') return newQueryId()
  return searches.remember(project, { query, hits, ...(locale === undefined ? {} : { locale }) })
}

/** What of Algolia's own reasons has a meaning here, and ours. */
function explain({ score, coverage, passage, prior, matches }: IndexHit): Pick<SearchHit, '_rankingInfo' | '_fanal'> {
  const { words, terms } = matches()
  return {
    _rankingInfo: { userScore: Math.round(score * 1000), words: words.length },
    _fanal: { score, coverage, passage, words, terms, ...(prior ? { prior } : {}) },
  }
}

function shapeOf({ records }: IndexName) {
  return records === 'docsearch' ? docSearchShape : articleShape
}

function pagingOf({ slice, page, hitsPerPage }: QueryParams, nbHits: number): Paging {
  if (slice) return slice
  return { page, nbPages: hitsPerPage === 0 ? 0 : Math.ceil(nbHits / hitsPerPage), hitsPerPage }
}

function elapsed(startedAt: number): number {
  return Math.max(1, Math.round(performance.now() - startedAt))
}

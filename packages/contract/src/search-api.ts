/** The subset of Algolia's Search API v1 that the server speaks; `objectID` is the article id. */

export interface SearchParams {
  query?: string
  page?: number
  hitsPerPage?: number
  filters?: string
  facetFilters?: unknown
  facets?: string[] | string
  attributesToRetrieve?: string[] | string
  attributesToHighlight?: string[] | string
  attributesToSnippet?: string[] | string
  highlightPreTag?: string
  highlightPostTag?: string
  snippetEllipsisText?: string
  /** each hit then says why it is one: `_rankingInfo` and `_fanal` */
  getRankingInfo?: boolean
  /** where the visitor is: `page:/facturation`, `topic:…`, `error:…`, `feature:…`; speaks for articles written for it */
  ruleContexts?: string[] | string
  numericFilters?: unknown
  tagFilters?: unknown
  maxValuesPerFacet?: number
  sortFacetValuesBy?: 'count' | 'alpha'
  /** counts hits, instead of pages */
  offset?: number
  length?: number
  /** the answer then has a `queryID`, which events can name */
  clickAnalytics?: boolean
  analytics?: boolean
  [parameter: string]: unknown
}

export interface HighlightResult {
  value: string
  matchLevel: 'none' | 'partial' | 'full'
  matchedWords: string[]
  fullyHighlighted?: boolean
}

export interface SearchHit {
  objectID: string
  title: string
  summary: string | null
  category: string | null
  locale: string
  /** a flow that does what the article explains; left out where there is none */
  flow?: { id: string; title: string }
  _highlightResult: Record<string, HighlightResult>
  _snippetResult: Record<string, Pick<HighlightResult, 'value' | 'matchLevel'>>
  /** with `getRankingInfo` only */
  _rankingInfo?: { userScore: number; words: number }
  _fanal?: HitExplanation
  [attribute: string]: unknown
}

/** Why an article is a hit. */
export interface HitExplanation {
  score: number
  /** share of the query's weight that the article holds, 0 to 1 */
  coverage: number
  /** share of it that one passage holds together with the title, 0 to 1 */
  passage: number
  /** the query's words it holds, folded */
  words: string[]
  /** the terms they were found as, each with the fields it stands in */
  terms: Record<string, string[]>
  /** what spoke for it beside the query: where the visitor is, and how much it is read and found helpful (`use`, 0 to 1) */
  prior?: { value: number; why: string; use?: number }
}

/** A search surer than this shows its hits as answers; below, they are guesses. */
export const uncertainBelow = 0.5

export interface SearchResponse {
  hits: SearchHit[]
  nbHits: number
  page: number
  nbPages: number
  hitsPerPage: number
  exhaustiveNbHits: boolean
  query: string
  params: string
  processingTimeMS: number
  index?: string
  facets?: Record<string, Record<string, number>>
  /** with `clickAnalytics` only: what events name the search by */
  queryID?: string
  /** how likely it is that one of the first three hits answers, 0 to 1; left out for an empty query, which asks nothing */
  _fanal?: { confidence: number }
}

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
  getRankingInfo?: boolean
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
  _highlightResult: Record<string, HighlightResult>
  _snippetResult: Record<string, Pick<HighlightResult, 'value' | 'matchLevel'>>
  /** with `getRankingInfo` only */
  _rankingInfo?: { userScore: number; words: number }
  [attribute: string]: unknown
}

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
}

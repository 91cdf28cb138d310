/**
 * The parameters of one Algolia query, however the client sent them: a JSON object, or one URL-encoded text in `params`.
 * Parameters this subset does not know are let through in silence, as clients send many that only tune Algolia's own ranking.
 * Source: docs/search.md#algolia
 */
import { limits } from '@fanal/contract'
import type { ReadingOptions } from '@fanal/search'
import { type Params, readBoolean, readConditions, readInteger, readList, readText, refuse } from './param-values.ts'

export interface QueryParams {
  query: string
  page: number
  hitsPerPage: number
  /** instead of page and hitsPerPage; null when the client pages */
  slice: { offset: number; length: number } | null
  filters: string
  /** each element one OR */
  facetFilters: string[][]
  numericFilters: string[][]
  tagFilters: string[][]
  facets: string[]
  maxValuesPerFacet: number
  sortFacetValuesBy: 'count' | 'alpha'
  /** null: everything a hit has by default */
  attributesToRetrieve: string[] | null
  attributesToHighlight: string[] | null
  /** attribute → words */
  attributesToSnippet: Map<string, number> | null
  highlightPreTag: string
  highlightPostTag: string
  snippetEllipsisText: string
  getRankingInfo: boolean
  ruleContexts: string[]
  /** which ways to say a word are asked beside it */
  reading: Required<ReadingOptions>
  clickAnalytics: boolean
  /** whether the search may be told of later events at all */
  analytics: boolean
  /** as echoed in the answer */
  params: string
}

/** What a search among facet values has besides. */
export interface FacetParams {
  facetQuery: string
  maxFacetHits: number
}

const defaultSnippetWords = 10
const defaultHitsPerPage = 20
const maxTagChars = 100
const maxFacetHits = 100
const maxValues = 1000

/** @throws FanalError QUERY_INVALID naming the parameter */
export function readParams(given: Params): QueryParams {
  const { all, params } = mergeParams(given)
  return {
    query: readQuery(all, 'query'),
    page: readInteger(all, 'page', 0, 1_000_000, 0),
    hitsPerPage: readInteger(all, 'hitsPerPage', 0, limits.maxHitsPerPage, defaultHitsPerPage),
    slice: readSlice(all),
    filters: readText(all, 'filters', 10_000),
    facetFilters: readConditions(all, 'facetFilters'),
    numericFilters: readConditions(all, 'numericFilters'),
    tagFilters: readConditions(all, 'tagFilters'),
    facets: readList(all, 'facets') ?? [],
    maxValuesPerFacet: readInteger(all, 'maxValuesPerFacet', 1, maxValues, 100),
    sortFacetValuesBy: readText(all, 'sortFacetValuesBy', maxTagChars) === 'alpha' ? 'alpha' : 'count',
    attributesToRetrieve: readList(all, 'attributesToRetrieve'),
    attributesToHighlight: readList(all, 'attributesToHighlight'),
    attributesToSnippet: toSnippetWords(readList(all, 'attributesToSnippet')),
    highlightPreTag: readText(all, 'highlightPreTag', maxTagChars) || '<em>',
    highlightPostTag: readText(all, 'highlightPostTag', maxTagChars) || '</em>',
    snippetEllipsisText:
      all.snippetEllipsisText === undefined ? '…' : readText(all, 'snippetEllipsisText', maxTagChars),
    getRankingInfo: readBoolean(all, 'getRankingInfo', false),
    ruleContexts: readList(all, 'ruleContexts') ?? [],
    reading: { spelling: readTypoTolerance(all), synonyms: readBoolean(all, 'synonyms', true) },
    clickAnalytics: readBoolean(all, 'clickAnalytics', false),
    analytics: readBoolean(all, 'analytics', true),
    params,
  }
}

/** @throws FanalError QUERY_INVALID naming the parameter */
export function readFacetParams(given: Params): FacetParams {
  const { all } = mergeParams(given)
  return {
    facetQuery: readQuery(all, 'facetQuery'),
    maxFacetHits: readInteger(all, 'maxFacetHits', 1, maxFacetHits, 10),
  }
}

function mergeParams({ params: inside, ...rest }: Params): { all: Params; params: string } {
  if (typeof inside === 'string') {
    return { all: { ...rest, ...Object.fromEntries(new URLSearchParams(inside)) }, params: inside }
  }
  // Some clients nest the parameters as an object instead of encoding them.
  const all = { ...rest, ...(typeof inside === 'object' ? inside : {}) }
  return { all, params: encode(all) }
}

function encode(params: Params): string {
  const pairs = Object.entries(params).filter(([, value]) => value !== undefined)
  return pairs
    .map(
      ([name, value]) => `${encodePart(name)}=${encodePart(typeof value === 'string' ? value : JSON.stringify(value))}`,
    )
    .join('&')
}

/** Half of an emoji, cut off by a text box, cannot be encoded as it is. */
function encodePart(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/** Algolia cuts long queries rather than failing the search box; every other text must be right. */
function readQuery(all: Params, parameter: string): string {
  const value = all[parameter]
  return typeof value === 'string'
    ? value.slice(0, limits.maxQueryChars)
    : readText(all, parameter, limits.maxQueryChars)
}

/**
 * Whether misspelled words are corrected. Only words that no article has ever are, and only to the nearest spellings: what Algolia does
 * for `min` and `strict`, too.
 */
function readTypoTolerance(all: Params): boolean {
  const value = all.typoTolerance
  if (value === 'min' || value === 'strict') return true
  return readBoolean(all, 'typoTolerance', true, 'true, false, "min" or "strict"')
}

/** `offset` counts hits, so that a list may begin anywhere; with it `page` means nothing. */
function readSlice(all: Params): QueryParams['slice'] {
  if (all.offset === undefined && all.length === undefined) return null
  const offset = readInteger(all, 'offset', 0, 1_000_000, 0)
  return { offset, length: readInteger(all, 'length', 0, limits.maxHitsPerPage, defaultHitsPerPage) }
}

/** `body:30` is thirty words of the body. */
function toSnippetWords(list: string[] | null): Map<string, number> | null {
  if (list === null) return null
  const pairs = list.map((one): [string, number] => {
    const [, name = '', words] = /^(.*?)(?::(\d{1,4}))?$/.exec(one) ?? []
    if (name === '') refuse('attributesToSnippet', 'each must look like "body:30"')
    return [name, words === undefined ? defaultSnippetWords : Number(words)]
  })
  return new Map(pairs)
}

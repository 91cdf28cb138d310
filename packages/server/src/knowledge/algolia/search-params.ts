/**
 * The parameters of one Algolia query, however the client sent them: a JSON object, or one URL-encoded text in `params`.
 * Parameters this subset does not know are let through in silence, as clients send many that only tune Algolia's own ranking.
 */
import { FanalError, limits } from '@fanal/contract'

export interface QueryParams {
  query: string
  page: number
  hitsPerPage: number
  filters: string
  facetFilters: unknown
  facets: string[]
  /** null: everything a hit has by default */
  attributesToRetrieve: string[] | null
  attributesToHighlight: string[] | null
  /** attribute → words */
  attributesToSnippet: Map<string, number> | null
  highlightPreTag: string
  highlightPostTag: string
  snippetEllipsisText: string
  /** as echoed in the answer */
  params: string
}

const defaultSnippetWords = 10
const defaultHitsPerPage = 20
const maxTagChars = 100

/** @throws FanalError QUERY_INVALID naming the parameter */
export function readParams(given: Record<string, unknown>): QueryParams {
  const { params: encoded, ...rest } = given
  const all: Record<string, unknown> = { ...rest, ...(typeof encoded === 'string' ? decode(encoded) : {}) }
  refuseFilters(all)
  return {
    query: readText(all, 'query', limits.maxQueryChars),
    page: readInteger(all, 'page', 0, 1_000_000, 0),
    hitsPerPage: readInteger(all, 'hitsPerPage', 0, limits.maxHitsPerPage, defaultHitsPerPage),
    filters: readText(all, 'filters', 10_000),
    facetFilters: all.facetFilters,
    facets: readList(all, 'facets') ?? [],
    attributesToRetrieve: readList(all, 'attributesToRetrieve'),
    attributesToHighlight: readList(all, 'attributesToHighlight'),
    attributesToSnippet: toSnippetWords(readList(all, 'attributesToSnippet')),
    highlightPreTag: readText(all, 'highlightPreTag', maxTagChars) || '<em>',
    highlightPostTag: readText(all, 'highlightPostTag', maxTagChars) || '</em>',
    snippetEllipsisText:
      all.snippetEllipsisText === undefined ? '…' : readText(all, 'snippetEllipsisText', maxTagChars),
    params: typeof encoded === 'string' ? encoded : encode(rest),
  }
}

/** Other parameters may be passed over; a filter that is would answer what the client asked not to see. */
function refuseFilters(all: Record<string, unknown>): void {
  for (const parameter of ['numericFilters', 'tagFilters']) {
    const value = all[parameter] ?? ''
    const empty = value === '' || value === '[]' || (Array.isArray(value) && value.length === 0)
    if (!empty) {
      throw new FanalError('QUERY_INVALID', { parameter, reason: 'is not supported; use filters or facetFilters' })
    }
  }
}

function decode(encoded: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(encoded))
}

function encode(params: Record<string, unknown>): string {
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

function readText(all: Record<string, unknown>, parameter: string, maxChars: number): string {
  const value = all[parameter] ?? ''
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw new FanalError('QUERY_INVALID', { parameter, reason: 'must be a text' })
  if (value.length <= maxChars) return value
  // Algolia cuts long queries rather than failing the search box; every other text must be right.
  if (parameter === 'query') return value.slice(0, maxChars)
  throw new FanalError('QUERY_INVALID', { parameter, reason: `is longer than ${maxChars} characters` })
}

function readInteger(
  all: Record<string, unknown>,
  parameter: string,
  min: number,
  max: number,
  fallback: number,
): number {
  const value = all[parameter]
  if (value === undefined || value === null || value === '') return fallback
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number) || number < min || number > max) {
    throw new FanalError('QUERY_INVALID', { parameter, reason: `must be a whole number from ${min} to ${max}` })
  }
  return number
}

/** A list, JSON of a list, or names with commas between them. */
function readList(all: Record<string, unknown>, parameter: string): string[] | null {
  let value = all[parameter]
  if (value === undefined || value === null) return null
  if (typeof value === 'string' && value.trim().startsWith('[')) {
    try {
      value = JSON.parse(value)
    } catch {
      throw new FanalError('QUERY_INVALID', { parameter, reason: 'is not JSON' })
    }
  }
  const list: unknown[] = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value]
  return list.slice(0, 100).map((one) => {
    if (typeof one !== 'string')
      throw new FanalError('QUERY_INVALID', { parameter, reason: 'must be a list of attributes' })
    return one.trim()
  })
}

/** `body:30` is thirty words of the body. */
function toSnippetWords(list: string[] | null): Map<string, number> | null {
  if (list === null) return null
  const pairs = list.map((one): [string, number] => {
    const [name = '', words] = one.split(':')
    return [name, /^\d+$/.test(words ?? '') ? Number(words) : defaultSnippetWords]
  })
  return new Map(pairs)
}

/** Counts of facet values among what was found, and the search among the values themselves. */
import { escapeHtml, foldText } from '@fanal/search'
import { refuse } from './param-values.ts'
import type { IndexRecord, RecordShape } from './records.ts'
import type { FacetParams, QueryParams } from './search-params.ts'

export interface FacetCounts {
  facets?: Record<string, Record<string, number>>
  /** of attributes that are numbers */
  facets_stats?: Record<string, { min: number; max: number; avg: number; sum: number }>
  exhaustiveFacetsCount?: boolean
}

/** Answer of a search among the values of one facet. */
export interface FacetAnswer {
  facetHits: { value: string; highlighted: string; count: number }[]
  exhaustiveFacetsCount: boolean
  processingTimeMS: number
}

/** @returns {} when no facets were asked for; numbers are counted only by name */
export function countFacets(found: readonly IndexRecord[], asked: QueryParams, shape: RecordShape): FacetCounts {
  if (asked.facets.length === 0) return {}
  const names = asked.facets.includes('*') ? [...shape.facets, ...asked.facets] : asked.facets
  const facets: NonNullable<FacetCounts['facets']> = {}
  const stats: NonNullable<FacetCounts['facets_stats']> = {}
  for (const name of new Set(names)) {
    const counts = countValues(found, name)
    if (counts.length === 0) continue
    if (asked.sortFacetValuesBy === 'alpha') counts.sort(([a], [b]) => (a < b ? -1 : 1))
    facets[name] = Object.fromEntries(counts.slice(0, asked.maxValuesPerFacet))
    const numbers = found.flatMap((record) => (Object.hasOwn(record.numbers, name) ? (record.numbers[name] ?? []) : []))
    if (numbers.length > 0) {
      const sum = numbers.reduce((total, one) => total + one, 0)
      stats[name] = { min: least(numbers, Math.min), max: least(numbers, Math.max), avg: sum / numbers.length, sum }
    }
  }
  const hasStats = Object.keys(stats).length > 0
  return { facets, ...(hasStats ? { facets_stats: stats } : {}), exhaustiveFacetsCount: true }
}

/**
 * The values of one facet that begin, or have a word that begins, like what was typed; most frequent first.
 *
 * @throws FanalError QUERY_INVALID for an attribute that is no facet
 */
export function searchFacetValues(
  found: readonly IndexRecord[],
  facet: string,
  shape: RecordShape,
  asked: QueryParams & FacetParams,
): Omit<FacetAnswer, 'processingTimeMS'> {
  if (!shape.facets.includes(facet)) {
    refuse('facet', `cannot search in "${facet.slice(0, 80)}"; the facets are ${shape.facets.join(', ')}`)
  }
  const typed = foldText(asked.facetQuery.trim())
  const facetHits = countValues(found, facet).flatMap(([value, count]) => {
    const start = startOfMatch(value, typed)
    return start === null ? [] : [{ value, highlighted: markValue(value, start, typed, asked), count }]
  })
  return { facetHits: facetHits.slice(0, asked.maxFacetHits), exhaustiveFacetsCount: true }
}

/** Most frequent first, ties in code unit order. */
function countValues(found: readonly IndexRecord[], name: string): [string, number][] {
  const counts = new Map<string, number>()
  for (const { facets, numbers } of found) {
    const values = Object.hasOwn(facets, name) ? facets[name] : Object.hasOwn(numbers, name) ? [numbers[name]] : []
    for (const value of values ?? []) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** Where the value, or a word of it, begins as typed; null where none does. */
function startOfMatch(value: string, typed: string): number | null {
  if (typed === '') return 0
  for (const word of value.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (foldText(value.slice(word.index)).startsWith(typed)) return word.index
  }
  return null
}

function markValue(value: string, start: number, typed: string, asked: QueryParams): string {
  const { highlightPreTag, highlightPostTag } = asked
  const write = highlightPreTag.includes('<') ? escapeHtml : (text: string) => text
  if (typed === '') return write(value)
  // Folding makes two letters of `œ`: the end is where as much has been said as was typed.
  let end = start + 1
  while (end < value.length && foldText(value.slice(start, end)).length < typed.length) end++
  return `${write(value.slice(0, start))}${highlightPreTag}${write(value.slice(start, end))}${highlightPostTag}${write(value.slice(end))}`
}

/** Spread over a long list would overrun the stack. */
function least(numbers: readonly number[], choose: (a: number, b: number) => number): number {
  return numbers.reduce((a, b) => choose(a, b))
}

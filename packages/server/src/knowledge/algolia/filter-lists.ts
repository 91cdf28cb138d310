/**
 * `facetFilters`, `numericFilters` and `tagFilters`: lists of conditions, AND outside and OR inside, in Algolia's notation.
 * Pure.
 * Source: docs/search.md#filters
 */
import { compareNumbers, type Filter, hasFacet, isInRange } from './filters.ts'
import { refuse } from './param-values.ts'

const facet = /^(-?)("[^"]+"|[^:"]+):(\\?-?)([\s\S]+)$/
const comparison = /^([^<>=!:]+?)\s*(<=?|>=?|!?=)\s*(-?\d+(?:\.\d+)?)$/
const range = /^([^<>=!:]+?)\s*:\s*(-?\d+(?:\.\d+)?)\s*(?:TO|to)\s*(-?\d+(?:\.\d+)?)$/

/**
 * `category:Facturation`; `-` before the value negates it, `\-` is a value that begins with a hyphen.
 *
 * @throws FanalError QUERY_INVALID
 */
export function facetFilters(groups: readonly string[][]): Filter {
  return allOf(groups, (text) => {
    const [, minus, attribute = '', sign, value = ''] = facet.exec(text) ?? []
    if (attribute === '') refuse('facetFilters', `"${text.slice(0, 80)}" must look like "category:Facturation"`)
    const name = unquote(attribute)
    const wanted = sign === '\\-' ? `-${unquote(value)}` : unquote(value)
    const negated = minus === '-' || sign === '-'
    return (record) => hasFacet(record, name, wanted) !== negated
  })
}

/**
 * `revision>=2`, `revision:2 TO 5`.
 *
 * @throws FanalError QUERY_INVALID
 */
export function numericFilters(groups: readonly string[][]): Filter {
  return allOf(groups, (text) => {
    const [, name = '', sign = '', bound] = comparison.exec(text) ?? []
    if (name !== '') return (record) => compareNumbers(record, name, sign, Number(bound))
    const [, ranged = '', from, to] = range.exec(text) ?? []
    if (ranged === '') {
      refuse('numericFilters', `"${text.slice(0, 80)}" must look like "revision>=2" or "revision:2 TO 5"`)
    }
    return (record) => isInRange(record, ranged, Number(from), Number(to))
  })
}

/** A tag of `_tags`; `-` before it negates it. */
export function tagFilters(groups: readonly string[][]): Filter {
  return allOf(groups, (text) => {
    const negated = text.startsWith('-')
    const wanted = negated ? text.slice(1) : text
    return (record) => hasFacet(record, '_tags', wanted) !== negated
  })
}

function allOf(groups: readonly string[][], read: (text: string) => Filter): Filter {
  const all = groups.filter((group) => group.length > 0).map((group) => group.map(read))
  return (record) => all.every((any) => any.some((filter) => filter(record)))
}

function unquote(text: string): string {
  return /^"[\s\S]*"$/.test(text) ? text.slice(1, -1) : text
}

/**
 * The `filters` language of Algolia's Search API, for facets: `category:"Ordonnances" AND (locale:fr OR locale:en) AND NOT topics:fse`.
 * As there, filters are ANDs of ORs, so OR binds tighter than AND: `a AND b OR c` is `a AND (b OR c)`. Numeric comparisons are refused
 * with their place, for no attribute here is a number. Pure.
 * Source: docs/search.md#filters
 */
import { FanalError } from '@fanal/contract'

/** The facets of one record, by attribute. */
export type Facets = Readonly<Record<string, readonly string[]>>
export type Filter = (facets: Facets) => boolean

interface Word {
  text: string
  position: number
  quoted: boolean
}

/** Deeper than any client nests; a hostile filter would overrun the stack. */
const maxDepth = 20
const maxChars = 10_000

/** @throws FanalError FILTER_INVALID with the position, from 0 */
export function parseFilters(text: string): Filter {
  if (text.trim() === '') return () => true
  if (text.length > maxChars) refuse(`longer than ${maxChars} characters`, maxChars)
  const parser = new FilterParser(splitWords(text), text.length)
  return parser.parse()
}

/**
 * `facetFilters`: a list is AND, a list inside it is OR; `-` before a value negates it.
 *
 * @param value as a client sends it: a text, a list, or JSON of a list
 * @throws FanalError QUERY_INVALID
 */
export function parseFacetFilters(value: unknown): Filter {
  if (value === undefined || value === '') return () => true
  const all = parseList(value).map((one) => {
    const any = (Array.isArray(one) ? one : [one]).map(facetFilter)
    return (facets: Facets) => any.length === 0 || any.some((filter) => filter(facets))
  })
  return (facets) => all.every((filter) => filter(facets))
}

function parseList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'string' && value.trim().startsWith('[')) {
    try {
      const list: unknown = JSON.parse(value)
      if (Array.isArray(list)) return list
    } catch {
      // Said below, like any other wrong value.
    }
    throw new FanalError('QUERY_INVALID', { parameter: 'facetFilters', reason: 'is not JSON' })
  }
  // The old form: commas are AND.
  if (typeof value === 'string') return value.split(',')
  throw new FanalError('QUERY_INVALID', { parameter: 'facetFilters', reason: 'must be a list of "attribute:value"' })
}

function facetFilter(value: unknown): Filter {
  const [, attribute, negated, wanted] = (typeof value === 'string' && /^\s*([\w.]+):(-?)([\s\S]+)$/.exec(value)) || []
  if (attribute === undefined || wanted === undefined) {
    throw new FanalError('QUERY_INVALID', {
      parameter: 'facetFilters',
      reason: 'each must look like "category:Facturation"',
    })
  }
  return (facets) => has(facets, attribute, wanted) !== (negated === '-')
}

class FilterParser {
  readonly #words: Word[]
  readonly #end: number
  #place = 0

  constructor(words: Word[], end: number) {
    this.#words = words
    this.#end = end
  }

  parse(): Filter {
    const filter = this.#and(0)
    const rest = this.#words[this.#place]
    if (rest) refuse(`"${rest.text}" was not expected; join conditions with AND or OR`, rest.position)
    return filter
  }

  #and(depth: number): Filter {
    const all = [this.#or(depth)]
    while (this.#take('AND')) all.push(this.#or(depth))
    return (facets) => all.every((filter) => filter(facets))
  }

  #or(depth: number): Filter {
    const any = [this.#not(depth)]
    while (this.#take('OR')) any.push(this.#not(depth))
    return (facets) => any.some((filter) => filter(facets))
  }

  #not(depth: number): Filter {
    if (depth > maxDepth) refuse(`nested more than ${maxDepth} deep`, this.#position())
    if (this.#take('NOT')) {
      const filter = this.#not(depth + 1)
      return (facets) => !filter(facets)
    }
    if (this.#take('(')) {
      const filter = this.#and(depth + 1)
      if (!this.#take(')')) refuse('a ")" is missing', this.#position())
      return filter
    }
    return this.#condition()
  }

  #condition(): Filter {
    const attribute = this.#words[this.#place]
    if (!attribute || [')', 'AND', 'OR', ':'].includes(attribute.text))
      refuse('a condition is missing', this.#position())
    this.#place++
    const sign = this.#words[this.#place]
    if (sign && !sign.quoted && /^(?:[<>]=?|=|!=)$/.test(sign.text)) {
      refuse(
        `numeric comparison "${attribute?.text} ${sign.text}" is not supported; use attribute:"value"`,
        sign.position,
      )
    }
    if (!this.#take(':')) refuse(`":" is missing after "${attribute?.text}"`, this.#position())
    const value = this.#words[this.#place]
    if (!value || (!value.quoted && [')', '(', ':'].includes(value.text)))
      refuse('a value is missing', this.#position())
    this.#place++
    const after = this.#words[this.#place]
    if (after && !after.quoted && after.text === 'TO')
      refuse('ranges are not supported; use attribute:"value"', after.position)
    const name = attribute?.text ?? ''
    const wanted = value?.text ?? ''
    return (facets) => has(facets, name, wanted)
  }

  #take(text: string): boolean {
    const word = this.#words[this.#place]
    if (!word || word.quoted || word.text !== text) return false
    this.#place++
    return true
  }

  #position(): number {
    return this.#words[this.#place]?.position ?? this.#end
  }
}

function splitWords(text: string): Word[] {
  const words: Word[] = []
  const pattern = /\s+|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|[():]|[<>]=?|!?=|[^\s():<>=!"']+|(.)/gy
  for (const match of text.matchAll(pattern)) {
    const [whole, double, single, stray] = match
    if (stray !== undefined)
      refuse(stray === '"' || stray === "'" ? `a quote is not closed` : `"${stray}" was not expected`, match.index)
    const inside = double ?? single
    if (inside !== undefined) words.push({ text: inside.replace(/\\(.)/g, '$1'), position: match.index, quoted: true })
    else if (whole.trim() !== '') words.push({ text: whole, position: match.index, quoted: false })
  }
  return words
}

function has(facets: Facets, attribute: string, wanted: string): boolean {
  const values = Object.hasOwn(facets, attribute) ? facets[attribute] : undefined
  return values?.some((value) => value.toLowerCase() === wanted.toLowerCase()) ?? false
}

function refuse(reason: string, position: number): never {
  throw new FanalError('FILTER_INVALID', { reason, position })
}

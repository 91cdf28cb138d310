/**
 * The `filters` language of Algolia's Search API: `category:"Ordonnances" AND (locale:fr OR locale:en) AND NOT topics:fse`,
 * `revision >= 2`, `revision:2 TO 5`, and a value alone, which is a tag. As there, filters are ANDs of ORs, so OR binds tighter than AND:
 * `a AND b OR c` is `a AND (b OR c)`. An attribute no record has matches nothing. Pure.
 * Source: docs/search.md#filters
 */
import { FanalError } from '@fanal/contract'

/** What one record can be filtered by, by attribute. */
export interface Filterable {
  facets: Readonly<Record<string, readonly string[]>>
  numbers: Readonly<Record<string, number>>
}
export type Filter = (record: Filterable) => boolean

interface Word {
  text: string
  position: number
  quoted: boolean
}

/** Deeper than any client nests; a hostile filter would overrun the stack. */
const maxDepth = 20
const maxChars = 10_000

const signs = new Map<string, (value: number, bound: number) => boolean>([
  ['<', (value, bound) => value < bound],
  ['<=', (value, bound) => value <= bound],
  ['=', (value, bound) => value === bound],
  ['!=', (value, bound) => value !== bound],
  ['>=', (value, bound) => value >= bound],
  ['>', (value, bound) => value > bound],
])

/** @throws FanalError FILTER_INVALID with the position, from 0 */
export function parseFilters(text: string): Filter {
  if (text.trim() === '') return () => true
  if (text.length > maxChars) refuse(`longer than ${maxChars} characters`, maxChars)
  const parser = new FilterParser(splitWords(text), text.length)
  return parser.parse()
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
    return (record) => all.every((filter) => filter(record))
  }

  #or(depth: number): Filter {
    const any = [this.#not(depth)]
    while (this.#take('OR')) any.push(this.#not(depth))
    return (record) => any.some((filter) => filter(record))
  }

  #not(depth: number): Filter {
    if (depth > maxDepth) refuse(`nested more than ${maxDepth} deep`, this.#position())
    if (this.#take('NOT')) {
      const filter = this.#not(depth + 1)
      return (record) => !filter(record)
    }
    if (this.#take('(')) {
      const filter = this.#and(depth + 1)
      if (!this.#take(')')) refuse('a ")" is missing', this.#position())
      return filter
    }
    return this.#condition()
  }

  #condition(): Filter {
    const first = this.#words[this.#place]
    if (!first || (!first.quoted && ['(', ')', 'AND', 'OR', ':'].includes(first.text))) {
      refuse('a condition is missing', this.#position())
    }
    this.#place++
    const sign = this.#words[this.#place]
    if (sign && !sign.quoted && signs.has(sign.text)) return this.#comparison(first.text, sign.text)
    if (!this.#take(':')) return (record) => hasFacet(record, '_tags', first.text)
    return this.#facetOrRange(first.text)
  }

  #comparison(name: string, sign: string): Filter {
    this.#place++
    const bound = this.#number(`"${name} ${sign}"`)
    return (record) => compareNumbers(record, name, sign, bound)
  }

  #facetOrRange(name: string): Filter {
    const value = this.#words[this.#place]
    if (!value || (!value.quoted && [')', '(', ':'].includes(value.text)))
      refuse('a value is missing', this.#position())
    const after = this.#words[this.#place + 1]
    if (after && !after.quoted && after.text === 'TO') {
      const from = this.#number(`"${name}:"`)
      this.#place++
      const to = this.#number(`"${name}:${from} TO"`)
      return (record) => isInRange(record, name, from, to)
    }
    this.#place++
    this.#passScore()
    return (record) => hasFacet(record, name, value.text)
  }

  /** `<score=3>` weighs optional conditions for Algolia's own ranking. */
  #passScore(): void {
    const [opening, name, equals, , closing] = this.#words.slice(this.#place, this.#place + 5)
    if (opening?.text === '<' && name?.text === 'score' && equals?.text === '=' && closing?.text === '>')
      this.#place += 5
  }

  #number(after: string): number {
    const word = this.#words[this.#place]
    if (!word || word.quoted || !/^-?\d+(?:\.\d+)?$/.test(word.text)) {
      refuse(`a number is missing after ${after}`, this.#position())
    }
    this.#place++
    return Number(word.text)
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

/** Values are compared without regard to case; a number's facet is the number as text. */
export function hasFacet({ facets, numbers }: Filterable, attribute: string, wanted: string): boolean {
  if (Object.hasOwn(numbers, attribute)) return numbers[attribute] === Number(wanted)
  const values = Object.hasOwn(facets, attribute) ? facets[attribute] : undefined
  return values?.some((value) => value.toLowerCase() === wanted.toLowerCase()) ?? false
}

/** @param sign `<`, `<=`, `=`, `!=`, `>=` or `>` */
export function compareNumbers({ numbers }: Filterable, attribute: string, sign: string, bound: number): boolean {
  const value = Object.hasOwn(numbers, attribute) ? numbers[attribute] : undefined
  return value !== undefined && (signs.get(sign)?.(value, bound) ?? false)
}

/** Both ends are inside. */
export function isInRange({ numbers }: Filterable, attribute: string, from: number, to: number): boolean {
  const value = Object.hasOwn(numbers, attribute) ? numbers[attribute] : undefined
  return value !== undefined && from <= value && value <= to
}

function refuse(reason: string, position: number): never {
  throw new FanalError('FILTER_INVALID', { reason, position })
}

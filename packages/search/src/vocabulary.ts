/**
 * Every word and term that one locale's articles use: what spelling mistakes and beginnings of words are looked up in.
 *
 * A word is only corrected when the articles do not use it, when it is long enough, and towards words that begin alike:
 * under 5 letters only a swap of neighbours, from 5 one edit, from 8 two (about one edit in five letters).
 * Without this rule, rare long words turn into hits on words that merely look alike.
 * Source: docs/search.md#spelling
 */
import { editDistance } from './edit-distance.ts'

export interface Variant {
  term: string
  /** 1 for the term itself, less the further it is */
  weight: number
}

const maxPrefixTerms = 40
const maxFuzzyTerms = 8
const minFuzzyLetters = 4
const prefixWeight = 0.6
const fuzzyWeight = 0.6

export class Vocabulary {
  readonly #documentsOf = new Map<string, number>()
  readonly #termOf = new Map<string, string>()
  #sortedWords: string[] | null = null

  /** Adds one document's terms, each counted once, and the spellings they come from. */
  add(terms: ReadonlySet<string>, spellings: ReadonlyMap<string, string>): void {
    for (const term of terms) this.#documentsOf.set(term, this.documentsOf(term) + 1)
    for (const [word, term] of spellings) this.#termOf.set(word, term)
    this.#sortedWords = null
  }

  has(term: string): boolean {
    return this.#documentsOf.has(term)
  }

  /** Whether some article has the word spelled just so. @param word folded */
  hasSpelling(word: string): boolean {
    return this.#termOf.has(word)
  }

  /** In how many documents the term stands. */
  documentsOf(term: string): number {
    return this.#documentsOf.get(term) ?? 0
  }

  /**
   * Terms of words that begin with `start`, shortest word first.
   *
   * @param start folded, not stemmed
   */
  beginningWith(start: string): Variant[] {
    const words = this.#words()
    const found: string[] = []
    for (let place = lowerBound(words, start); place < words.length; place++) {
      const word = words[place]
      if (word === undefined || !word.startsWith(start)) break
      found.push(word)
    }
    found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    return this.#variants(
      found.map((word) => ({ word, weight: prefixWeight * (0.5 + 0.5 * (start.length / word.length)) })),
      maxPrefixTerms,
    )
  }

  /**
   * Terms of words spelled almost like `word`, nearest first.
   *
   * @param word folded, not stemmed
   */
  spelledLike(word: string): Variant[] {
    if (word.length < minFuzzyLetters || /\d/.test(word)) return []
    const limit = word.length >= 8 ? 2 : 1
    const found: { word: string; weight: number; distance: number }[] = []
    for (const other of this.#words()) {
      if (Math.abs(other.length - word.length) > limit || !beginsAlike(word, other) || /\d/.test(other)) continue
      const distance = editDistance(word, other, limit)
      if (distance > limit || (word.length < 5 && !isSwap(word, other))) continue
      found.push({ word: other, weight: fuzzyWeight * (1 - distance / word.length), distance })
    }
    const nearest = Math.min(...found.map((one) => one.distance))
    return this.#variants(
      found.filter((one) => one.distance === nearest),
      maxFuzzyTerms,
    )
  }

  #variants(found: { word: string; weight: number }[], limit: number): Variant[] {
    const variants = new Map<string, number>()
    for (const { word, weight } of found) {
      const term = this.#termOf.get(word)
      if (term !== undefined && !variants.has(term) && variants.size < limit) variants.set(term, weight)
    }
    return [...variants].map(([term, weight]) => ({ term, weight }))
  }

  #words(): string[] {
    this.#sortedWords ??= [...this.#termOf.keys()].sort()
    return this.#sortedWords
  }
}

/** The same first letter, or the first two swapped: slips at the very start of a word are rare, coincidences are not. */
function beginsAlike(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0])
}

function isSwap(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('')
}

function lowerBound(words: readonly string[], start: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  return low
}

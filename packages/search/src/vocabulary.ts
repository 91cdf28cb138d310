/**
 * Every word that one locale's articles use, as spelled: what mistakes and beginnings of words are looked up in.
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
  closeness: number
}

interface SpelledWord {
  word: string
  /** which letters it has, as bits: tells most words apart before they are compared */
  letters: number
}

const maxPrefixTerms = 40
const maxSpellings = 8
const minSpellingLetters = 4

export class Vocabulary {
  readonly #termOf = new Map<string, string>()
  #sortedWords: string[] | null = null
  #wordsByStart: Map<string, SpelledWord[]> | null = null

  /** @param word folded; `term` is what the index holds for it, of several the first in order of their letters */
  add(word: string, term: string): void {
    const known = this.#termOf.get(word)
    if (known !== undefined && known <= term) return
    this.#termOf.set(word, term)
    this.#sortedWords = null
    this.#wordsByStart = null
  }

  /** Every word with its term, sorted by word. */
  entries(): [word: string, term: string][] {
    return this.#words().map((word) => [word, this.#termOf.get(word) ?? word])
  }

  /** Whether some article has the word spelled just so. @param word folded */
  hasSpelling(word: string): boolean {
    return this.#termOf.has(word)
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
      found.map((word) => ({ word, closeness: 0.5 + 0.5 * (start.length / word.length) })),
      maxPrefixTerms,
    )
  }

  /**
   * Terms of words spelled almost like `word`, nearest first.
   *
   * @param word folded, not stemmed
   */
  spelledLike(word: string): Variant[] {
    if (word.length < minSpellingLetters || /\d/.test(word)) return []
    let nearest = word.length >= 8 ? 2 : 1
    const letters = lettersOf(word)
    const found: { word: string; closeness: number; distance: number }[] = []
    for (const { word: other, letters: otherLetters } of this.#likeStarts(word)) {
      // One edit takes one letter away and brings one in, at most.
      if (Math.abs(other.length - word.length) > nearest || bitsIn(letters ^ otherLetters) > 2 * nearest) continue
      const distance = editDistance(word, other, nearest)
      if (distance > nearest || (word.length < 5 && !isSwap(word, other))) continue
      nearest = distance
      found.push({ word: other, closeness: 1 - distance / word.length, distance })
    }
    return this.#variants(
      found.filter((one) => one.distance === nearest),
      maxSpellings,
    )
  }

  /** Words with the same first letter, or the first two swapped: slips at the very start are rare, coincidences are not. */
  #likeStarts(word: string): SpelledWord[] {
    const [first = '', second = ''] = word
    const swapped = first === second ? [] : this.#startingWith(second).filter((other) => other.word[1] === first)
    return [...this.#startingWith(first), ...swapped]
  }

  #startingWith(letter: string): readonly SpelledWord[] {
    this.#wordsByStart ??= Map.groupBy(
      this.#words()
        .filter((word) => !/\d/.test(word))
        .map((word) => ({ word, letters: lettersOf(word) })),
      ({ word }) => word[0] ?? '',
    )
    return this.#wordsByStart.get(letter) ?? []
  }

  #variants(found: { word: string; closeness: number }[], limit: number): Variant[] {
    const variants = new Map<string, number>()
    for (const { word, closeness } of found) {
      const term = this.#termOf.get(word)
      if (term !== undefined && !variants.has(term) && variants.size < limit) variants.set(term, closeness)
    }
    return [...variants].map(([term, closeness]) => ({ term, closeness }))
  }

  #words(): string[] {
    this.#sortedWords ??= [...this.#termOf.keys()].sort()
    return this.#sortedWords
  }
}

function lettersOf(word: string): number {
  let letters = 0
  for (let place = 0; place < word.length; place++) letters |= 1 << (word.charCodeAt(place) & 31)
  return letters
}

function bitsIn(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
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

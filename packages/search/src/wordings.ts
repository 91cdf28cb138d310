/**
 * Whether a query stands word for word in what an article's owner says it is about: its title or a symptom. Its small words count too
 * ("voir qui s'est connecté"), for together they are what tells one phrase from another. Pure.
 * Source: docs/search.md#ranking
 */
import { tokenize } from './analyse.ts'
import type { Phrased } from './count-articles.ts'

export class Wordings {
  readonly #locale: string
  /** each article's phrases in turn, words folded, spaces around, a line each */
  readonly #phrases: readonly string[]

  constructor(articles: readonly Phrased[], locale: string) {
    this.#locale = locale
    this.#phrases = articles.map(({ title, symptoms = [] }) =>
      [title, ...symptoms].map((phrase) => this.#wordsOf(phrase)).join('\n'),
    )
  }

  /**
   * How much of an article's phrase a query is, word for word. A single word is no phrase: it is one when it is all of it.
   *
   * @returns for the number of an article 0 to 1: 1 when the query is all of a title or symptom, 0 when it stands in none
   */
  shareIn(query: string): (document: number) => number {
    const asked = this.#wordsOf(query)
    const isPhrase = asked.trim().includes(' ')
    return (document) => {
      const phrases = this.#phrases[document] ?? ''
      if (!phrases.includes(asked)) return 0
      const lines = phrases.split('\n')
      if (lines.includes(asked)) return 1
      const holding = isPhrase ? lines.filter((phrase) => phrase.includes(asked)) : []
      return asked.length / Math.min(...holding.map((phrase) => phrase.length))
    }
  }

  #wordsOf(text: string): string {
    return ` ${tokenize(text, this.#locale)
      .map(({ word }) => word)
      .join(' ')} `
  }
}

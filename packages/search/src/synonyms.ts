/**
 * Groups of words or phrases that mean the same in one knowledge base, ready to be looked up in a query. Pure.
 */
import { analyse, tokenize } from './analyse.ts'

/** `[['fse', 'feuille de soins électronique'], …]`: every phrase of a group stands for the others. */
export type SynonymGroups = readonly (readonly string[])[]

export interface SynonymMatch {
  /** how many of the query's terms the phrase takes up */
  length: number
  /** the other phrases of its group, each as terms that must all be there */
  others: string[][]
}

interface Phrase {
  terms: string[]
  others: string[][]
}

export class Synonyms {
  readonly #phrasesByFirstTerm = new Map<string, Phrase[]>()

  constructor(groups: SynonymGroups, locale: string) {
    for (const group of groups) {
      const phrases = group.map((text) => phraseTerms(text, locale)).filter((terms) => terms.length > 0)
      for (const [place, terms] of phrases.entries()) {
        const [first] = terms
        if (first === undefined) continue
        const others = phrases.filter(
          (other, otherPlace) => otherPlace !== place && other.join(' ') !== terms.join(' '),
        )
        const known = this.#phrasesByFirstTerm.get(first) ?? []
        known.push({ terms, others })
        this.#phrasesByFirstTerm.set(first, known)
      }
    }
  }

  /** The longest phrase that begins at `place` of the query's terms. */
  at(queryTerms: readonly string[], place: number): SynonymMatch | undefined {
    let best: SynonymMatch | undefined
    for (const phrase of this.#phrasesByFirstTerm.get(queryTerms[place] ?? '') ?? []) {
      if (!phrase.terms.every((term, offset) => queryTerms[place + offset] === term)) continue
      if (!best || phrase.terms.length > best.length) best = { length: phrase.terms.length, others: [...phrase.others] }
      else if (phrase.terms.length === best.length) best.others.push(...phrase.others)
    }
    return best
  }
}

/** One term a token, so that a phrase can be compared with a query place by place. */
function phraseTerms(text: string, locale: string): string[] {
  const kept = tokenize(text, locale).filter((token) => token.kind !== 'stop')
  return kept.length > 0 ? kept.map((token) => token.term) : analyse(text, locale)
}

/**
 * Groups of words or phrases that mean the same in one knowledge base, ready to be looked up in a query. Pure.
 */
import { analyse, tokenize } from './analyse.ts'

/** Whoever types `input` may mean any of `synonyms`, not the other way round. */
export interface OneWaySynonym {
  input: string
  synonyms: readonly string[]
}

/** `[['fse', 'feuille de soins électronique'], …]`: every phrase of a group stands for the others. */
export type SynonymGroups = readonly (readonly string[] | OneWaySynonym)[]

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
    const read = (text: string) => phraseTerms(text, locale)
    for (const group of groups) {
      if ('input' in group) this.#add(read(group.input), group.synonyms.map(read))
      else for (const text of group) this.#add(read(text), group.map(read))
    }
  }

  #add(terms: string[], group: string[][]): void {
    const [first] = terms
    if (first === undefined) return
    const others = group.filter((other) => other.length > 0 && other.join(' ') !== terms.join(' '))
    const known = this.#phrasesByFirstTerm.get(first) ?? []
    known.push({ terms, others })
    this.#phrasesByFirstTerm.set(first, known)
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

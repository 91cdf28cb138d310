/**
 * Articles read and counted, locale by locale: what an index is made of, whoever counted them. The parts of one article may be counted
 * apart: a device counts those it has as text, and gets the others counted. Pure.
 */
import { type CountedTerms, PostingsBuilder, type TermList } from './postings.ts'
import type { SearchDocument } from './search-index.ts'
import type { Tuning } from './tuning.ts'
import { Vocabulary } from './vocabulary.ts'

/** An article by what its owner says it is about, word for word. */
export type Phrased = Pick<SearchDocument, 'id' | 'title' | 'symptoms'>

export interface CountedLocale {
  locale: string
  /** sorted by id, so that equal scores are too */
  articles: readonly Phrased[]
  terms: CountedTerms
  vocabulary: Vocabulary
}

/** @param documents ids must be unique */
export function countArticles(documents: readonly SearchDocument[], tuning: Tuning): CountedLocale[] {
  const steps = countingArticles(documents, tuning)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, article by article: whoever has others to answer takes the next step when there is time. */
export function* countingArticles(
  documents: readonly SearchDocument[],
  tuning: Tuning,
): Generator<void, CountedLocale[]> {
  const counted: CountedLocale[] = []
  for (const [locale, group] of Map.groupBy(documents, (document) => document.locale)) {
    const sorted = [...group].sort((a, b) => (a.id < b.id ? -1 : 1))
    const vocabulary = new Vocabulary()
    const builder = new PostingsBuilder(sorted.length, tuning, (token, terms) => {
      for (const term of terms) if (term !== token.term) vocabulary.add(term, term)
      if (token.kind !== 'stop' && token.kind !== 'negation') vocabulary.add(token.word, token.term)
    })
    for (const document of sorted) {
      builder.add(document)
      yield
    }
    counted.push({ locale, articles: sorted, terms: builder.finish(), vocabulary })
    yield
  }
  return counted
}

/** Two parts of the same articles as one. @param a, b counted in different fields */
export function mergeTerms(a: CountedTerms, b: CountedTerms): CountedTerms {
  const names = [...new Set([...a.lists.keys(), ...b.lists.keys()])].sort()
  const none: TermList = { documents: [], counts: [], passages: [] }
  return {
    lists: new Map(names.map((name) => [name, mergeLists(a.lists.get(name) ?? none, b.lists.get(name) ?? none)])),
    lengths: a.lengths.map((lengths, field) =>
      lengths.map((length, place) => length + (b.lengths[field]?.[place] ?? 0)),
    ),
  }
}

function mergeLists(a: TermList, b: TermList): TermList {
  const merged: TermList = { documents: [], counts: [], passages: [] }
  for (let inA = 0, inB = 0; inA < a.documents.length || inB < b.documents.length; ) {
    const [fromA = Number.POSITIVE_INFINITY, fromB = Number.POSITIVE_INFINITY] = [a.documents[inA], b.documents[inB]]
    const takesA = fromA <= fromB
    const takesB = fromB <= fromA
    merged.documents.push(Math.min(fromA, fromB))
    merged.counts.push((takesA ? (a.counts[inA] ?? 0) : 0) | (takesB ? (b.counts[inB] ?? 0) : 0))
    merged.passages.push((takesA ? (a.passages[inA] ?? 0) : 0) | (takesB ? (b.passages[inB] ?? 0) : 0))
    if (takesA) inA++
    if (takesB) inB++
  }
  return merged
}

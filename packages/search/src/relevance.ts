/**
 * How much of a query one article answers, and whether that is enough to call it an answer.
 *
 * Each concept of the query weighs its rarity in the knowledge base (idf); one that no article can say weighs as much as a term of
 * `unknownDocuments` articles. What an article says in its title, symptoms, summary or headings counts in full, what only its body
 * mentions counts `bodyShare`. Negation weighs nothing: nobody's question is answered by a "not".
 * An article is an answer when it holds at least `answerFloor` of the query's weight and, of a query with several concepts, either two
 * of them or one that it is about (not merely mentions in its body).
 * The no-result figure rests on this rule: an article that shares one weak word out of several is not a hit.
 * Source: docs/search.md#floor
 */
import type { Alternative, Concept } from './query-concepts.ts'
import type { Vocabulary } from './vocabulary.ts'

export const answerFloor = 0.25
export const bodyShare = 0.6
const unknownDocuments = 4

/** The matched terms of one article, each with the fields it stands in. */
export type MatchedTerms = Readonly<Record<string, readonly string[]>>

/** What each concept weighs; in the order of the concepts. */
export function conceptWeights(concepts: readonly Concept[], vocabulary: Vocabulary, documents: number): number[] {
  return concepts.map((concept) => {
    if (concept.kind === 'negation') return 0
    const [nearest] = concept.alternatives
    const count = nearest ? rarestCount(nearest, vocabulary) : Math.min(unknownDocuments, documents)
    return Math.log(1 + (documents - count + 0.5) / (count + 0.5))
  })
}

/**
 * The share of the query's weight that an article holds, 0 to 1.
 *
 * @param weights as `conceptWeights` gave them
 */
export function coverage(concepts: readonly Concept[], weights: readonly number[], matched: MatchedTerms): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return 1
  let held = 0
  for (const [place, concept] of concepts.entries()) held += (weights[place] ?? 0) * strength(concept, matched)
  return held / total
}

/** Whether an article is an answer to the query at all; arguments as for `coverage`. */
export function isAnswer(concepts: readonly Concept[], weights: readonly number[], matched: MatchedTerms): boolean {
  if (coverage(concepts, weights, matched) < answerFloor) return false
  const weighty = concepts.filter((_, place) => (weights[place] ?? 0) > 0)
  const held = weighty.filter((concept) => strength(concept, matched) > 0)
  return weighty.length < 2 || held.length > 1 || held.some((concept) => isAbout(concept, matched))
}

/** The concepts that the article says in some way. */
export function matchedConcepts(concepts: readonly Concept[], matched: MatchedTerms): Concept[] {
  return concepts.filter((concept) => concept.alternatives.some((one) => holdsAll(one, matched)))
}

function strength(concept: Concept, matched: MatchedTerms): number {
  let best = 0
  for (const one of concept.alternatives) {
    if (!holdsAll(one, matched)) continue
    best = Math.max(best, one.weight * (standsOutsideBody(one, matched) ? 1 : bodyShare))
  }
  return best
}

function isAbout(concept: Concept, matched: MatchedTerms): boolean {
  return concept.alternatives.some((one) => holdsAll(one, matched) && standsOutsideBody(one, matched))
}

function standsOutsideBody(alternative: Alternative, matched: MatchedTerms): boolean {
  return alternative.terms.some((term) => matched[term]?.some((field) => field !== 'body'))
}

function holdsAll(alternative: Alternative, matched: MatchedTerms): boolean {
  return alternative.terms.every((term) => Object.hasOwn(matched, term))
}

function rarestCount(alternative: Alternative, vocabulary: Vocabulary): number {
  return Math.min(...alternative.terms.map((term) => vocabulary.documentsOf(term)))
}

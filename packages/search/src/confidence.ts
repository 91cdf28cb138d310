/**
 * How likely it is that one of the first three hits answers the query, so that a guess can be shown as one.
 *
 * A logistic regression over five features, fitted on the tuning half of the bench's queries (268 of them, 66 without an answer) with
 * "an answer is among the first three" as what is to be told; coefficients rounded. `npm run bench:search` says how well it tells
 * answerable queries from others (AUC) and how often it keeps its word (calibration).
 * Source: docs/search.md#confidence
 */
import type { Concept } from './query-concepts.ts'
import type { RankedDocument } from './rank.ts'

const coefficients = {
  constant: -2.7,
  /** share of the query's weight that the best article holds */
  coverage: 3.8,
  /** how much of the best article's title the query says */
  title: 1.7,
  /** how far the best is ahead of the next */
  margin: 1.2,
  /** share of the query's words that no article says in any way */
  unsaid: -2.8,
  /** natural logarithm of one more than the query's words: the same share of a longer query is more evidence */
  length: 0.66,
}

/** @returns 0 to 1; 0 without hits */
export function confidenceOf(concepts: readonly Concept[], ranked: readonly RankedDocument[]): number {
  const [first, second] = ranked
  if (!first) return 0
  const words = concepts.filter((concept) => concept.kind !== 'negation')
  const unsaid = words.filter((concept) => concept.alternatives.length === 0)
  const evidence =
    coefficients.constant +
    coefficients.coverage * first.coverage +
    coefficients.title * first.title +
    coefficients.margin * (1 - (second?.score ?? 0) / first.score) +
    (coefficients.unsaid * unsaid.length) / Math.max(1, words.length) +
    coefficients.length * Math.log(1 + words.length)
  return 1 / (1 + Math.exp(-evidence))
}

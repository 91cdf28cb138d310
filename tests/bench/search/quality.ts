/** What a list of answers is worth. Definitions as in information retrieval; every article named as an answer counts the same. Pure. */
import type { BenchQuery } from './queries.ts'

export interface Answered {
  asked: BenchQuery
  /** best first */
  ids: readonly string[]
  /** higher = surer that something here answers */
  confidence: number
}

export interface Quality {
  /** queries that some article answers, and those that none does */
  answerable: number
  unanswerable: number
  /** share with an answer first, and among the first three */
  first: number
  firstThree: number
  /** mean reciprocal rank of the first answer within ten */
  mrr: number
  ndcg: number
  /** share of the answerable with no hit at all */
  nothingFound: number
  /** how often an answerable query is surer than an unanswerable one */
  auc: number
}

export function judge(answered: readonly Answered[]): Quality {
  const answerable = answered.filter(({ asked }) => asked.answers.length > 0)
  const others = answered.filter(({ asked }) => asked.answers.length === 0)
  const ranks = answerable.map(rankOf)
  const share = (holds: (rank: number) => boolean) => ranks.filter(holds).length / ranks.length
  return {
    answerable: answerable.length,
    unanswerable: others.length,
    first: share((rank) => rank === 1),
    firstThree: share((rank) => rank <= 3),
    mrr: mean(ranks.map((rank) => (rank <= 10 ? 1 / rank : 0))),
    ndcg: mean(answerable.map(ndcgOf)),
    nothingFound: answerable.filter(({ ids }) => ids.length === 0).length / answerable.length,
    auc: areaUnderCurve(
      answerable.map(({ confidence }) => confidence),
      others.map(({ confidence }) => confidence),
    ),
  }
}

/** Place of the first answer, from 1; Infinity when it is not among the hits. */
export function rankOf({ asked, ids }: Answered): number {
  const place = ids.findIndex((id) => asked.answers.includes(id))
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1
}

function ndcgOf({ asked, ids }: Answered): number {
  const gain = (place: number) => 1 / Math.log2(place + 2)
  const ideal = asked.answers.slice(0, 10).reduce((sum, _, place) => sum + gain(place), 0)
  const found = ids.slice(0, 10).reduce((sum, id, place) => sum + (asked.answers.includes(id) ? gain(place) : 0), 0)
  return found / ideal
}

/** @returns 0.5 for chance; NaN when either side is empty */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  let won = 0
  for (const positive of positives) {
    for (const negative of negatives) won += positive > negative ? 1 : positive === negative ? 0.5 : 0
  }
  return won / (positives.length * negatives.length)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/**
 * Net promoter score: % of 9–10 minus % of 0–6, with its standard error.
 * Source: docs/metrics.md#nps
 */
export interface NetPromoterScore {
  /** −100 to 100; null for no answer */
  value: number | null
  /** half-width of the 95 % interval, points */
  halfWidth: number | null
  n: number
}

/** @param scores answers, 0 to 10 */
export function netPromoterScore(scores: readonly number[]): NetPromoterScore {
  const n = scores.length
  if (n === 0) return { value: null, halfWidth: null, n }
  const promoters = scores.filter((score) => score >= 9).length / n
  const detractors = scores.filter((score) => score <= 6).length / n
  const standardError = Math.sqrt((promoters + detractors - (promoters - detractors) ** 2) / n)
  return { value: 100 * (promoters - detractors), halfWidth: 100 * 1.959963984540054 * standardError, n }
}

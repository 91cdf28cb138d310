/**
 * Wilson's 95 % interval of a proportion: holds for small n and near 0 or 1, where the textbook ± does not.
 * Source: E. B. Wilson (1927), without continuity correction; docs/metrics.md#intervals
 */
import type { Rate } from '@fanal/contract'

/** 97.5 % quantile of the normal distribution */
const z = 1.959963984540054

/**
 * @param value the proportion, 0 to 1; null where there is nothing to divide by
 * @param n how many cases it rests on
 */
export function wilsonRate(value: number | null, n: number): Rate {
  if (value === null || n <= 0) return { value: null, low: null, high: null, n }
  const weight = 1 + z ** 2 / n
  const centre = (value + z ** 2 / (2 * n)) / weight
  const half = (z * Math.sqrt((value * (1 - value)) / n + z ** 2 / (4 * n ** 2))) / weight
  // At 0 and 1 one bound is the value itself; rounding would leave a hair between them.
  return { value, low: value === 0 ? 0 : centre - half, high: value === 1 ? 1 : centre + half, n }
}

/** The rate of `count` cases among `n`. */
export function rateOf(count: number, n: number): Rate {
  return wilsonRate(n > 0 ? count / n : null, n)
}

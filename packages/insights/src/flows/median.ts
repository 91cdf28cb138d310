/** The value in the middle: unlike a mean it does not move with the one run that was left open over lunch. */

/** Below so many values a middle says nothing of the others. */
const minValues = 3

/** @returns null for fewer than three values; the mean of the two in the middle for an even number */
export function medianOf(values: readonly number[]): number | null {
  if (values.length < minValues) return null
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

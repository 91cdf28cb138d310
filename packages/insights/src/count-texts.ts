/** How often each text occurs, most frequent first, ties in code unit order. */
import { compareText } from './history.ts'

export function countTexts<T extends string>(texts: readonly T[]): Partial<Record<T, number>> {
  const groups = [...Map.groupBy(texts, (text) => text)].map(([text, own]): [T, number] => [text, own.length])
  return Object.fromEntries(groups.sort(([a, m], [b, n]) => n - m || compareText(a, b))) as Partial<Record<T, number>>
}

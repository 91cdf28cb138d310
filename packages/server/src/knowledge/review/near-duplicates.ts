/**
 * Articles that say nearly the same: visitors meet both and read the wrong one, and their votes are split. Compared by runs of three
 * analysed words (shingles); two articles of one locale are near-duplicates when they share half of those they have together
 * (Jaccard ≥ 0.5, about two thirds of each text).
 * Every such pair shares one of the rarest shingles of both, so that only few pairs are ever compared (prefix filtering, Chaudhuri,
 * Ganti and Kaushik 2006): exact, and nearly linear. Pure.
 * Source: docs/content.md#checking
 */
import { analyse } from '@fanal/search'
import type { LoadedArticle } from '../knowledge.ts'

export const minSimilarity = 0.5
const wordsPerShingle = 3
/** A text shorter than this shares its runs by chance. */
const minShingles = 12

export interface NearDuplicate {
  article: LoadedArticle
  /** the one most like it among those before it by id */
  like: LoadedArticle
  /** Jaccard, 0 to 1 */
  similarity: number
}

interface Shingled {
  article: LoadedArticle
  shingles: Set<string>
}

/** @returns by id; of several alike, each but the first */
export function findNearDuplicates(articles: Iterable<LoadedArticle>): NearDuplicate[] {
  const byLocale = Map.groupBy(articles, ({ locale }) => locale)
  return [...byLocale.values()].flatMap((group) => compareAll(group.toSorted((a, b) => (a.id < b.id ? -1 : 1))))
}

function compareAll(articles: readonly LoadedArticle[]): NearDuplicate[] {
  const texts = articles
    .map((article): Shingled => ({ article, shingles: shinglesOf(article) }))
    .filter(({ shingles }) => shingles.size >= minShingles)
  const spread = new Map<string, number>()
  for (const { shingles } of texts) for (const one of shingles) spread.set(one, (spread.get(one) ?? 0) + 1)
  const holders = new Map<string, Shingled[]>()
  const found: NearDuplicate[] = []
  for (const text of texts) {
    const candidates = new Set<Shingled>()
    for (const shingle of rarest(text.shingles, spread)) {
      const known = holders.get(shingle)
      for (const other of known ?? []) candidates.add(other)
      if (known) known.push(text)
      else holders.set(shingle, [text])
    }
    const best = mostLike(text, candidates)
    if (best) found.push(best)
  }
  return found
}

function mostLike(text: Shingled, candidates: Iterable<Shingled>): NearDuplicate | undefined {
  let best: NearDuplicate | undefined
  for (const other of candidates) {
    const similarity = jaccard(text.shingles, other.shingles)
    if (similarity >= minSimilarity && similarity > (best?.similarity ?? 0)) {
      best = { article: text.article, like: other.article, similarity }
    }
  }
  return best
}

function shinglesOf({ title, summary, plainText, locale }: LoadedArticle): Set<string> {
  const terms = analyse(`${title}\n${summary ?? ''}\n${plainText}`, locale)
  const shingles = new Set<string>()
  for (let place = 0; place + wordsPerShingle <= terms.length; place += 1) {
    shingles.add(terms.slice(place, place + wordsPerShingle).join(' '))
  }
  return shingles
}

/** As many of the rarest as cannot all be missing from a text that is similar enough. */
function rarest(shingles: ReadonlySet<string>, spread: ReadonlyMap<string, number>): string[] {
  const count = shingles.size - Math.ceil(minSimilarity * shingles.size) + 1
  const order = (a: string, b: string) => (spread.get(a) ?? 0) - (spread.get(b) ?? 0) || (a < b ? -1 : 1)
  return [...shingles].sort(order).slice(0, count)
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const one of small) if (large.has(one)) shared += 1
  return shared / (a.size + b.size - shared)
}

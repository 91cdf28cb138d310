/**
 * How much each article is read and found helpful, as searching asks it: made anew when something was learnt, at most once a minute, for
 * readings arrive with every visitor and move little.
 * Source: docs/metrics.md#use-in-a-search
 */
import { useShare } from '@fanal/insights'
import type { KnowledgeBase } from '../knowledge/knowledge.ts'
import type { KeptPageUse } from './keep-page-use.ts'

/** 0 to 1; 0.5 for an article that nobody knows */
export type ArticleUse = (article: { id: string; revision: number }) => number

const keptMs = 60_000

interface Kept {
  madeAt: number
  /** of what is known of use */
  version: number
  use: ArticleUse | undefined
}

/**
 * @param now milliseconds since the epoch
 * @returns undefined while nobody has read or voted on anything
 */
export function keepArticleUse(
  pageUse: Pick<KeptPageUse, 'of'>,
  now: () => number,
): (base: KnowledgeBase) => Promise<ArticleUse | undefined> {
  const kept = new WeakMap<KnowledgeBase, Kept>()
  return async (base) => {
    const { use, version } = await pageUse.of(base.project)
    const known = kept.get(base)
    const madeAt = now()
    if (known && (known.version === version || madeAt - known.madeAt < keptMs)) return known.use
    const score = use.everywhere(Math.max(1, base.articles.size))
    const made = score === null ? undefined : (article: { id: string; revision: number }) => useShare(score(article))
    kept.set(base, { madeAt, version, use: made })
    return made
  }
}

/**
 * The index of a knowledge base as a device gets it, made when one first asks and kept as long as the base is.
 * Source: docs/search.md#the-index-on-the-device
 */
import { FanalError, limits } from '@fanal/contract'
import { type CompactIndex, writeCompactIndex } from '@fanal/search'
import { withPhrases } from './build-index.ts'
import type { KnowledgeBase } from './knowledge.ts'

const kept = new WeakMap<KnowledgeBase, Map<string | undefined, CompactIndex>>()

/**
 * @param locale one of the project's, else every language there is: what its search asks, too
 * @throws FanalError DEVICE_INDEX_TOO_LARGE
 */
export function deviceIndexOf(base: KnowledgeBase, locale: string | undefined): CompactIndex {
  const known = base.settings.locales.find((one) => one === locale)
  const byLocale = kept.get(base) ?? new Map<string | undefined, CompactIndex>()
  kept.set(base, byLocale)
  const made = byLocale.get(known) ?? makeDeviceIndex(base, known)
  byLocale.set(known, made)
  return made
}

function makeDeviceIndex(
  { articles, project, synonyms, learned }: KnowledgeBase,
  locale: string | undefined,
): CompactIndex {
  const wanted = [...articles.values()].filter((article) => locale === undefined || article.locale === locale)
  const limit = limits.maxDeviceIndexArticles
  if (wanted.length > limit) {
    throw new FanalError('DEVICE_INDEX_TOO_LARGE', { project, articles: wanted.length, limit })
  }
  const documents = wanted.map((article) => ({ ...withPhrases(article, learned), category: article.category }))
  return writeCompactIndex(documents, synonyms)
}

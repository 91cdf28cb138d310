/** The host's own suggestions: articles it names, and pages of its own. */
import { paths, pathTo, type Suggestion } from '@fanal/contract'
import type { SuggestedArticle } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import type { SuggestedItem } from '../../types.ts'

/** @returns in the host's order, without articles and addresses that do not exist */
export async function resolveSuggested(runtime: Runtime, items: readonly SuggestedItem[]): Promise<SuggestedArticle[]> {
  const found = await Promise.all(items.map((item) => resolveItem(runtime, item)))
  return found.filter((item) => item !== null)
}

async function resolveItem(runtime: Runtime, item: SuggestedItem): Promise<SuggestedArticle | null> {
  try {
    if (typeof item !== 'string') {
      // A list may come from somebody's database: an address that runs code is none.
      const isAddress = /^(https?|mailto|tel):$/.test(new URL(item.url, location.href).protocol)
      return isAddress ? { title: item.text, url: item.url, why: 'host' } : null
    }
    const { id, title, summary, category } = await runtime.getJson<Suggestion>(pathTo(paths.article, { id: item }))
    return { id, title, summary, category, why: 'host' }
  } catch {
    return null
  }
}

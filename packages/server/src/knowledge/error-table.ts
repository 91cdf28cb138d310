/**
 * Which article answers which error, for pages to look it up without asking: an error shown to somebody who never used the help must not
 * cost a request. The same article as `GET /v1/suggestions?errors=` names first. Pure.
 * Source: docs/content.md#errors
 */
import { limits } from '@fanal/contract'
import { isErrorCode } from '@fanal/contract/error-code'
import { foldError } from '@fanal/contract/error-text'
import type { LoadedArticle } from './knowledge.ts'

/**
 * @param locale only articles of this locale
 * @returns errors as their articles write them → article id, codes first, then in order of their text; at most
 *   `limits.maxConfigErrors`. Undefined where no article names any
 */
export function errorTable(articles: Iterable<LoadedArticle>, locale?: string): Record<string, string> | undefined {
  const known = new Map<string, { error: string; id: string }>()
  // By id, as suggestions order equal reasons: of two articles for one error the first is meant.
  const ordered = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { id, frontMatter, ...article } of ordered) {
    if (locale !== undefined && article.locale !== locale) continue
    for (const written of frontMatter.errors ?? []) {
      const error = written.replace(/\s+/g, ' ')
      const folded = foldError(error)
      if (folded !== '' && !known.has(folded)) known.set(folded, { error, id })
    }
  }
  if (known.size === 0) return undefined
  const entries = [...known.values()].sort(
    (a, b) => Number(isErrorCode(b.error)) - Number(isErrorCode(a.error)) || (a.error < b.error ? -1 : 1),
  )
  return Object.fromEntries(entries.slice(0, limits.maxConfigErrors).map(({ error, id }) => [error, id]))
}

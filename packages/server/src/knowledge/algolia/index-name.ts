/**
 * What the name of an index asks for: `<project>` is every locale, `<project>_<locale>` one of them, and `_docsearch` after either is the
 * same help in DocSearch's records.
 * Source: docs/search.md#algolia
 */
import { FanalError } from '@fanal/contract'
import type { KnowledgeBase } from '../knowledge.ts'

export interface IndexName {
  /** as the client wrote it */
  name: string
  /** undefined for every locale */
  locale: string | undefined
  records: 'articles' | 'docsearch'
}

const docSearchSuffix = '_docsearch'

/** @throws FanalError INDEX_UNKNOWN */
export function readIndexName({ project, articles, settings }: KnowledgeBase, name: string): IndexName {
  const isKnown = (locale: string) =>
    settings.locales.includes(locale) || [...articles.values()].some((article) => article.locale === locale)
  const isDocSearch = name.endsWith(docSearchSuffix)
  const plain = isDocSearch ? name.slice(0, -docSearchSuffix.length) : name
  const records = isDocSearch ? 'docsearch' : 'articles'
  if (plain === project) return { name, locale: undefined, records }
  const locale = plain.startsWith(`${project}_`) ? plain.slice(project.length + 1) : ''
  if (!isKnown(locale)) throw new FanalError('INDEX_UNKNOWN', { index: name })
  return { name, locale, records }
}

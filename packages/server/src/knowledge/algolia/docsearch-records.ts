/**
 * An article as DocSearch's crawler would have read it: one record for its title, one for each heading, one for the text under it, with
 * the headings above each in `hierarchy`. Addresses open the article in the widget of the page one is on.
 * Source: docs/search.md#docsearch
 */
import { type ArticleSection, sectionsOf } from '../article-sections.ts'
import type { LoadedArticle } from '../knowledge.ts'
import { articleFacets, type IndexRecord, type RecordShape } from './records.ts'

const retrieved = ['hierarchy', 'content', 'type', 'url', 'url_without_anchor', 'anchor', 'lang', 'language', 'locale']

export const docSearchShape: RecordShape = {
  retrieved,
  marked: ['hierarchy', 'content'],
  cut: new Map([['content', 10]]),
  facets: ['hierarchy.lvl0', 'type', 'lang', 'language', 'category', 'locale', 'topics', 'features', 'audience'],
}

type Level = 'lvl0' | 'lvl1' | 'lvl2' | 'lvl3' | 'lvl4' | 'lvl5' | 'lvl6'
export type Hierarchy = Record<Level, string | null>

const known = new WeakMap<LoadedArticle, IndexRecord[]>()

/**
 * @param group what stands for the category of an article without one
 * @returns the record of the title first, then in the order of the article
 */
export function docSearchRecords(article: LoadedArticle, group: string): IndexRecord[] {
  const made = known.get(article) ?? makeRecords(article, group)
  known.set(article, made)
  return made
}

function makeRecords(article: LoadedArticle, group: string): IndexRecord[] {
  const top = { ...emptyHierarchy(article.category ?? group), lvl1: article.title }
  const title = toRecord(article, { objectID: article.id, type: 'lvl1', hierarchy: top, content: null, anchor: null })
  const inside = sectionsOf(article.body).flatMap((section, place) => sectionRecords(article, section, top, place))
  return [title, ...inside]
}

function sectionRecords(article: LoadedArticle, section: ArticleSection, top: Hierarchy, place: number): IndexRecord[] {
  const hierarchy: Hierarchy = { ...top }
  for (const { depth, title } of section.headings) hierarchy[`lvl${depth}`] = title
  const heading = section.headings.at(-1)
  const anchor = heading?.id ?? null
  const objectID = `${article.id}#${anchor ?? place}`
  const records: IndexRecord[] = []
  if (heading) {
    records.push(toRecord(article, { objectID, type: `lvl${heading.depth}`, hierarchy, content: null, anchor }))
  }
  if (section.text !== '') {
    const content = { objectID: `${objectID}/text`, type: 'content' as const, hierarchy, content: section.text, anchor }
    records.push(toRecord(article, content))
  }
  return records
}

interface Part {
  objectID: string
  type: Level | 'content'
  hierarchy: Hierarchy
  content: string | null
  anchor: string | null
}

function toRecord(article: LoadedArticle, { objectID, type, hierarchy, content, anchor }: Part): IndexRecord {
  const { locale } = article
  const page = `?fanal-article=${encodeURIComponent(article.id)}`
  return {
    objectID,
    article,
    attributes: {
      hierarchy,
      content,
      type,
      url: page,
      url_without_anchor: page,
      anchor,
      lang: locale,
      language: locale,
      locale,
    },
    facets: {
      ...articleFacets(article),
      'hierarchy.lvl0': hierarchy.lvl0 === null ? [] : [hierarchy.lvl0],
      type: [type],
      lang: [locale],
      language: [locale],
    },
    numbers: {},
  }
}

function emptyHierarchy(lvl0: string): Hierarchy {
  return { lvl0, lvl1: null, lvl2: null, lvl3: null, lvl4: null, lvl5: null, lvl6: null }
}

/**
 * What Algolia's clients see of an article: one record each, its id the article's. Every attribute that filters name is here too, so
 * that what is found, counted and shown agree.
 * Source: docs/search.md#algolia
 */
import type { KnowledgeBase, LoadedArticle } from '../knowledge.ts'
import type { Filterable } from './filters.ts'

export interface IndexRecord extends Filterable {
  objectID: string
  article: LoadedArticle
  /** what a hit may hold; texts inside can be marked and cut */
  attributes: Readonly<Record<string, unknown>>
}

/** Which attributes a hit has when the client asks for none in particular. */
export interface RecordShape {
  retrieved: readonly string[]
  /** attribute names, a parent standing for what is inside it */
  marked: readonly string[]
  /** attribute → words */
  cut: ReadonlyMap<string, number>
  /** attributes that facets are counted for when all are asked for */
  facets: readonly string[]
}

export const articleShape: RecordShape = {
  retrieved: ['title', 'summary', 'category', 'locale', 'topics', 'revision', 'updatedAt', 'flow'],
  marked: ['title', 'summary', 'category'],
  cut: new Map([['body', 30]]),
  facets: ['category', 'locale', 'topics', 'features', 'audience'],
}

const known = new WeakMap<LoadedArticle, IndexRecord>()

export function articleRecord(article: LoadedArticle): IndexRecord {
  const made = known.get(article) ?? makeRecord(article)
  known.set(article, made)
  return made
}

function makeRecord(article: LoadedArticle): IndexRecord {
  const { id, title, summary, category, locale, revision, updatedAt, toc, plainText, frontMatter, flow } = article
  const { topics = [], features = [], audience } = frontMatter
  const updatedAtTimestamp = Math.floor(Date.parse(updatedAt) / 1000)
  return {
    objectID: id,
    article,
    attributes: {
      title,
      summary,
      category,
      locale,
      topics,
      ...(flow === null ? {} : { flow }),
      revision,
      updatedAt,
      updatedAtTimestamp,
      features,
      ...(audience === undefined ? {} : { audience }),
      _tags: topics,
      ...(toc.length === 0 ? {} : { headings: toc.map((entry) => entry.title).join(' · ') }),
      body: plainText,
    },
    facets: articleFacets(article),
    numbers: { revision, updatedAtTimestamp },
  }
}

/** The facets any record of an article has. */
export function articleFacets({ category, locale, frontMatter }: LoadedArticle): Record<string, readonly string[]> {
  const { topics = [], features = [], audience } = frontMatter
  return {
    category: category === null ? [] : [category],
    locale: [locale],
    topics,
    features,
    audience: audience === undefined ? [] : [audience],
    _tags: topics,
  }
}

/** The article an `objectID` belongs to: its own, or that of one of its sections (`article#heading`). */
export function articleOfObject(base: KnowledgeBase, objectID: string): LoadedArticle | undefined {
  return base.articles.get(objectID) ?? base.articles.get(objectID.split('#', 1)[0] ?? '')
}

/**
 * One query of the Algolia subset against one knowledge base.
 * An empty query answers every article, by title. Attributes: title, summary, category, headings and body can be marked and cut;
 * body is only sent when it is asked for by name.
 * Source: docs/search.md#algolia
 */
import { FanalError, type HighlightResult, type SearchHit, type SearchResponse } from '@fanal/contract'
import { type Concept, highlight, snippet } from '@fanal/search'
import type { KnowledgeBase, LoadedArticle } from '../knowledge.ts'
import { type Facets, parseFacetFilters, parseFilters } from './filters.ts'
import { type QueryParams, readParams } from './search-params.ts'

type Mark = Pick<HighlightResult, 'value' | 'matchLevel'>

/** A hit with the attributes the client asked for; all of SearchHit's when it asked for none in particular. */
export type AnsweredHit = Pick<SearchHit, 'objectID'> & Partial<SearchHit>
export type QueryAnswer = Omit<SearchResponse, 'hits'> & { hits: AnsweredHit[] }

const facetNames = ['category', 'locale', 'topics', 'features', 'audience'] as const
const markedByDefault = ['title', 'summary', 'category']
const snippetByDefault = new Map([['body', 30]])
const snippetWordsForAll = 10

/**
 * @param index `<project>`, or `<project>_<locale>` for one locale
 * @throws FanalError INDEX_UNKNOWN, FILTER_INVALID, QUERY_INVALID
 */
export function answerQuery(base: KnowledgeBase, index: string, given: Record<string, unknown>): QueryAnswer {
  const startedAt = performance.now()
  const locale = localeOfIndex(base, index)
  const asked = readParams(given)
  const found = findArticles(base, asked, locale)
  const first = asked.page * asked.hitsPerPage
  const shown = found.slice(first, first + asked.hitsPerPage)
  const locales = new Set(shown.map((article) => article.locale))
  const concepts = new Map([...locales].map((name) => [name, base.index.concepts(asked.query, name)]))
  const facets = countFacets(found, asked.facets)
  return {
    hits: shown.map((article) => toHit(article, asked, concepts.get(article.locale) ?? [])),
    nbHits: found.length,
    page: asked.page,
    nbPages: asked.hitsPerPage === 0 ? 0 : Math.ceil(found.length / asked.hitsPerPage),
    hitsPerPage: asked.hitsPerPage,
    exhaustiveNbHits: true,
    query: asked.query,
    params: asked.params,
    processingTimeMS: Math.max(1, Math.round(performance.now() - startedAt)),
    index,
    ...(facets === null ? {} : { facets }),
  }
}

/** @returns undefined for every locale */
function localeOfIndex({ project, articles, settings }: KnowledgeBase, index: string): string | undefined {
  if (index === project) return undefined
  const locale = index.startsWith(`${project}_`) ? index.slice(project.length + 1) : ''
  const known = settings.locales.includes(locale) || [...articles.values()].some((article) => article.locale === locale)
  if (!known) throw new FanalError('INDEX_UNKNOWN', { index })
  return locale
}

function findArticles(base: KnowledgeBase, asked: QueryParams, locale: string | undefined): LoadedArticle[] {
  const byFilters = parseFilters(asked.filters)
  const byFacets = parseFacetFilters(asked.facetFilters)
  const allowed = new Map<string, LoadedArticle>()
  for (const article of base.articles.values()) {
    if (locale !== undefined && article.locale !== locale) continue
    const facets = facetsOf(article)
    if (byFilters(facets) && byFacets(facets)) allowed.set(article.id, article)
  }
  if (asked.query.trim() === '') {
    return [...allowed.values()].sort((a, b) => a.title.localeCompare(b.title, a.locale) || (a.id < b.id ? -1 : 1))
  }
  const options = {
    filter: (id: string) => allowed.has(id),
    limit: allowed.size,
    ...(locale === undefined ? {} : { locale }),
  }
  return base.index.search(asked.query, options).hits.flatMap((hit) => allowed.get(hit.id) ?? [])
}

function facetsOf({ category, locale, frontMatter }: LoadedArticle): Facets {
  return {
    category: category === null ? [] : [category],
    locale: [locale],
    topics: frontMatter.topics ?? [],
    features: frontMatter.features ?? [],
    audience: frontMatter.audience === undefined ? [] : [frontMatter.audience],
  }
}

function countFacets(
  found: readonly LoadedArticle[],
  asked: readonly string[],
): Record<string, Record<string, number>> | null {
  if (asked.length === 0) return null
  const counted = facetNames.filter((name) => asked.includes('*') || asked.includes(name))
  const counts: Record<string, Record<string, number>> = {}
  for (const name of counted) {
    const byValue = new Map<string, number>()
    for (const article of found) {
      for (const value of facetsOf(article)[name] ?? []) byValue.set(value, (byValue.get(value) ?? 0) + 1)
    }
    if (byValue.size > 0)
      counts[name] = Object.fromEntries([...byValue].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
  }
  return counts
}

function toHit(article: LoadedArticle, asked: QueryParams, concepts: Concept[]): AnsweredHit {
  const marking = {
    concepts,
    locale: article.locale,
    preTag: asked.highlightPreTag,
    postTag: asked.highlightPostTag,
  }
  const texts = textsOf(article)
  const marked: Record<string, HighlightResult> = {}
  for (const name of namesOf(asked.attributesToHighlight, markedByDefault)) {
    const text = texts[name]
    if (text !== undefined) marked[name] = highlight(text, marking)
  }
  const snippets: Record<string, Mark> = {}
  for (const [name, words] of snippetsOf(asked.attributesToSnippet)) {
    const text = texts[name]
    if (text !== undefined) snippets[name] = snippet(text, { ...marking, words, ellipsis: asked.snippetEllipsisText })
  }
  const attributes = retrieve(article, asked.attributesToRetrieve)
  return { objectID: article.id, ...attributes, _highlightResult: marked, _snippetResult: snippets }
}

function namesOf(asked: string[] | null, byDefault: readonly string[]): readonly string[] {
  if (asked === null) return byDefault
  return asked.includes('*') ? [...byDefault, 'headings'] : asked
}

function snippetsOf(asked: Map<string, number> | null): ReadonlyMap<string, number> {
  if (asked === null) return snippetByDefault
  const all = asked.get('*')
  return all === undefined
    ? asked
    : new Map(['title', 'summary', 'body'].map((name) => [name, all || snippetWordsForAll]))
}

/** The texts of an article that can be marked and cut. */
function textsOf({ title, summary, category, toc, plainText }: LoadedArticle): Record<string, string> {
  return {
    title,
    ...(summary === null ? {} : { summary }),
    ...(category === null ? {} : { category }),
    ...(toc.length === 0 ? {} : { headings: toc.map((entry) => entry.title).join(' · ') }),
    body: plainText,
  }
}

/** The attributes of a hit; a client that asks for fewer gets fewer. `objectID` is always there. */
function retrieve(article: LoadedArticle, asked: string[] | null): Record<string, unknown> {
  const { title, summary, category, locale, revision, updatedAt, frontMatter, plainText } = article
  const attributes: Record<string, unknown> = {
    title,
    summary,
    category,
    locale,
    topics: frontMatter.topics ?? [],
    revision,
    updatedAt,
    ...(asked?.includes('body') ? { body: plainText } : {}),
  }
  const wants = (name: string) =>
    asked === null || (asked.includes('*') ? !asked.includes(`-${name}`) : asked.includes(name))
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => wants(name)))
}

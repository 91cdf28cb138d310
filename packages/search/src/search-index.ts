/**
 * The index of one knowledge base: articles in, ranked hits out. Each locale has its own vocabulary and statistics; a query without a
 * locale asks all of them. MiniSearch holds the postings and scores them (BM25+); what is asked of it is decided in query-concepts.ts,
 * what counts as an answer in relevance.ts. Pure: no clock, no network; the same in a browser and on a server.
 * Source: docs/search.md
 */
import MiniSearch from 'minisearch'
import { indexTerms, tokenize } from './analyse.ts'
import { type Concept, toConcepts } from './query-concepts.ts'
import { conceptWeights, coverage, isAnswer, matchedConcepts } from './relevance.ts'
import { type SynonymGroups, Synonyms } from './synonyms.ts'
import { Vocabulary } from './vocabulary.ts'

export interface SearchDocument {
  id: string
  locale: string
  title: string
  /** phrases a visitor would type, and error codes */
  symptoms?: readonly string[]
  summary?: string
  headings?: readonly string[]
  /** the text without markup */
  body: string
}

export type SearchField = 'title' | 'symptoms' | 'summary' | 'headings' | 'body'

export interface SearchOptions {
  /** only articles of this locale; default: every locale */
  locale?: string
  /** which articles may be found at all */
  filter?: (id: string) => boolean
  /** default 20 */
  limit?: number
  /** default 0 */
  offset?: number
}

export interface IndexHit {
  id: string
  score: number
  /** share of the query's weight that the article holds, 0 to 1 */
  coverage: number
  /** the query's words found in the article, folded, as typed */
  words: string[]
  /** terms of the index that were found, each with the fields they stand in */
  terms: Record<string, SearchField[]>
}

export interface SearchResults {
  hits: IndexHit[]
  /** how many there are without `limit` and `offset` */
  total: number
}

export interface SearchIndex {
  /** Best first; equal scores by id. A query of stop words alone finds nothing. */
  search(query: string, options?: SearchOptions): SearchResults
  /** What the query is about in one locale: what highlighting marks. */
  concepts(query: string, locale: string): Concept[]
}

const fieldBoosts: Record<SearchField, number> = { title: 2, symptoms: 2, summary: 1.5, headings: 1.2, body: 1 }
const fields = Object.keys(fieldBoosts) as SearchField[]
const negationBoost = 0.2
const defaultLimit = 20

/**
 * @param documents ids must be unique
 * @param options.synonyms groups of phrases that mean the same
 */
export function createSearchIndex(
  documents: readonly SearchDocument[],
  options: { synonyms?: SynonymGroups } = {},
): SearchIndex {
  const byLocale = Map.groupBy(documents, (document) => document.locale)
  const indexes = new Map(
    [...byLocale].map(([locale, group]) => [locale, createLocaleIndex(locale, group, options.synonyms ?? [])]),
  )
  return {
    search(query, { locale, filter, limit = defaultLimit, offset = 0 } = {}) {
      const asked = [...indexes].filter(([name]) => locale === undefined || name === locale)
      const hits = asked.flatMap(([, index]) => index.search(query, filter))
      hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      return { hits: hits.slice(offset, offset + limit), total: hits.length }
    },
    concepts(query, locale) {
      return indexes.get(locale)?.concepts(query) ?? []
    },
  }
}

function createLocaleIndex(locale: string, documents: readonly SearchDocument[], groups: SynonymGroups) {
  const vocabulary = new Vocabulary()
  const synonyms = new Synonyms(groups, locale)
  const postings = new MiniSearch<Record<string, string>>({
    fields,
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
    autoVacuum: false,
  })
  for (const document of documents) postings.add(toTerms(document, vocabulary))
  const concepts = (query: string) => toConcepts(query, locale, vocabulary, synonyms)
  return { concepts, search: (query: string, filter?: SearchOptions['filter']) => rank(concepts(query), filter) }

  function rank(asked: Concept[], filter: SearchOptions['filter']): IndexHit[] {
    const weights = conceptWeights(asked, vocabulary, documents.length)
    const queries = asked.flatMap(toQueries)
    if (queries.length === 0 || weights.every((weight) => weight === 0)) return []
    const found = postings.search({ combineWith: 'OR', queries }, { boost: fieldBoosts })
    return found.flatMap((result) => {
      const id = String(result.id)
      if (filter && !filter(id)) return []
      if (!isAnswer(asked, weights, result.match)) return []
      const share = coverage(asked, weights, result.match)
      const raw = result.score / Math.max(1, result.queryTerms.length)
      const words = matchedConcepts(asked, result.match).flatMap((concept) => concept.words)
      return [{ id, score: raw * share, coverage: share, words, terms: result.match as Record<string, SearchField[]> }]
    })
  }
}

function toQueries(concept: Concept) {
  return concept.alternatives.map(({ terms, weight }) => ({
    combineWith: 'AND' as const,
    queries: terms,
    boostTerm: () => (concept.kind === 'negation' ? negationBoost : weight / terms.length),
  }))
}

/** One document as MiniSearch is to index it, its words added to the vocabulary on the way. */
function toTerms(document: SearchDocument, vocabulary: Vocabulary): Record<string, string> {
  const all = new Set<string>()
  const spellings = new Map<string, string>()
  const record: Record<string, string> = { id: document.id }
  for (const field of fields) {
    const terms: string[] = []
    for (const text of [document[field] ?? []].flat()) {
      const tokens = tokenize(text, document.locale)
      for (const [place, token] of tokens.entries()) {
        for (const term of indexTerms(token, tokens[place - 1], text)) {
          terms.push(term)
          all.add(term)
          if (term !== token.term) spellings.set(term, term)
        }
        if (token.kind !== 'stop' && token.kind !== 'negation') spellings.set(token.word, token.term)
      }
    }
    record[field] = terms.join(' ')
  }
  vocabulary.add(all, spellings)
  return record
}

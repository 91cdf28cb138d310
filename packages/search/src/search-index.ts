/**
 * The index of one knowledge base: articles in, ranked hits out. Each locale has its own vocabulary and statistics; a query without a
 * locale asks all of them. What is asked is decided in query-concepts.ts, what answers it in rank.ts, how sure that is in confidence.ts.
 * Pure: no clock, no network; the same in a browser and on a server.
 * Source: docs/search.md
 */
import { confidenceOf } from './confidence.ts'
import { type CountedLocale, countArticles, countingArticles } from './count-articles.ts'
import { everydayWords } from './everyday-words.ts'
import { Postings } from './postings.ts'
import { type Concept, type QueryReader, toConcepts } from './query-concepts.ts'
import { type Prior, Ranker } from './rank.ts'
import { type SynonymGroups, Synonyms } from './synonyms.ts'
import { defaultTuning, type SearchField, type Tuning } from './tuning.ts'
import { Wordings } from './wordings.ts'

export interface SearchDocument {
  id: string
  locale: string
  title: string
  /** phrases a visitor would type, and error codes */
  symptoms?: readonly string[]
  summary?: string
  headings?: readonly string[]
  /** the text without markup, a line for each block; lines equal to a heading begin its section */
  body: string
  /** phrases visitors really used before this article helped them */
  learned?: readonly string[]
}

/** Which ways to say a word are asked beside the word itself. */
export interface ReadingOptions {
  /** likely spellings of words that no article has; default true */
  spelling?: boolean
  /** the project's synonyms; default true */
  synonyms?: boolean
}

export interface SearchOptions extends ReadingOptions {
  /** only articles of this locale */
  locale?: string
  /** which articles may be found at all */
  filter?: (id: string) => boolean
  /** what speaks for an article beside the query: the visitor's page, topics, errors, features; how it is used */
  prior?: (id: string) => Prior | undefined
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
  /** share of it that one passage holds together with the title, 0 to 1 */
  passage: number
  /** what spoke for it beside the query */
  prior?: Prior
  /** looked up only when it is asked for */
  matches(): HitMatches
}

export interface HitMatches {
  /** the query's words found in the article, folded */
  words: string[]
  /** terms of the index that were found, each with the fields they stand in */
  terms: Record<string, SearchField[]>
}

export interface SearchResults {
  hits: IndexHit[]
  /** how many there are without `limit` and `offset` */
  total: number
  /** how likely it is that one of the first three answers, 0 to 1; 0 without hits */
  confidence: number
}

export interface SearchIndex {
  /** Best first; equal scores by id. A query of stop words alone finds nothing. */
  search(query: string, options?: SearchOptions): SearchResults
  /** What the query is about in one locale: what highlighting marks. */
  concepts(query: string, locale: string, options?: ReadingOptions): Concept[]
}

export interface IndexOptions {
  /** groups of phrases that mean the same */
  synonyms?: SynonymGroups
  /** other than by default only to see what a step is worth */
  tuning?: Partial<Tuning>
}

const defaultLimit = 20

/** @param documents ids must be unique */
export function createSearchIndex(documents: readonly SearchDocument[], options: IndexOptions = {}): SearchIndex {
  return indexCounted(countArticles(documents, { ...defaultTuning, ...options.tuning }), options)
}

/** The same in small steps, each a few milliseconds at most but for the last: for a server that answers others meanwhile. */
export function* createSearchIndexInSteps(
  documents: readonly SearchDocument[],
  options: IndexOptions = {},
): Generator<void, SearchIndex> {
  return indexCounted(yield* countingArticles(documents, { ...defaultTuning, ...options.tuning }), options)
}

/** The index of articles that were counted, here or where they were read. */
export function indexCounted(locales: readonly CountedLocale[], options: IndexOptions = {}): SearchIndex {
  const indexes = new Map(locales.map((counted) => [counted.locale, new LocaleIndex(counted, options)]))
  return {
    search(query, { locale, limit = defaultLimit, offset = 0, ...asked } = {}) {
      const answers = [...indexes]
        .filter(([name]) => locale === undefined || name === locale)
        .map(([, index]) => index.search(query, asked))
      const found = answers.flatMap((answer) => answer.found)
      found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      return {
        hits: found.slice(offset, offset + limit),
        total: found.length,
        confidence: Math.max(0, ...answers.map((answer) => answer.confidence)),
      }
    },
    concepts: (query, locale, options = {}) => indexes.get(locale)?.concepts(query, options) ?? [],
  }
}

class LocaleIndex {
  readonly #ids: readonly string[]
  readonly #reader: QueryReader
  readonly #ranker: Ranker
  readonly #wordings: Wordings
  readonly #tuning: Tuning

  constructor({ locale, articles, terms, vocabulary }: CountedLocale, { synonyms = [], tuning }: IndexOptions) {
    this.#tuning = { ...defaultTuning, ...tuning }
    const postings = new Postings(terms, this.#tuning)
    this.#ids = articles.map(({ id }) => id)
    this.#ranker = new Ranker(postings, articles.length, this.#tuning)
    this.#wordings = new Wordings(articles, locale)
    this.#reader = {
      locale,
      vocabulary,
      hasTerm: (term) => postings.span(term) !== undefined,
      isWritten: (term) => postings.isWritten(term),
      synonyms: new Synonyms(synonyms, locale),
      everyday: everydayWords(locale),
      tuning: this.#tuning,
    }
  }

  concepts(query: string, { spelling = true, synonyms = true }: ReadingOptions): Concept[] {
    if (spelling && synonyms) return toConcepts(query, this.#reader)
    const tuning = { ...this.#tuning, ...(spelling ? {} : { spelling: 0 }), ...(synonyms ? {} : { synonym: 0 }) }
    return toConcepts(query, { ...this.#reader, tuning })
  }

  #worthOf({ value, use = 0 }: Prior = { value: 0, why: '' }): number {
    return this.#tuning.prior * value + this.#tuning.use * use
  }

  search(query: string, { filter, prior, ...reading }: Omit<SearchOptions, 'locale' | 'limit' | 'offset'>) {
    const concepts = this.concepts(query, reading)
    const idOf = (document: number) => this.#ids[document] ?? ''
    const ranked = this.#ranker.rank(concepts, {
      filter: filter && ((document) => filter(idOf(document))),
      prior: prior && ((document) => this.#worthOf(prior(idOf(document)))),
      wording: this.#wordings.shareIn(query),
    })
    const found = ranked.map(({ document, score, coverage, passage }): IndexHit => {
      const id = idOf(document)
      const reason = prior?.(id)
      const matches = () => ({
        words: concepts.filter((one) => this.#ranker.holds(one, document)).flatMap((one) => one.words),
        terms: this.#ranker.explain(concepts, document),
      })
      return { id, score, coverage, passage, matches, ...(reason ? { prior: reason } : {}) }
    })
    const confidence = confidenceOf(concepts, ranked)
    return { found: confidence < this.#tuning.nothingBelow ? [] : found, confidence }
  }
}

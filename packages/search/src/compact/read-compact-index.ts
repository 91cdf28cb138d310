/** Reads a knowledge base in its compact form: the same index as the server's, and what to show of its articles. Pure. */
import { type CountedLocale, countArticles, mergeTerms } from '../count-articles.ts'
import { type CountedTerms, fieldNames, type TermList } from '../postings.ts'
import { indexCounted, type SearchDocument, type SearchIndex } from '../search-index.ts'
import { defaultTuning } from '../tuning.ts'
import {
  type CompactCounts,
  type CompactIndex,
  type CompactLocale,
  compactFormat,
  type Outline,
} from './compact-index.ts'
import { readNumbers, readRanked } from './numbers-as-text.ts'
import { readWords } from './words-as-text.ts'

export interface ReadIndex {
  index: SearchIndex
  /** by id */
  outlines: ReadonlyMap<string, Outline>
}

/** @throws RangeError for a form that this code does not know */
export function readCompactIndex({ format, locales, synonyms }: CompactIndex): ReadIndex {
  if (format !== compactFormat)
    throw new RangeError(`The compact index has format ${format}; ${compactFormat} is read.`)
  const outlines = locales.flatMap(readOutlines)
  return {
    index: indexCounted(locales.flatMap(readLocale), { synonyms }),
    outlines: new Map(outlines.map((outline) => [outline.id, outline])),
  }
}

function readOutlines({ locale, ids, titles, summaries, categories, category }: CompactLocale): Outline[] {
  const places = readNumbers(category)
  return ids.map((id, article) => ({
    id,
    locale,
    title: titles[article] ?? '',
    summary: summaries[article] || null,
    category: categories[(places[article] ?? 0) - 1] ?? null,
  }))
}

/** What is there as text is counted here, the rest was. */
function readLocale({ locale, ids, titles, summaries, symptoms, counted }: CompactLocale): CountedLocale[] {
  const told = ids.map((id, article): SearchDocument => {
    const [title = '', summary = ''] = [titles[article], summaries[article]]
    return { id, locale, title, summary, symptoms: symptoms[article] ?? [], body: '' }
  })
  const entries = readEntries(counted)
  const ofWords = new Set(entries.map(([, term]) => term))
  return countArticles(told, defaultTuning).map(({ terms, vocabulary, ...rest }) => {
    for (const [word, term] of entries) vocabulary.add(word, term)
    return { ...rest, vocabulary, terms: mergeTerms(terms, readTerms(counted, ofWords, ids.length)) }
  })
}

function readEntries({ words, cuts, endings }: CompactCounts): [word: string, term: string][] {
  const numbers = readNumbers(cuts)
  let ending = 0
  return readWords(words).map((word, place) => {
    const cut = numbers[place] ?? 0
    const goesOn = cut % 2 === 1 ? endings[ending++] : ''
    return [word, word.slice(0, word.length - (cut >> 1)) + goesOn]
  })
}

/** @param ofWords the terms of all words, in the order of these */
function readTerms(counted: CompactCounts, ofWords: ReadonlySet<string>, articles: number): CountedTerms {
  const lengths = readNumbers(counted.lengths)
  const spreads = readNumbers(counted.spreads)
  const steps = readNumbers(counted.steps)
  const counts = readRanked(counted.counts)
  const passages = readRanked(counted.passages)
  let at = 0
  const lists = [...ofWords, ...counted.others].map((term, place): [string, TermList] => {
    const from = at
    at += spreads[place] ?? 0
    let document = 0
    const documents = steps.slice(from, at).map((step) => {
      document += step
      return document
    })
    return [term, { documents, counts: counts.slice(from, at), passages: passages.slice(from, at) }]
  })
  return {
    lists: new Map(lists),
    lengths: fieldNames.map((_, field) => Uint32Array.from(lengths.slice(field * articles, (field + 1) * articles))),
  }
}

/**
 * The form in which a whole knowledge base goes to a device: everything the ranking asks, and what a list of results shows, as one JSON
 * value that compresses to about 60 kB for 266 articles. Bodies stay away: they alone would be 107 kB.
 *
 * Titles, summaries and symptoms go as text, and are counted where they are read; headings, bodies and what visitors said go counted, as
 * columns of small numbers, since what is alike compresses together. Both are then weighed by the code that weighs them on the server, so
 * that the two agree to the last digit.
 * Source: docs/search.md#the-index-on-the-device
 */
import type { SynonymGroups } from '../synonyms.ts'
import type { RankedNumbers } from './numbers-as-text.ts'
import type { WordsAsText } from './words-as-text.ts'

/** Counts up when a device with the code of before would misread it. */
export const compactFormat = 1

/** What a list of results shows of an article. */
export interface Outline {
  id: string
  locale: string
  title: string
  summary: string | null
  category: string | null
}

export interface CompactIndex {
  format: number
  synonyms: SynonymGroups
  locales: CompactLocale[]
}

/** One locale of it; articles are sorted by id, numbers written as in numbers-as-text.ts. */
export interface CompactLocale {
  locale: string
  ids: string[]
  titles: string[]
  summaries: string[]
  symptoms: string[][]
  categories: string[]
  /** each article's place among these, from 1; 0 for none */
  category: string
  counted: CompactCounts
}

/** Headings, bodies and what visitors said. */
export interface CompactCounts {
  /** how many terms each article has in each of these fields, field by field */
  lengths: string
  /** every word */
  words: WordsAsText
  /** how many letters of each word its term has not, doubled, one more where the term goes on otherwise */
  cuts: string
  /** how those go on, in the order of their words */
  endings: string[]
  /** terms that are no word's, such as negation's */
  others: string[]
  /** in how many articles each term stands; terms in the order of their first word, then the others */
  spreads: string
  /** the articles of each term, as steps from one to the next */
  steps: string
  /** for each of these: how often in which field, and in which passages */
  counts: RankedNumbers
  passages: RankedNumbers
}

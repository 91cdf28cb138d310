/**
 * Every number the ranking rests on, in one place. Chosen on the tuning half of the bench's queries and rounded, so that none is finer
 * than the queries can tell; what each step is worth is measured by `npm run bench:search`.
 * Source: docs/search.md#ranking
 */
import type { AnalysisStep } from './analyse.ts'

export type SearchField = 'title' | 'symptoms' | 'summary' | 'headings' | 'body' | 'learned'

export interface FieldTuning {
  /** how many times a word here counts */
  weight: number
  /** how much a long field dilutes its words, 0 to 1 */
  dilution: number
}

export interface Tuning {
  fields: Record<SearchField, FieldTuning>
  /** BM25's k1: how soon more of the same word stops counting */
  saturation: number
  /** what a word counts towards coverage that only the body holds; elsewhere it is 1 */
  bodyShare: number
  /** the power of coverage in the score */
  coveragePower: number
  /** what all of the query in one passage adds to the score */
  passage: number
  /** what a title that the query says in full adds to the score */
  wholeTitle: number
  /** what a query that is word for word a title or symptom adds, in best scores; by the square of its share where it is part of one */
  wording: number
  /** what a word counts that is rare without telling much, such as `mettre` or `new` */
  weak: number
  /** a query word that no article has weighs as much as one that this many have; in few articles, that an eighth have */
  unknownDocuments: number
  /** weights of ways to say a word: 1 is the word itself */
  prefix: number
  /** of the beginning of other words, where what was typed is itself a word of the articles */
  prefixOfKnown: number
  spelling: number
  synonym: number
  /** of an everyday word for the same thing; of one for the same matter */
  equivalent: number
  everyday: number
  /** of one word of a phrase that has synonyms as a whole */
  part: number
  /** what a "not" counts, for it never makes an answer by itself */
  negation: number
  /** what the visitor's page, topics, errors and features add at most to the score; small, so that words decide */
  prior: number
  /** what being read much and found helpful adds at most: it tells apart what answers alike, and nothing else */
  use: number
  /** below this coverage an article is no hit at all */
  floor: number
  /** nor with less than this share of the best one's score */
  tail: number
  /** a search less sure than this finds nothing: a question nobody has written about must not look answered */
  nothingBelow: number
  /** of a long query, only so many of its rarest words are asked */
  maxConcepts: number
  /** how many of the best are looked at passage by passage */
  passageDepth: number
  /** abbreviations and SMS spelling are read */
  readHaste: boolean
  /** steps of the analysis left out */
  without: readonly AnalysisStep[]
}

export const defaultTuning: Tuning = {
  fields: {
    title: { weight: 3, dilution: 0.5 },
    symptoms: { weight: 2.5, dilution: 0.2 },
    summary: { weight: 2, dilution: 0.5 },
    headings: { weight: 1.5, dilution: 0.5 },
    body: { weight: 1, dilution: 0.5 },
    learned: { weight: 0.5, dilution: 0 },
  },
  saturation: 6,
  bodyShare: 0.35,
  coveragePower: 1,
  passage: 0.5,
  wholeTitle: 0.2,
  wording: 1,
  weak: 0.6,
  unknownDocuments: 4,
  prefix: 0.6,
  prefixOfKnown: 0.3,
  spelling: 0.7,
  synonym: 0.8,
  equivalent: 0.8,
  everyday: 0.5,
  part: 0.6,
  negation: 0.2,
  prior: 0.25,
  use: 0.02,
  floor: 0.05,
  tail: 0.15,
  nothingBelow: 0.15,
  maxConcepts: 24,
  passageDepth: 100,
  readHaste: true,
  without: [],
}

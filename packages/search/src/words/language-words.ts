/**
 * What the analysis must know of a language beyond its stemmer. Everything is written folded: lower case, no accents.
 * These lists are general: words of one trade belong into that project's synonyms.yaml.
 */
export interface LanguageWords {
  /** Say nothing about the subject: articles, pronouns, question words, politeness. Verbs of malfunction are not among them. */
  stopWords: string
  /** Tell little, however rare they are in the articles: verbs for anything, sizes, quantities, people, times. */
  weakWords: string
  /** Kept as one term: "ne s'imprime pas" is the symptom. */
  negations: string
  /** Negations as people in a hurry write them. */
  hastyNegations: string
  /** Abbreviations and SMS spelling, one a line: `as written = as meant`; nothing after `=` for a word that says nothing. */
  hasty: string
  /** Forms that the stemmer keeps apart though they are one word, one family a line: irregular verbs, verbs and their nouns. */
  families: string
  /** Different words for the same thing, one group a line, phrases separated by `|`: count like a project's synonyms. */
  equivalents: string
  /** Words that visitors and authors use for the same matter though they are not the same; written alike, count less. */
  everyday: string
}

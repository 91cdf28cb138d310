/** What kind of word a word is, by the lists of its language. */
import { type Language, wordsOf } from './language.ts'

const toSet = (words: string) => new Set(words.split(/\s+/).filter(Boolean))
const setsOf = (
  list: 'stopWords' | 'weakWords' | 'negations' | 'hastyNegations',
): Record<Language, ReadonlySet<string>> => ({
  fr: toSet(wordsOf('fr')[list]),
  en: toSet(wordsOf('en')[list]),
  other: new Set(),
})

const stopWords = setsOf('stopWords')
const weakWords = setsOf('weakWords')
const negationWords = setsOf('negations')
const hastyNegations = setsOf('hastyNegations')

/** Every word of negation is indexed as this one term; no written word can collide with it. */
export const negationTerm = '¬'

/** @param word folded */
export function isStopWord(word: string, language: Language): boolean {
  return stopWords[language].has(word)
}

/** @param word folded; a word that counts less than its rarity says */
export function isWeakWord(word: string, language: Language): boolean {
  return weakWords[language].has(word)
}

/** @param word folded */
export function isNegation(word: string, language: Language): boolean {
  return negationWords[language].has(word)
}

/** @param word folded; what it says is a guess, for it may be a word of the articles or the beginning of one */
export function isHastyNegation(word: string, language: Language): boolean {
  return hastyNegations[language].has(word)
}

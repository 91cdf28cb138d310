/**
 * The languages the analysis knows. A text in any other language is folded and split, not stemmed.
 */
import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'

export type Language = 'fr' | 'en' | 'other'

/** @param locale BCP 47, such as `fr` or `fr-CA`; only its first part counts */
export function languageOf(locale: string): Language {
  const first = locale.toLowerCase().split(/[-_]/)[0]
  return first === 'fr' || first === 'en' ? first : 'other'
}

/**
 * Takes a folded word to its Snowball stem; a word with a digit stays whole.
 * Snowball reads accents that folding took away, and leaves -us alone: so `coincée` is first made `coince`, `perdus` `perdu`.
 */
export function stem(word: string, language: Language): string {
  if (/\d/.test(word) || word.length < 3) return word
  if (language === 'fr') return stemFrench(word.replace(/ees?$/, 'e').replace(/(..[aiou])s$/, '$1'))
  return language === 'en' ? stemEnglish(word) : word
}

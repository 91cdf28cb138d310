/**
 * The languages the analysis knows: their stemmers, and their words in a form that is quick to ask.
 * A text in any other language is folded and split, not stemmed.
 */
import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import { english } from './words/english.ts'
import { french } from './words/french.ts'
import type { LanguageWords } from './words/language-words.ts'

export type Language = 'fr' | 'en' | 'other'

/** @param locale BCP 47, such as `fr` or `fr-CA`; only its first part counts */
export function languageOf(locale: string): Language {
  const first = locale.toLowerCase().split(/[-_]/)[0]
  return first === 'fr' || first === 'en' ? first : 'other'
}

const nothing: LanguageWords = {
  stopWords: '',
  weakWords: '',
  negations: '',
  hastyNegations: '',
  hasty: '',
  families: '',
  equivalents: '',
  everyday: '',
}
const languageWords: Record<Language, LanguageWords> = { fr: french, en: english, other: nothing }

export function wordsOf(language: Language): LanguageWords {
  return languageWords[language]
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

const rootsByLanguage = new Map<Language, ReadonlyMap<string, string>>()

/** The one term of a stem's family, such as `lir` for `lectur`; the stem itself when it has none. */
export function familyOf(stemmed: string, language: Language): string {
  let roots = rootsByLanguage.get(language)
  if (!roots) {
    roots = new Map(
      wordsOf(language)
        .families.split('\n')
        .map((line) => line.split(' ').map((word) => stem(word, language)))
        .flatMap(([root = '', ...others]) => others.map((other): [string, string] => [other, root])),
    )
    rootsByLanguage.set(language, roots)
  }
  return roots.get(stemmed) ?? stemmed
}

/** The everyday words of a language as synonyms: what visitors and authors call the same thing, whatever the product. */
import { type Language, languageOf, wordsOf } from './language.ts'
import { Synonyms } from './synonyms.ts'

export interface EverydayWords {
  /** the same thing */
  equivalents: Synonyms
  /** the same matter */
  related: Synonyms
}

const byLanguage = new Map<Language, EverydayWords>()

export function everydayWords(locale: string): EverydayWords {
  const language = languageOf(locale)
  let words = byLanguage.get(language)
  if (!words) {
    const { equivalents, everyday } = wordsOf(language)
    words = {
      equivalents: new Synonyms(toGroups(equivalents), locale),
      related: new Synonyms(toGroups(everyday), locale),
    }
    byLanguage.set(language, words)
  }
  return words
}

function toGroups(lines: string): string[][] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('|').map((phrase) => phrase.trim()))
}

/**
 * Reads what people in a hurry write: abbreviations ("mdp", "pb"), SMS spelling ("cmt", "pa"), words run together ("limprimante").
 * Only where the articles do not use the word so written, for then it is theirs.
 * Source: docs/search.md#hasty-writing
 */
import { type Token, tokenize } from './analyse.ts'
import { type Language, languageOf, wordsOf } from './language.ts'
import { isHastyNegation, negationTerm } from './stop-words.ts'
import type { Vocabulary } from './vocabulary.ts'

const meanings = new Map<Language, ReadonlyMap<string, string>>()
const runTogether = /^(?:qu|[ldjmtsnc])(?=.{3})/

/**
 * @param typing the token that is still being typed, if any: it may become a longer word
 */
export function readHaste(
  tokens: readonly Token[],
  typing: Token | undefined,
  locale: string,
  vocabulary: Vocabulary,
): Token[] {
  const language = languageOf(locale)
  return tokens.flatMap((token, place) => {
    if (token.kind === 'negation' || vocabulary.hasSpelling(token.word)) return [token]
    if (place > 0 && isHastyNegation(token.word, language)) return [{ ...token, term: negationTerm, kind: 'negation' }]
    if (token.kind === 'stop') return [token]
    const meant = meaningsOf(language).get(token.word)
    if (meant === '') return token === typing && vocabulary.beginningWith(token.word).length > 0 ? [token] : []
    if (meant !== undefined)
      return tokenize(meant, locale).map((one) => ({ ...one, start: token.start, end: token.end }))
    return [language === 'fr' ? separated(token, locale, vocabulary) : token]
  })
}

/** `limprimante`: the word without the elided article or pronoun it was run together with, when the articles have that one. */
function separated(token: Token, locale: string, vocabulary: Vocabulary): Token {
  const rest = token.kind === 'word' ? token.word.replace(runTogether, '') : token.word
  if (rest === token.word || !vocabulary.hasSpelling(rest)) return token
  const [read] = tokenize(rest, locale)
  return read ? { ...read, start: token.start, end: token.end } : token
}

function meaningsOf(language: Language): ReadonlyMap<string, string> {
  let read = meanings.get(language)
  if (!read) {
    const lines = wordsOf(language).hasty.split('\n').filter(Boolean)
    read = new Map(lines.map((line) => line.split('=').map((part) => part.trim()) as [string, string]))
    meanings.set(language, read)
  }
  return read
}

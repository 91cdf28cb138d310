/**
 * A query as the list of things it is about, each with every way the articles may say it: the term itself, the rest of a word
 * being typed, a likely spelling, a synonym. Pure.
 * Source: docs/search.md#query
 */
import { type Token, tokenize } from './analyse.ts'
import { type Language, languageOf } from './language.ts'
import { isHastyNegation, negationTerm } from './stop-words.ts'
import type { Synonyms } from './synonyms.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Alternative {
  /** all of them must be in the article */
  terms: string[]
  /** 1 = what was typed; less for guesses */
  weight: number
}

export interface Concept {
  /** as typed, folded; several for a hyphenated word or a phrase with a synonym */
  words: string[]
  /** best first; empty when no article can say it */
  alternatives: Alternative[]
  kind: 'word' | 'code' | 'negation'
}

const synonymWeight = 0.8
const minPrefixLetters = 2

/**
 * @param query as typed; when it does not end in a space its last word is taken as still being typed
 * @returns [] when the query holds nothing but stop words and signs
 */
export function toConcepts(query: string, locale: string, vocabulary: Vocabulary, synonyms: Synonyms): Concept[] {
  const language = languageOf(locale)
  const tokens = tokenize(query, locale).map((token, place) => readHaste(token, place, language, vocabulary))
  const last = tokens.at(-1)
  const typing = last && last.end === query.length ? last : undefined
  const meaningful = tokens.filter((token) => token.kind !== 'stop')
  const kept = meaningful.length === 0 && typing ? [typing] : meaningful
  const terms = kept.map((token) => token.term)
  const concepts: Concept[] = []
  for (let place = 0; place < kept.length; ) {
    const token = kept[place]
    if (!token) break
    const whole = wholeWord(kept, place, vocabulary)
    const synonym = synonyms.at(terms, place)
    const length = Math.max(whole?.length ?? 1, synonym?.length ?? 1)
    const span = kept.slice(place, place + length)
    const alternatives =
      length > 1 ? [{ terms: span.map((one) => one.term), weight: 1 }] : ways(token, typing, vocabulary)
    if (whole) alternatives.push({ terms: [whole.term], weight: 1 })
    for (const other of synonym?.others ?? []) alternatives.push({ terms: other, weight: synonymWeight })
    concepts.push({
      words: span.map((one) => one.word),
      alternatives: alternatives.filter((one) => one.terms.every((term) => vocabulary.has(term))),
      kind: token.kind === 'stop' ? 'word' : token.kind,
    })
    place += length
  }
  return concepts.filter((concept, place) => concepts.findIndex((one) => sameWords(one, concept)) === place)
}

/** "pa" after another word is "pas", unless some article has that very word, such as an abbreviation. */
function readHaste(token: Token, place: number, language: Language, vocabulary: Vocabulary): Token {
  const hasty = place > 0 && isHastyNegation(token.word, language) && !vocabulary.hasSpelling(token.word)
  return hasty ? { ...token, term: negationTerm, kind: 'negation' } : token
}

/** `wi-fi` where the articles write `wifi`: its parts are one concept. */
function wholeWord(tokens: readonly Token[], place: number, vocabulary: Vocabulary) {
  const term = tokens[place]?.kind === 'word' ? tokens[place]?.parts?.[0] : undefined
  if (term === undefined || !vocabulary.has(term)) return undefined
  let length = 1
  while (tokens[place + length]?.joined) length++
  return { term, length }
}

/** The ways to say one word: itself; what it may become when it is still being typed; else its likely spelling. */
function ways(token: Token, typing: Token | undefined, vocabulary: Vocabulary): Alternative[] {
  const found: Alternative[] = [{ terms: [token.term], weight: 1 }]
  if (token.kind === 'negation') return found
  if (token.kind === 'code' && token.parts) found.push({ terms: token.parts, weight: 1 })
  if (token === typing && token.word.length >= minPrefixLetters) {
    for (const { term, weight } of vocabulary.beginningWith(token.word)) {
      if (term !== token.term) found.push({ terms: [term], weight })
    }
  }
  const known =
    vocabulary.hasSpelling(token.word) || found.slice(1).some((one) => one.terms.every((term) => vocabulary.has(term)))
  if (!known) {
    for (const { term, weight } of vocabulary.spelledLike(token.word)) {
      if (term !== token.term) found.push({ terms: [term], weight })
    }
  }
  return found
}

function sameWords(a: Concept, b: Concept): boolean {
  return a.kind === b.kind && (a.kind === 'negation' || a.words.join(' ') === b.words.join(' '))
}

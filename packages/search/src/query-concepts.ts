/**
 * A query as the list of things it is about, each with every way the articles may say it: the term itself, the rest of a word
 * being typed, a likely spelling, a synonym of the project's, an everyday word for the same. Pure.
 * Source: docs/search.md#query
 */
import { type Token, tokenize } from './analyse.ts'
import type { EverydayWords } from './everyday-words.ts'
import { readHaste } from './hasty-writing.ts'
import { languageOf } from './language.ts'
import { isWeakWord } from './stop-words.ts'
import type { Synonyms } from './synonyms.ts'
import type { Tuning } from './tuning.ts'
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
  /** whether the articles have the word itself, not merely a guess at it */
  known: boolean
  /** a word that is rare without telling much */
  weak: boolean
}

/** What a query is read with: one locale of one knowledge base. */
export interface QueryReader {
  locale: string
  vocabulary: Vocabulary
  hasTerm(term: string): boolean
  /** whether an owner wrote it, not visitors alone */
  isWritten(term: string): boolean
  synonyms: Synonyms
  everyday: EverydayWords
  tuning: Tuning
}

const minPrefixLetters = 2
/** More words than anybody types in earnest; what follows is not read. */
const maxTokens = 80

/**
 * @param query as typed; when it does not end in a space its last word is taken as still being typed
 * @returns [] when the query holds nothing but stop words and signs
 */
export function toConcepts(query: string, reader: QueryReader): Concept[] {
  const { locale, vocabulary, tuning } = reader
  const written = tokenize(query, locale, tuning.without).slice(0, maxTokens)
  const last = written.at(-1)
  const typing = last && last.end === query.length ? last : undefined
  const tokens = tuning.readHaste ? readHaste(written, typing, locale, vocabulary) : written
  const meaningful = tokens.filter((token) => token.kind !== 'stop')
  const kept = meaningful.length === 0 && typing ? [typing] : meaningful
  const readings = kept.map((token) => readToken(token, token === typing, reader))
  const concepts: Concept[] = []
  for (let place = 0; place < readings.length; ) {
    const { concept, length } = conceptAt(place, readings, reader)
    concepts.push(concept)
    place += length
  }
  return concepts.filter((concept, place) => concepts.findIndex((one) => sameWords(one, concept)) === place)
}

/** One word with its own ways to be said; synonyms, which may span several, come after. */
interface Reading {
  token: Token
  alternatives: Alternative[]
  known: boolean
  /** what synonyms are looked up by: the term, or where no article has it, that of the word that was likely meant */
  term: string
}

function readToken(token: Token, isTyping: boolean, reader: QueryReader): Reading {
  const known = reader.isWritten(token.term)
  const alternatives = ways(token, isTyping, reader).filter((one) => one.terms.every(reader.hasTerm))
  const [best] = alternatives
  return { token, alternatives, known, term: known ? token.term : (best?.terms[0] ?? token.term) }
}

/** The ways to say one word: itself; what it may become when it is still being typed; else its likely spelling. */
function ways(token: Token, isTyping: boolean, { vocabulary, isWritten, tuning }: QueryReader): Alternative[] {
  const itself: Alternative = { terms: [token.term], weight: 1 }
  const found = [itself]
  if (token.kind === 'negation') return found
  if (token.kind === 'code' && token.parts) found.push({ terms: token.parts, weight: 1 })
  const known = isWritten(token.term) || (token.kind === 'code' && (token.parts?.every(isWritten) ?? false))
  if (isTyping && token.word.length >= minPrefixLetters) {
    const weight = known ? tuning.prefixOfKnown : tuning.prefix
    for (const { term, closeness } of vocabulary.beginningWith(token.word)) {
      if (term !== token.term) found.push({ terms: [term], weight: weight * closeness })
    }
  }
  if (tuning.spelling > 0 && !known && !found.slice(1).some((one) => one.terms.every(isWritten))) {
    for (const { term, closeness } of vocabulary.spelledLike(token.word)) {
      if (term !== token.term) found.push({ terms: [term], weight: tuning.spelling * closeness })
    }
  }
  // What visitors alone said comes last: it must not make a word rarer than the owners' word for it.
  return known ? found : [...found.slice(1), itself]
}

function conceptAt(
  place: number,
  readings: readonly Reading[],
  reader: QueryReader,
): { concept: Concept; length: number } {
  const { tuning, hasTerm } = reader
  const terms = readings.map(({ term }) => term)
  const whole = wholeWord(readings, place, reader)
  const synonym = reader.synonyms.at(terms, place)
  const equivalent = reader.everyday.equivalents.at(terms, place)
  const related = reader.everyday.related.at(terms, place)
  const length = Math.max(1, ...[whole, synonym, equivalent, related].map((one) => one?.length ?? 1))
  const span = readings.slice(place, place + length)
  const [first] = span
  const alternatives = length === 1 ? [...(first?.alternatives ?? [])] : phraseWays(span, tuning)
  if (whole) alternatives.push({ terms: [whole.term], weight: 1 })
  for (const other of synonym?.others ?? []) alternatives.push({ terms: other, weight: tuning.synonym })
  for (const other of equivalent?.others ?? []) alternatives.push({ terms: other, weight: tuning.equivalent })
  for (const other of related?.others ?? []) alternatives.push({ terms: other, weight: tuning.everyday })
  const kind = first?.token.kind ?? 'word'
  return {
    concept: {
      words: span.map((one) => one.token.word),
      alternatives: alternatives.filter((one) => one.weight > 0 && one.terms.every(hasTerm)),
      kind: kind === 'stop' ? 'word' : kind,
      known: span.some((one) => one.known) || whole !== undefined,
      weak: span.every((one) => isWeakWord(one.token.word, languageOf(reader.locale))),
    },
    length,
  }
}

/** A phrase as a whole; each of its words alone says part of it. */
function phraseWays(span: readonly Reading[], { part }: Tuning): Alternative[] {
  const content = span.filter((one) => one.token.kind !== 'negation')
  return [
    { terms: span.map((one) => one.term), weight: 1 },
    ...content.map((one) => ({ terms: [one.term], weight: part })),
  ]
}

/** `wi-fi` where the articles write `wifi`: its parts are one concept. */
function wholeWord(readings: readonly Reading[], place: number, { hasTerm }: QueryReader) {
  const token = readings[place]?.token
  const term = token?.kind === 'word' ? token.parts?.[0] : undefined
  if (term === undefined || !hasTerm(term)) return undefined
  let length = 1
  while (readings[place + length]?.token.joined) length++
  return { term, length }
}

function sameWords(a: Concept, b: Concept): boolean {
  return a.kind === b.kind && (a.kind === 'negation' || a.words.join(' ') === b.words.join(' '))
}

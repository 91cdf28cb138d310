/**
 * Text to terms: the one analysis that documents, queries and highlighting share, so that they always agree.
 * Folds accents and ligatures, splits elisions with either apostrophe, drops stop words, keeps negation as one term, stems with
 * Snowball, and keeps numbers and error codes whole. Pure.
 * Source: docs/search.md#analysis
 */
import { familyOf, type Language, languageOf, stem } from './language.ts'
import { isNegation, isStopWord, negationTerm } from './stop-words.ts'

export interface Token {
  /** what the index holds: a stem, a code, or the negation term */
  term: string
  /** the word folded but not stemmed; what spelling is compared on */
  word: string
  /** place in the text, UTF-16 units; an elided article is outside */
  start: number
  end: number
  kind: 'word' | 'code' | 'negation' | 'stop'
  /** other terms this token stands for: `b2` and `043` for the code `b2043`; `wifi` for the `wi` of `wi-fi` */
  parts?: string[]
  /** goes on a hyphenated word that the token before it began */
  joined?: boolean
}

const wordPattern =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’ʼ][\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*)*(?:[-‐‑._/][\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’ʼ][\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*)*)*/gu
const elision = /^(?:jusqu|lorsqu|puisqu|quoiqu|presqu|qu|[ldjnsmtc])['’ʼ](?=.)/iu
/** Longer than any word or path somebody would look for; an attachment in base64 is none. */
const maxWordLength = 200
const pronounAfterVerb = /[-‐‑](?:t[-‐‑])?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|le|la|les|lui|moi|toi|y|en|ci)$/iu

/**
 * Folds a text for comparison: lower case, no accents, `œ` as `oe`, `æ` as `ae`, no invisible controls, typographic apostrophes and hyphens as plain ones.
 *
 * @returns the folded text; its length may differ from the original's
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[’ʼ]/g, "'")
    .replace(/[‐‑]/g, '-')
}

/** A step that can be left out, to see what it is worth (`npm run bench:search`). */
export type AnalysisStep = 'folding' | 'elisions' | 'stopWords' | 'stems' | 'families'

/** How one language is read; `known` spares reading the same word twice. */
interface Reading {
  language: Language
  without: ReadonlySet<AnalysisStep>
  known: Map<string, readonly Token[]>
}

const maxKnownWords = 50_000
const readings = new Map<string, Reading>()

function readingOf(locale: string, without: readonly AnalysisStep[]): Reading {
  const language = languageOf(locale)
  const key = [language, ...without].join(' ')
  let reading = readings.get(key)
  if (!reading) {
    reading = { language, without: new Set(without), known: new Map() }
    readings.set(key, reading)
  }
  if (reading.known.size > maxKnownWords) reading.known.clear()
  return reading
}

/**
 * Splits a text into tokens, stop words included (kind `stop`), in reading order.
 *
 * @param text any text, not mutated
 * @param locale decides stop words and stems; languages other than French and English are only folded
 * @param without steps to leave out; default none
 */
export function tokenize(text: string, locale: string, without: readonly AnalysisStep[] = []): Token[] {
  const reading = readingOf(locale, without)
  const tokens: Token[] = []
  for (const match of text.matchAll(wordPattern)) {
    const [raw] = match
    if (raw.length > maxWordLength) continue
    let read = reading.known.get(raw)
    if (!read) {
      read = wordTokens(raw, 0, reading)
      reading.known.set(raw, read)
    }
    for (const token of read) tokens.push({ ...token, start: token.start + match.index, end: token.end + match.index })
  }
  return tokens
}

/** The terms that one token puts into the index; `before` is the token written just before it. */
export function indexTerms(token: Token, before: Token | undefined, text: string): string[] {
  if (token.kind === 'stop') return []
  return [token.term, ...(token.parts ?? []), ...spacedCode(token, before, text)]
}

/** The terms of a text as the index holds them: no stop words; parts of hyphenated words and codes included. */
export function analyse(text: string, locale: string, without: readonly AnalysisStep[] = []): string[] {
  const tokens = tokenize(text, locale, without)
  return tokens.flatMap((token, place) => indexTerms(token, tokens[place - 1], text))
}

/** `NOEMIE 908`, `B2 043`: capitals followed by a number are also one code, for whoever writes it in one word. */
function spacedCode(token: Token, before: Token | undefined, text: string): string[] {
  if (!before || !/^\d+$/.test(token.word) || text.slice(before.end, token.start) !== ' ') return []
  const name = text.slice(before.start, before.end)
  return /^\p{Lu}[\p{Lu}\d]*$/u.test(name) ? [before.word + token.word] : []
}

/** One written word as its tokens: usually one, several for an elided negation, a compound or an apostrophe inside. */
function wordTokens(raw: string, start: number, reading: Reading): Token[] {
  const { language } = reading
  if (foldText(raw) === "aujourd'hui") return [toToken(raw, start, reading)]
  const elided = language === 'fr' && !reading.without.has('elisions') ? elision.exec(raw) : null
  if (elided) {
    const rest = wordTokens(raw.slice(elided[0].length), start + elided[0].length, reading)
    const isNe = isNegation(foldText(elided[0]).slice(0, -1), language)
    return isNe ? [{ term: negationTerm, word: 'ne', start, end: start + 1, kind: 'negation' }, ...rest] : rest
  }
  const text = language === 'fr' ? raw.replace(pronounAfterVerb, '') : raw.replace(/['’ʼ]s$/iu, '')
  if (/\d/.test(text) && /[\p{L}\p{M}]|[-‐‑._/]/u.test(text)) return [codeToken(text, start, reading)]
  const separator = isNegation(foldText(text), language) ? /[-‐‑._/]/ : /[-‐‑._/'’ʼ]/
  const pieces = text.split(separator)
  return pieces.length > 1 ? compoundTokens(pieces, start, reading) : [toToken(text, start, reading)]
}

function toToken(text: string, start: number, reading: Reading): Token {
  const { language, without } = reading
  const word = without.has('folding') ? text.toLowerCase() : foldText(text)
  const end = start + text.length
  if (isNegation(word, language)) return { term: negationTerm, word, start, end, kind: 'negation' }
  if (isStopWord(word, language) && !without.has('stopWords')) return { term: word, word, start, end, kind: 'stop' }
  return { term: toTerm(word, reading), word, start, end, kind: /\d/.test(word) ? 'code' : 'word' }
}

/** `B2-043`, `ERR.12`, `A4`: one term without its separators, so that every way of writing it meets. */
function codeToken(text: string, start: number, reading: Reading): Token {
  const pieces = foldText(text)
    .split(/[-._/']/)
    .filter(Boolean)
  const word = pieces.join('')
  const parts = pieces.length > 1 ? pieces.map((piece) => toTerm(piece, reading)) : undefined
  return { term: word, word, start, end: start + text.length, kind: 'code', ...(parts ? { parts } : {}) }
}

/** `haut-parleur`, `wi-fi`: each part, and the whole without its hyphen as one more term of the first part. */
function compoundTokens(pieces: readonly string[], start: number, reading: Reading): Token[] {
  const whole = toTerm(foldText(pieces.join('')), reading)
  const tokens: Token[] = []
  let at = start
  for (const [place, piece] of pieces.entries()) {
    const token = toToken(piece, at, reading)
    if (place > 0) tokens.push({ ...token, joined: true })
    else tokens.push(token.kind === 'word' ? { ...token, parts: [whole] } : token)
    at += piece.length + 1
  }
  return tokens
}

function toTerm(word: string, { language, without }: Reading): string {
  const stemmed = without.has('stems') ? word : stem(word, language)
  return without.has('families') ? stemmed : familyOf(stemmed, language)
}

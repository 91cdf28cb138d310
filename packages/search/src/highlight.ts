/**
 * Marks, in an article's original text, the words that made it a hit: whatever their accents, endings or elided articles.
 * Follows Algolia's `_highlightResult` and `_snippetResult`. Pure; answers text, never nodes.
 * Source: docs/search.md#highlighting
 */
import type { HighlightResult } from '@fanal/contract'
import { type Token, tokenize } from './analyse.ts'
import type { Concept } from './query-concepts.ts'

export interface HighlightOptions {
  /** as `SearchIndex.concepts` gave them for this locale */
  concepts: readonly Concept[]
  locale: string
  /** default `<em>` and `</em>` */
  preTag?: string
  postTag?: string
}

export interface SnippetOptions extends HighlightOptions {
  /** how many words to keep */
  words: number
  /** put where text was cut; default `…` */
  ellipsis?: string
}

/** Ways to say a word that are no surer than this rank an article; marking them would only puzzle the reader. */
const guessWeight = 0.5

interface Mark {
  start: number
  end: number
  concepts: Concept[]
}

/**
 * Marks a whole text. When the tags are HTML, so is the value: its text is escaped. With other tags (the placeholders of InstantSearch
 * and Autocomplete, which escape by themselves) the text is left as it is.
 */
export function highlight(text: string, options: HighlightOptions): HighlightResult {
  const marks = findMarks(text, options)
  return {
    value: mark(text, marks, options),
    ...matchOf(marks, options.concepts),
    fullyHighlighted: marks.length > 0 && marks.length === tokenize(text, options.locale).length,
  }
}

/** Cuts a text to the words around its best matches (its beginning when there are none), and marks them. */
export function snippet(text: string, options: SnippetOptions): Pick<HighlightResult, 'value' | 'matchLevel'> {
  const marks = findMarks(text, options)
  const { matchLevel } = matchOf(marks, options.concepts)
  const { start, end } = bestWindow(text, marks, Math.max(1, options.words))
  const inside = marks.filter((one) => one.start >= start && one.end <= end)
  const shifted = inside.map((one) => ({ ...one, start: one.start - start, end: one.end - start }))
  const ellipsis = options.ellipsis ?? '…'
  const value = mark(text.slice(start, end), shifted, options)
  return { value: `${start > 0 ? ellipsis : ''}${value}${end < text.trimEnd().length ? ellipsis : ''}`, matchLevel }
}

/** Makes a text safe as HTML text and inside double quotes; apostrophes, so frequent in French, stay readable. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}

function findMarks(text: string, { concepts, locale }: HighlightOptions): Mark[] {
  const byTerm = new Map<string, Concept[]>()
  for (const concept of concepts) {
    if (concept.kind === 'negation') continue
    const said = concept.alternatives.filter((one) => one.weight > guessWeight)
    for (const term of said.flatMap((one) => one.terms)) {
      byTerm.set(term, [...(byTerm.get(term) ?? []), concept])
    }
  }
  if (byTerm.size === 0) return []
  return tokenize(text, locale).flatMap((token) => {
    const found = new Set(termsOf(token).flatMap((term) => byTerm.get(term) ?? []))
    return found.size > 0 ? [{ start: token.start, end: token.end, concepts: [...found] }] : []
  })
}

function termsOf(token: Token): string[] {
  return token.kind === 'stop' ? [] : [token.term, ...(token.parts ?? [])]
}

function matchOf(
  marks: readonly Mark[],
  concepts: readonly Concept[],
): Pick<HighlightResult, 'matchLevel' | 'matchedWords'> {
  const found = new Set(marks.flatMap((one) => one.concepts))
  const wanted = concepts.filter((concept) => concept.kind !== 'negation')
  const matchedWords = wanted.filter((concept) => found.has(concept)).flatMap((concept) => concept.words)
  if (found.size === 0) return { matchLevel: 'none', matchedWords }
  return { matchLevel: found.size === wanted.length ? 'full' : 'partial', matchedWords }
}

function mark(text: string, marks: readonly Mark[], { preTag = '<em>', postTag = '</em>' }: HighlightOptions): string {
  const write = preTag.includes('<') || postTag.includes('<') ? escapeHtml : (part: string) => part
  let value = ''
  let at = 0
  for (const { start, end } of marks) {
    value += `${write(text.slice(at, start))}${preTag}${write(text.slice(start, end))}${postTag}`
    at = end
  }
  return value + write(text.slice(at))
}

/** The stretch of `count` words that holds the most different concepts, then the most marks; the earliest such. */
function bestWindow(text: string, marks: readonly Mark[], count: number): { start: number; end: number } {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const last = Math.max(0, words.length - count)
  let best = { place: 0, worth: 0 }
  for (const first of marks) {
    const word = words.findIndex((one) => one.end > first.start)
    const place = Math.max(0, Math.min(last, word - Math.floor(count / 4)))
    const from = words[place]?.start ?? 0
    const to = words[Math.min(words.length, place + count) - 1]?.end ?? text.length
    const inside = marks.filter((one) => one.start >= from && one.end <= to)
    const worth = new Set(inside.flatMap((one) => one.concepts)).size * 1000 + inside.length
    if (worth > best.worth) best = { place, worth }
  }
  const start = words[best.place]?.start ?? 0
  const end = words[Math.min(words.length, best.place + count) - 1]?.end ?? text.length
  return { start: best.place === 0 ? 0 : start, end }
}

/**
 * Ranks the kept articles for a query, and marks what matched as the index does. Small knowledge bases only: what one person has
 * read. An article is an answer when it holds a fair share of what the query is about, as in docs/search.md#floor. Pure.
 */
import type { Article, ArticleNode, HighlightResult, SearchHit } from '@fanal/contract'
import { isStopWord, likeness, type Term, termsOf } from './terms.ts'

export interface KeptAnswer {
  hits: SearchHit[]
  nbHits: number
}

interface Field {
  text: string
  terms: Term[]
  weight: number
}

type FieldName = 'title' | 'summary' | 'headings' | 'body'
type Document = { article: Article; fields: Record<FieldName, Field> }

/** Asked words with their rarity among the kept articles. */
interface Asked {
  word: string
  rarity: number
  /** the last word may still be being typed */
  isPrefix: boolean
}

const weights: Record<FieldName, number> = { title: 3, summary: 2, headings: 1.5, body: 1 }
const maxHits = 10
/** Share of what was asked that an answer holds, by rarity. */
const answerFloor = 0.3
/** A word that no kept article says weighs as one of so many. */
const unknownHolders = 4
const snippetWords = 24
/** The marks of the search view (chunks/search/split-highlight.ts): two characters that no article holds. */
const mark = (text: string) => `\ue000${text}\ue001`

export function searchKept(query: string, articles: readonly Article[]): KeptAnswer {
  const documents = articles.map(toDocument)
  const asked = askedWords(query, documents)
  const total = asked.reduce((sum, { rarity }) => sum + rarity, 0)
  if (!total) return { hits: [], nbHits: 0 }
  const ranked = documents
    .map((document) => ({ document, ...rate(document, asked) }))
    .filter(({ held, isAbout }) => isAbout && held / total >= answerFloor)
    .sort((a, b) => b.score - a.score || (a.document.article.id < b.document.article.id ? -1 : 1))
  const hits = ranked.slice(0, maxHits).map(({ document }) => toHit(document, asked))
  return { hits, nbHits: ranked.length }
}

function askedWords(query: string, documents: readonly Document[]): Asked[] {
  const about = termsOf(query).filter(({ word }) => !isStopWord(word))
  return about.map(({ word, end }) => {
    const asked = { word, rarity: 1, isPrefix: end === query.length && word.length > 1 }
    const holders = documents.filter(({ fields }) => Object.values(fields).some((field) => best(asked, field) > 0))
    const count = holders.length || unknownHolders
    return { ...asked, rarity: Math.log(1 + (documents.length + 1) / (count + 0.5)) }
  })
}

function match(asked: Asked, { word }: Term): number {
  const like = likeness(asked.word, word)
  return like || (asked.isPrefix && word.startsWith(asked.word) ? 0.8 : 0)
}

const best = (asked: Asked, { terms }: Field): number => Math.max(0, ...terms.map((term) => match(asked, term)))

interface Rating {
  /** weight of the query's words that the article holds somewhere */
  held: number
  score: number
  /** one shared word that stands only in the text does not make it an answer to several */
  isAbout: boolean
}

function rate({ fields }: Document, asked: readonly Asked[]): Rating {
  let held = 0
  let score = 0
  let words = 0
  let isAbout = asked.length === 1
  for (const one of asked) {
    const found = Object.values(fields).map((field) => ({ weight: field.weight, like: best(one, field) }))
    const like = Math.max(...found.map((field) => field.like))
    held += one.rarity * like
    if (like) words++
    isAbout ||= words > 1 || found.some((field) => field.like && field.weight > weights.body)
    score += one.rarity * Math.max(...found.map((field) => field.like * field.weight))
    // Said in several places, it is what the article is about.
    score += one.rarity * 0.2 * found.filter((field) => field.like).length
  }
  return { held, score, isAbout }
}

function toHit({ article, fields }: Document, asked: readonly Asked[]): SearchHit {
  const { id, title, summary, category, locale } = article
  return {
    objectID: id,
    title,
    summary,
    category,
    locale,
    _highlightResult: { title: highlight(fields.title, asked), summary: highlight(fields.summary, asked) },
    _snippetResult: { body: snippet(fields.body, asked) },
  }
}

function highlight({ text, terms }: Field, asked: readonly Asked[]): HighlightResult {
  const found = terms.filter((term) => asked.some((one) => match(one, term)))
  const words = asked.filter((one) => terms.some((term) => match(one, term))).map(({ word }) => word)
  let value = ''
  let at = 0
  for (const { start, end } of found) {
    value += text.slice(at, start) + mark(text.slice(start, end))
    at = end
  }
  const matchLevel = words.length === 0 ? 'none' : words.length === asked.length ? 'full' : 'partial'
  return { value: value + text.slice(at), matchLevel, matchedWords: words }
}

/** The stretch of a text that holds most of what was asked. */
function snippet(field: Field, asked: readonly Asked[]): HighlightResult {
  const { terms, text } = field
  const hits = terms.flatMap((term, index) => (asked.some((one) => match(one, term)) ? [index] : []))
  const worth = (first: number) => hits.filter((index) => index >= first && index < first + snippetWords).length
  const from = Math.max(0, (hits.toSorted((a, b) => worth(b) - worth(a) || a - b)[0] ?? 0) - 4)
  const start = terms[from]?.start ?? 0
  const end = terms[from + snippetWords]?.start ?? text.length
  const piece = text.slice(from ? start : 0, end).trimEnd()
  const shown = highlight({ text: piece, terms: termsOf(piece), weight: 1 }, asked)
  return { ...shown, value: `${from ? '…' : ''}${shown.value}${end < text.length ? '…' : ''}` }
}

function toDocument(article: Article): Document {
  const field = (name: FieldName, text: string): Field => ({ text, terms: termsOf(text), weight: weights[name] })
  return {
    article,
    fields: {
      title: field('title', article.title),
      summary: field('summary', article.summary ?? ''),
      headings: field('headings', article.toc.map(({ title }) => title).join(' · ')),
      body: field('body', article.body.map(plainText).join(' ').replace(/\s+/g, ' ').trim()),
    },
  }
}

/** The text of a node; blocks end with a space. */
function plainText(node: ArticleNode): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value
    case 'list':
      return node.children.map((item) => item.children.map(plainText).join(' ')).join(' ')
    case 'table':
      return [node.head, ...node.rows]
        .flat()
        .map((cell) => cell.map(plainText).join(''))
        .join(' ')
    case 'image':
      return node.alt
    default:
      return 'children' in node ? node.children.map(plainText).join('') : ' '
  }
}

/**
 * Articles as records of an Algolia index: one each, its `objectID` the article's id, as on our own server. What would be over Algolia's limit
 * goes on in further records (`id#2`, …) of the same `articleId`, which the index shows as one. Pure.
 * Source: docs/search.md#publishing-to-algolia
 */
import type { loadContent } from '@fanal/server'

export type PublishedArticle = Awaited<ReturnType<typeof loadContent>>['articles'][number]

/** Algolia refuses records over 10 kB on most plans; the rest is room for its own fields. */
const maxRecordBytes = 9500

export type AlgoliaRecord = {
  objectID: string
  articleId: string
  title: string
  summary: string | null
  category: string | null
  locale: string
  topics: string[]
  features: string[]
  errors: string[]
  symptoms: string[]
  audience: string | null
  /** left out where there is none */
  flow?: { id: string; title: string }
  _tags: string[]
  headings: string[]
  body: string
  /** 0 for the first record of an article, which wins where all else is equal */
  part: number
}

/** @returns every record of an article within the limit, the first with the beginning of its body */
export function toRecords(article: PublishedArticle): AlgoliaRecord[] {
  const { frontMatter } = article
  const whole: Omit<AlgoliaRecord, 'objectID' | 'body' | 'part'> = {
    articleId: article.id,
    title: article.title,
    summary: article.summary,
    category: article.category,
    locale: article.locale,
    topics: frontMatter.topics ?? [],
    features: frontMatter.features ?? [],
    errors: frontMatter.errors ?? [],
    symptoms: frontMatter.symptoms ?? [],
    audience: frontMatter.audience ?? null,
    ...(article.flow ? { flow: article.flow } : {}),
    _tags: frontMatter.topics ?? [],
    headings: article.toc.map((entry) => entry.title),
  }
  const room = Math.max(1000, maxRecordBytes - bytesOf({ ...whole, objectID: `${article.id}#000`, body: '', part: 0 }))
  return splitText(article.plainText, room).map((body, part) => ({
    ...whole,
    objectID: part === 0 ? article.id : `${article.id}#${part + 1}`,
    body,
    part,
  }))
}

/** Cuts at the ends of lines, and of words where a line is too long; nothing is lost but the spaces between. */
function splitText(text: string, maxBytes: number): string[] {
  const parts: string[] = []
  let current = ''
  for (const piece of text
    .split(/(?<=\n)/)
    .flatMap((line) => (bytesOf(line) > maxBytes ? line.split(/(?<= )/) : [line]))) {
    if (current !== '' && bytesOf(current + piece) > maxBytes) {
      parts.push(current.trim())
      current = ''
    }
    current += piece
  }
  return [...parts, current.trim()]
}

/** As it goes over the wire: a quote or a line end in a text takes two. */
function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

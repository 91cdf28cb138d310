/**
 * A hit of one record: the attributes the client asked for, and its texts marked and cut, in the record's own nesting. A parent's name
 * stands for everything inside it; attributes that are not there are passed over, as Algolia does.
 */
import { type Concept, highlight, snippet } from '@fanal/search'
import type { IndexRecord, RecordShape } from './records.ts'
import type { QueryParams } from './search-params.ts'

/** A hit; what it holds besides is what the client asked for. */
export interface AnsweredHit {
  objectID: string
  [attribute: string]: unknown
}

const snippetWordsForAll = 10
/** Left out of `*`: long, and rarely wanted. */
const onlyByName = 'body'

export function toHit(record: IndexRecord, shape: RecordShape, asked: QueryParams, concepts: Concept[]): AnsweredHit {
  const { attributes, article } = record
  const marking = {
    concepts,
    locale: article.locale,
    preTag: asked.highlightPreTag,
    postTag: asked.highlightPostTag,
  }
  const marked = namesOf(asked.attributesToHighlight, shape, attributes)
  const cut = cutsOf(asked.attributesToSnippet, shape, attributes)
  return {
    objectID: record.objectID,
    ...retrieve(record, asked.attributesToRetrieve, shape),
    _highlightResult: mapTexts(attributes, (path, text) =>
      marked.some((name) => isInside(path, name)) ? highlight(text, marking) : undefined,
    ),
    _snippetResult: mapTexts(attributes, (path, text) => {
      const words = cut.find(([name]) => isInside(path, name))?.[1]
      return words === undefined ? undefined : snippet(text, { ...marking, words, ellipsis: asked.snippetEllipsisText })
    }),
  }
}

/**
 * The attributes of a record, whole or in part: `*`, names, paths such as `hierarchy.lvl1`, and `-name` for all but.
 *
 * @param asked null when the client said nothing
 */
export function retrieve(
  { attributes }: IndexRecord,
  asked: readonly string[] | null,
  shape: RecordShape,
): Record<string, unknown> {
  if (asked === null) return pick(attributes, shape.retrieved)
  const excluded = asked.filter((name) => name.startsWith('-')).map((name) => name.slice(1))
  const included = asked.filter((name) => !name.startsWith('-'))
  const all = Object.keys(attributes).filter((name) => name !== onlyByName)
  const names =
    included.includes('*') || (included.length === 0 && excluded.length > 0) ? [...all, ...included] : included
  return pick(
    attributes,
    names.filter((name) => !excluded.includes(name)),
  )
}

function pick(attributes: IndexRecord['attributes'], names: readonly string[]): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(attributes)) {
    if (names.includes(name)) {
      found[name] = value
      continue
    }
    const inside = names.filter((one) => one.startsWith(`${name}.`)).map((one) => one.slice(name.length + 1))
    if (inside.length > 0 && isObject(value)) found[name] = pick(value, inside)
  }
  return found
}

function namesOf(asked: string[] | null, shape: RecordShape, attributes: IndexRecord['attributes']): readonly string[] {
  if (asked === null) return shape.marked
  return asked.includes('*') ? Object.keys(attributes).filter((name) => name !== onlyByName) : asked
}

function cutsOf(
  asked: ReadonlyMap<string, number> | null,
  shape: RecordShape,
  attributes: IndexRecord['attributes'],
): [string, number][] {
  if (asked === null) return [...shape.cut]
  const words = asked.get('*')
  if (words === undefined) return [...asked]
  return [...asked, ...Object.keys(attributes).map((name): [string, number] => [name, words || snippetWordsForAll])]
}

/** Whether an attribute's path is the one named, or inside it. */
function isInside(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`)
}

/** What `map` makes of each text, nested as the texts are; lists stay lists. */
function mapTexts(
  value: Readonly<Record<string, unknown>>,
  map: (path: string, text: string) => unknown,
  parent = '',
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(value)) {
    const path = parent + name
    if (typeof part === 'string') {
      const mapped = map(path, part)
      if (mapped !== undefined) result[name] = mapped
    } else if (Array.isArray(part)) {
      const mapped = part.map((one) => map(path, String(one))).filter((one) => one !== undefined)
      if (mapped.length > 0) result[name] = mapped
    } else if (isObject(part)) {
      const inside = mapTexts(part, map, `${path}.`)
      if (Object.keys(inside).length > 0) result[name] = inside
    }
  }
  return result
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

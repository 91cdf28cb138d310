/** The articles the bench searches: read as the server reads them, and multiplied for figures of speed. */
import type { SearchDocument, SynonymGroups } from '@fanal/search'
import { toSearchDocument } from '../../../packages/server/src/knowledge/build-index.ts'
import { loadContent } from '../../../packages/server/src/knowledge/load-content.ts'
import { type BenchQuery, readQueries } from './queries.ts'

export interface BenchSet {
  /** of the file of queries */
  name: string
  locale: string
  documents: SearchDocument[]
  synonyms: SynonymGroups
  queries: BenchQuery[]
  /** the page each article is written for, by its id */
  pages: ReadonlyMap<string, string>
}

/**
 * @param among folders of articles that no query asks for, searched beside the others: what a larger help costs in quality
 * @throws Error when a query names an article the folder does not hold: the folder is then not the one it was written for
 */
export async function loadBenchSet(name: string, folder: string, among: string[] = []): Promise<BenchSet> {
  const { articles, synonyms } = await loadContent(folder)
  const others = await Promise.all(among.map(async (other) => (await loadContent(other)).articles))
  const documents = [...articles, ...others.flat()].map(toSearchDocument)
  const queries = readQueries(name)
  const known = new Set(documents.map(({ id }) => id))
  const unknown = queries.flatMap(({ answers }) => answers).filter((id) => !known.has(id))
  if (unknown.length > 0) throw new Error(`${folder} lacks articles that ${name}.yaml names: ${unknown.join(', ')}.`)
  const pages = new Map(
    articles.flatMap(({ id, frontMatter }) => (frontMatter.pages ?? []).slice(0, 1).map((page) => [id, page])),
  )
  return { name, locale: documents[0]?.locale ?? 'fr', documents, synonyms, queries, pages }
}

/**
 * Makes `count` articles of a few: each copy has its own id, a title with words of another article, its own sentences shuffled with some
 * of that other article's, and one word nobody else has. Always the same for the same input.
 */
export function multiply(documents: readonly SearchDocument[], count: number): SearchDocument[] {
  const random = seeded(20_260_101)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, (_, place) => {
    const own = documents[place % documents.length] as SearchDocument
    if (place < documents.length) return own
    const other = pick(documents)
    const sentences = [...sentencesOf(own), ...sentencesOf(other)].filter(() => random() < 0.6)
    sentences.sort(() => random() - 0.5)
    return {
      ...own,
      id: `${own.id}~${place}`,
      title: `${own.title} ${pick(other.title.split(' '))} ${place}`,
      body: `${sentences.join(' ')} ${place.toString(36)}${other.id.slice(0, 4)}`,
    }
  })
}

function sentencesOf({ body }: SearchDocument): string[] {
  return body.split(/(?<=[.!?])\s+|\n/)
}

/** Mulberry32: the same numbers in the same order for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * What comes near a query that found nothing: shorter ways to say it that do find something, and the articles these find. All of it in
 * one request.
 */
import { paths, type SearchHit, type SearchResponse } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { askIndex } from '../../ui/ask-index.ts'
import { withoutPersons } from '../../ui/without-persons.ts'
import { shorterQueries, worthOffering } from './shorter-queries.ts'

const maxArticles = 3

export interface Neighbours {
  /** each finds something */
  queries: string[]
  /** close to the query, no answers to it */
  articles: SearchHit[]
}

/** @throws as `askIndex` does */
export async function askNeighbours(runtime: Runtime, query: string, signal: AbortSignal): Promise<Neighbours> {
  const shorter = shorterQueries(withoutPersons(query))
  if (!shorter.length) return { queries: [], articles: [] }
  const { results = [] } = await askIndex<{ results: SearchResponse[] }>(
    runtime,
    (indexName) => ({
      path: paths.searchIndexes,
      // The space says that the last word is whole: what it may become is no neighbour.
      body: { requests: shorter.map((one) => ({ indexName, query: `${one} `, hitsPerPage: maxArticles })) },
    }),
    signal,
  )
  const answers = shorter.map((one, place) => ({
    query: one,
    nbHits: results[place]?.nbHits ?? 0,
    hits: results[place]?.hits ?? [],
  }))
  const offered = worthOffering(answers)
  const articles = new Map(offered.flatMap(({ hits }) => hits.map((hit) => [hit.objectID, hit] as const)))
  return { queries: offered.map((one) => one.query), articles: [...articles.values()].slice(0, maxArticles) }
}

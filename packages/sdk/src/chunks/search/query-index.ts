/**
 * Asks the search index, in the words of Algolia's Search API v1: `POST /1/indexes/{project}_{locale}/query`,
 * or every language of the project where it has none of the widget's.
 */
import { paths, pathTo, type SearchHit, type SearchResponse, type WidgetConfig } from '@fanal/contract'
import { FetchProblem, type Runtime } from '../../runtime.ts'
import { markEnd, markStart } from './split-highlight.ts'

const hitsPerPage = 10

/** The part of an answer that is shown. */
export type SearchAnswer = Pick<SearchResponse, 'hits' | 'nbHits'>

/**
 * @throws FetchProblem with the HTTP status, 0 when there was no answer; AbortError when `signal` says stop
 */
export async function queryIndex(runtime: Runtime, query: string, signal: AbortSignal): Promise<SearchAnswer> {
  // The first request for the settings may have been lost; without them the index has no name.
  const { project, locales } =
    runtime.config ?? (await runtime.getJson<WidgetConfig>(paths.config, { key: runtime.key }))
  // Help in another language is better than none.
  const index = locales.includes(runtime.locale) ? `${project}_${runtime.locale}` : project
  const url = runtime.host + pathTo(paths.searchIndex, { index })
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      credentials: 'omit',
      signal,
      headers: {
        'content-type': 'application/json',
        'x-algolia-api-key': runtime.key,
        'x-algolia-application-id': project,
      },
      body: JSON.stringify({ query, hitsPerPage, highlightPreTag: markStart, highlightPostTag: markEnd }),
    })
  } catch (problem) {
    if (signal.aborted) throw problem
    throw new FetchProblem(0)
  }
  if (!response.ok) throw new FetchProblem(response.status)
  const answer: Partial<SearchResponse> = await response.json()
  const hits = (answer.hits ?? []).filter(isHit)
  return { hits, nbHits: answer.nbHits ?? hits.length }
}

function isHit(hit: SearchHit): boolean {
  return typeof hit.objectID === 'string' && typeof hit.title === 'string'
}

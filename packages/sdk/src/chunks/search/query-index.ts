/** Asks the search index one query, for the hits that are shown: `POST /1/indexes/{index}/query`. */
import { paths, pathTo, type SearchHit, type SearchResponse } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { askIndex } from '../../ui/ask-index.ts'
import { ruleContexts } from '../../ui/rule-contexts.ts'
import { withoutPersons } from '../../ui/without-persons.ts'
import { markEnd, markStart } from './split-highlight.ts'

const hitsPerPage = 10

/** The part of an answer that is shown. */
export interface SearchAnswer extends Pick<SearchResponse, 'hits' | 'nbHits'> {
  /** how likely it is that one of the first three answers, 0 to 1; missing where the index does not say */
  confidence?: number | undefined
}

/** @throws as `askIndex` does */
export async function queryIndex(runtime: Runtime, query: string, signal: AbortSignal): Promise<SearchAnswer> {
  const body = {
    query: withoutPersons(query),
    hitsPerPage,
    highlightPreTag: markStart,
    highlightPostTag: markEnd,
    ruleContexts: ruleContexts(runtime),
  }
  const answer = await askIndex<SearchResponse>(
    runtime,
    (index) => ({ path: pathTo(paths.searchIndex, { index }), body }),
    signal,
  )
  const hits = (answer.hits ?? []).filter(isHit)
  return { hits, nbHits: answer.nbHits ?? hits.length, confidence: answer._fanal?.confidence }
}

function isHit(hit: SearchHit): boolean {
  return typeof hit.objectID === 'string' && typeof hit.title === 'string'
}

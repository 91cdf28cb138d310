/**
 * Why the last search found what it found: the index is asked the same again, with its reasons. Nothing of it is told as a signal or counted.
 */
import { paths, pathTo, type SearchResponse } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { askIndex } from '../../ui/ask-index.ts'
import { ruleContexts } from '../../ui/rule-contexts.ts'
import { withoutPersons } from '../../ui/without-persons.ts'

const maxHits = 5

export interface ExplainedHit {
  id: string
  /** the rest is missing where the index gives no reasons of ours */
  score?: number
  /** share of the query that the article holds, 0 to 1 */
  coverage?: number
  /** terms found, each with the fields it stands in */
  terms?: Record<string, string[]>
  /** what spoke for it besides: where the visitor is, and how it is read and voted on */
  prior?: { value: number; why: string; use?: number }
}

export interface ExplainedSearch {
  query: string
  /** what the index was told of the place */
  contexts: string[]
  /** 0 to 1; missing where the index does not say */
  confidence?: number
  hits: ExplainedHit[]
}

/** @throws as `askIndex` does */
export async function explainSearch(runtime: Runtime, asked: string, signal: AbortSignal): Promise<ExplainedSearch> {
  const query = withoutPersons(asked)
  const contexts = ruleContexts(runtime)
  const { hits = [], _fanal } = await askIndex<SearchResponse>(
    runtime,
    (index) => ({
      path: pathTo(paths.searchIndex, { index }),
      body: {
        query,
        ruleContexts: contexts,
        hitsPerPage: maxHits,
        getRankingInfo: true,
        analytics: false,
        attributesToRetrieve: ['title'],
        attributesToHighlight: [],
      },
    }),
    signal,
  )
  return {
    query,
    contexts,
    ...(_fanal && { confidence: _fanal.confidence }),
    hits: hits.map(({ objectID: id, _fanal: why }) => ({
      id,
      ...(why && { score: why.score, coverage: why.coverage, terms: why.terms }),
      ...(why?.prior && { prior: why.prior }),
    })),
  }
}

/**
 * The searches report: how many found nothing, failed, or led to a click, and the words of those that enough people typed.
 * Pure: no clock, no store.
 * Source: docs/metrics.md#failed-search
 */
import type { SearchesReport } from '@fanal/contract'
import { countCrowd } from './crowd.ts'
import { isWithin, readHistory } from './help-history.ts'
import { compareText, type InsightMode, type InsightSignal } from './history.ts'
import { foldQuery, type JudgedSearch, judgeSearches, mostFrequentSpelling } from './searches.ts'
import { rateOf } from './wilson.ts'

export interface SearchesInput {
  project: string
  signals: readonly InsightSignal[]
  /** milliseconds; `to` is excluded */
  from: number
  to: number
  now: number
  mode: InsightMode
}

/** Computes the report of one period; terms are sorted by how often they were typed. */
export function computeSearches({ project, signals, from, to, now, mode }: SearchesInput): SearchesReport {
  const history = readHistory({ signals, tickets: [], now, windowMs: 0, mode })
  const searches = judgeSearches(history.sessions).filter(({ signal }) => isWithin(signal.at, { from, to }))
  const share = (matches: (search: JudgedSearch) => boolean) => rateOf(searches.filter(matches).length, searches.length)
  return {
    project,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    committed: searches.length,
    noResult: share(hasNoResult),
    failed: share(({ failure }) => failure !== null),
    clickThrough: share(({ clicked }) => clicked),
    terms: listTerms(searches, mode),
  }
}

/** One line per query that a crowd typed, told apart by case, accents and spaces only. */
function listTerms(searches: readonly JudgedSearch[], mode: InsightMode): SearchesReport['terms'] {
  return [...Map.groupBy(searches, ({ signal }) => foldQuery(signal.props.query)).values()]
    .map((own) => ({ own, signals: own.map(({ signal }) => signal) }))
    .map(({ own, signals }) => ({ own, signals, crowd: countCrowd(signals, mode) }))
    .filter(({ crowd }) => crowd.isCrowd)
    .map(({ own, signals, crowd }) => ({
      query: mostFrequentSpelling(signals),
      count: own.length,
      accounts: crowd.size,
      noResult: own.filter(hasNoResult).length,
      clicked: own.filter(({ clicked }) => clicked).length,
    }))
    .sort((a, b) => b.count - a.count || compareText(a.query, b.query))
}

function hasNoResult({ failure }: JudgedSearch): boolean {
  return failure === 'no_result'
}

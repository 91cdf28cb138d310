/** The reports the console reads, as query options. Figures arrive computed; nothing is recomputed here. */
import {
  type ArticlesReport,
  type DeflectionReport,
  type FlowsReport,
  paths,
  pathTo,
  type SearchesReport,
} from '@fanal/contract'
import { queryOptions } from '@tanstack/preact-query'
import type { WindowHours } from '../url/period.ts'
import { request } from './request.ts'

export interface ReportRange {
  project: string
  /** ISO dates; `to` is excluded */
  from: string
  to: string
}

type ReportQuery = ReportRange & { window?: string }

export function deflectionQuery(range: ReportRange, windowHours: WindowHours) {
  return reportQuery<DeflectionReport>('deflection', { ...range, window: `${windowHours}h` })
}

export function searchesQuery(range: ReportRange) {
  return reportQuery<SearchesReport>('searches', { ...range })
}

export function articlesQuery(range: ReportRange) {
  return reportQuery<ArticlesReport>('articles', { ...range })
}

export function flowsQuery(range: ReportRange) {
  return reportQuery<FlowsReport>('flows', { ...range })
}

function reportQuery<T>(report: string, query: ReportQuery) {
  return queryOptions({
    queryKey: ['report', report, query] as const,
    queryFn: ({ signal }) => request<T>(pathTo(paths.reports, { report }), { query: { ...query }, signal }),
    // A new period keeps the old figures on screen, dimmed, until the new ones are here; another project's never.
    placeholderData: (previous, before) => (before?.queryKey[2]?.project === query.project ? previous : undefined),
  })
}

/** Makes reports from what is stored: the figures themselves come from insights, whoever asks. */
import type {
  ArticlesReport,
  DeflectionReport,
  Flow,
  FlowsReport,
  PagesReport,
  ProjectSettings,
  SearchesReport,
} from '@fanal/contract'
import {
  computeArticles,
  computeDeflection,
  computeFlows,
  computePages,
  computeSearches,
  type FlowOutline,
} from '@fanal/insights'
import type { KnowledgeBase } from '../knowledge/knowledge.ts'
import { suggestedOn } from '../knowledge/page-rules.ts'
import type { Store } from '../store/store.ts'
import { loadHistory } from './load-history.ts'
import type { Period } from './read-period.ts'

export const reportNames = ['deflection', 'searches', 'articles', 'flows', 'pages'] as const
export type ReportName = (typeof reportNames)[number]

export interface Reports {
  deflection: DeflectionReport
  searches: SearchesReport
  articles: ArticlesReport
  flows: FlowsReport
  pages: PagesReport
}

export interface ReportRequest {
  store: Pick<Store, 'signals' | 'tickets' | 'contacts' | 'revisions'>
  project: string
  /** undefined for a project that exists only through an import */
  settings: ProjectSettings | undefined
  /** undefined where only the data are known */
  base: Pick<KnowledgeBase, 'articles' | 'flows' | 'settings'> | undefined
  period: Period
}

/** Whether there is a report of this name. */
export function isReportName(name: string): name is ReportName {
  return reportNames.some((known) => known === name)
}

/** Makes one report. */
export async function makeReport<N extends ReportName>(name: N, request: ReportRequest): Promise<Reports[N]> {
  const makers: { [K in ReportName]: (request: ReportRequest) => Promise<Reports[K]> } = {
    deflection: makeDeflection,
    searches: makeSearches,
    articles: makeArticles,
    flows: makeFlows,
    pages: makePages,
  }
  return makers[name](request)
}

async function makeDeflection({ store, project, settings, period }: ReportRequest): Promise<DeflectionReport> {
  const history = await loadHistory(store, project, settings)
  return computeDeflection({ project, ...history, ...period, costs: settings?.costs })
}

async function makeSearches({ store, project, settings, period }: ReportRequest): Promise<SearchesReport> {
  const { signals, mode } = await loadHistory(store, project, settings)
  return computeSearches({ project, signals, mode, ...period })
}

async function makeArticles({ store, project, settings, period }: ReportRequest): Promise<ArticlesReport> {
  const [history, titles] = await Promise.all([loadHistory(store, project, settings), loadTitles(store, project)])
  return computeArticles({ project, ...history, ...period, titles })
}

async function makeFlows({ store, project, settings, base, period }: ReportRequest): Promise<FlowsReport> {
  const { signals, mode } = await loadHistory(store, project, settings)
  const outlines = outlinesOf(base)
  return computeFlows({ project, signals, mode, ...period, outlines, checklist: settings?.checklist })
}

/** What insights needs of the flows that are served, by id; empty where the content is not known. */
export function outlinesOf(base: Pick<KnowledgeBase, 'flows'> | undefined): Map<string, FlowOutline> {
  return new Map([...(base?.flows.values() ?? [])].map((flow) => [flow.id, outlineOf(flow)]))
}

function outlineOf({ title, steps }: Flow): FlowOutline {
  return {
    title,
    steps: steps.map((step) => ({
      id: step.id,
      title: step.title ?? step.checkpoint ?? step.text ?? step.id,
      verifies: step.verify !== undefined,
    })),
  }
}

async function makePages({ store, project, settings, base, period }: ReportRequest): Promise<PagesReport> {
  const history = await loadHistory(store, project, settings)
  const suggestionsOn = (page: string) => (base ? suggestedOn(page, base) : null)
  return computePages({ project, ...history, ...period, suggestionsOn })
}

/** The newest title of every article there ever was, by id. */
export async function loadTitles(store: Pick<Store, 'revisions'>, project: string): Promise<Map<string, string>> {
  const revisions = await store.revisions.history(project)
  return new Map(revisions.map(({ articleId, title }) => [articleId, title]))
}

/** Signals to numbers. Pure: no clock, no SQL, no network. */
export { type ArticlesInput, computeArticles } from './articles-report.ts'
export { type BacklogInput, backlogWindowMs, buildBacklog } from './backlog/build-backlog.ts'
export { computeDeflection, type DeflectionInput } from './deflection-report.ts'
export type { FlowOutline } from './flows/flow-steps.ts'
export { computeFlows, type FlowsInput } from './flows/flows-report.ts'
export type { InsightMode, InsightSignal } from './history.ts'
export {
  byWeight,
  createPhrasingLearner,
  type LearnedPhrasing,
  learnPhrasings,
  phrasingSignals,
  phrasingsInUse,
  weightAt,
} from './learning/learn-phrasings.ts'
export { mostRead } from './most-read.ts'
export { type NetPromoterScore, netPromoterScore } from './nps.ts'
export { createPageUse, type PageUse, pageUseSignals, type UseScore, useShare } from './page-use.ts'
export { computePages, type PagesInput } from './pages-report.ts'
export { computeSearches, type SearchesInput } from './searches-report.ts'
export { wilsonRate } from './wilson.ts'

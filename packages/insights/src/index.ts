/** Signals to numbers. Pure: no clock, no SQL, no network. */
export { computeDeflection, type DeflectionInput } from './deflection-report.ts'
export type { InsightMode, InsightSignal } from './history.ts'
export { type NetPromoterScore, netPromoterScore } from './nps.ts'
export { wilsonRate } from './wilson.ts'

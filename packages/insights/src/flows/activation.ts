/**
 * How many accounts are activated: they reach the checklist's milestone soon enough after they are first seen.
 * Pure: no clock.
 * Source: docs/metrics.md#activation
 */
import type { ActivationReport, ChecklistSettings } from '@fanal/contract'
import { crowdMin } from '../crowd.ts'
import { isWithin } from '../help-history.ts'
import { accountKey, type InsightSignal } from '../history.ts'
import { rateOf, wilsonRate } from '../wilson.ts'
import { medianOf } from './median.ts'

export const defaultActivationMs = 14 * 24 * 3_600_000

/**
 * @param ordered the whole history, not only the period's: an account is new when nothing of it was seen before
 * @returns null where no milestone is named
 */
export function computeActivation(
  ordered: readonly InsightSignal[],
  checklist: ChecklistSettings | undefined,
  period: { from: number; to: number; now: number },
): ActivationReport | null {
  const { milestone, within: withinMs = defaultActivationMs } = checklist ?? {}
  if (milestone === undefined) return null
  const firstSeen = new Map<string, number>()
  const reachedAt = new Map<string, number>()
  for (const signal of ordered) {
    const account = accountKey(signal)
    if (account === null) continue
    if (!firstSeen.has(account)) firstSeen.set(account, signal.at)
    if (signal.name === 'milestone_reached' && signal.props.name === milestone && !reachedAt.has(account))
      reachedAt.set(account, signal.at)
  }
  const cohort = [...firstSeen].filter(([, at]) => isWithin(at, period))
  const mature = cohort.filter(([, at]) => at + withinMs <= period.now)
  const tookMs = mature.flatMap(([account, at]) => {
    const reached = reachedAt.get(account)
    return reached === undefined ? [] : [reached - at]
  })
  const inTime = tookMs.filter((took) => took <= withinMs)
  return {
    milestone,
    withinMs,
    accounts: cohort.length,
    immature: cohort.length - mature.length,
    reached: mature.length < crowdMin ? wilsonRate(null, mature.length) : rateOf(inTime.length, mature.length),
    late: tookMs.length - inTime.length,
    medianMs: medianOf(inTime),
  }
}

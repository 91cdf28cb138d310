/**
 * The flows report: for each guided flow and each of its steps, how many saw it, went on, failed, left or asked for help; by version and
 * by release of the host app; and how many accounts are activated.
 * Pure: no clock, no store.
 * Source: docs/metrics.md#guided-flows
 */
import type { ChecklistSettings, FlowFunnel, FlowShare, FlowsReport, Rate } from '@fanal/contract'
import { countTexts } from '../count-texts.ts'
import { isWithin } from '../help-history.ts'
import { compareText, groupByVisitor, type InsightMode, type InsightSignal, orderSignals } from '../history.ts'
import { rateOf } from '../wilson.ts'
import { computeActivation } from './activation.ts'
import { findFlowRuns } from './flow-runs.ts'
import { type FlowOutline, stepFunnels } from './flow-steps.ts'
import { counts, type JudgedRun, judgeRun } from './judge-run.ts'
import { medianOf } from './median.ts'

export interface FlowsInput {
  project: string
  signals: readonly InsightSignal[]
  /** milliseconds; `to` is excluded */
  from: number
  to: number
  now: number
  mode: InsightMode
  /** by id; flows that are not here were withdrawn, or the content is not known */
  outlines: ReadonlyMap<string, FlowOutline>
  checklist: ChecklistSettings | undefined
}

/** Computes the report of one period: every flow there is, and those that ran in it. A run belongs to the period it started in. */
export function computeFlows(input: FlowsInput): FlowsReport {
  const { project, from, to, now, mode, outlines, checklist } = input
  const ordered = orderSignals(input.signals, now)
  const runs = [...groupByVisitor(ordered, mode).values()]
    .flatMap(findFlowRuns)
    .filter(({ start }) => start !== null && isWithin(start.at, input))
    .map((run) => judgeRun(run, now))
  const offers = ordered.filter(isOffer).filter(({ at }) => isWithin(at, input))
  const ids = new Set([...outlines.keys(), ...runs.map(({ run }) => run.flowId), ...offers.map(idOf)])
  return {
    project,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    now: new Date(now).toISOString(),
    flows: [...ids]
      .map((flowId) => {
        const own = runs.filter(({ run }) => run.flowId === flowId)
        return funnelOf(flowId, own, offers.filter((offer) => idOf(offer) === flowId).length, outlines.get(flowId))
      })
      .sort((a, b) => b.starts - a.starts || b.offered - a.offered || compareText(a.flowId, b.flowId)),
    activation: mode === 'anonymous' ? null : computeActivation(ordered, checklist, { from, to, now }),
  }
}

type Offer = Extract<InsightSignal, { name: 'flow_offered' }>

function isOffer(signal: InsightSignal): signal is Offer {
  return signal.name === 'flow_offered'
}

function idOf({ props }: Offer): string {
  return props.flowId
}

function funnelOf(
  flowId: string,
  all: readonly JudgedRun[],
  offered: number,
  outline: FlowOutline | undefined,
): FlowFunnel {
  const runs = all.filter(({ run }) => counts(run))
  const completed = runs.filter(({ end }) => end === 'completed')
  const running = runs.filter(({ end }) => end === 'running').length
  const accepted = runs.filter(({ run }) => run.start?.props.by === 'first_visit').length
  return {
    flowId,
    title: outline?.title ?? null,
    offered,
    // An offer of the day before may be accepted in the period: there are never more of these than offers.
    acceptance: rateOf(Math.min(accepted, offered), offered),
    starts: runs.length,
    startedBy: countTexts(runs.flatMap(({ run }) => run.start?.props.by ?? [])),
    ignored: all.length - runs.length,
    running,
    completed: completed.length,
    completion: completionOf(runs),
    solved: solvedOf(completed),
    failed: runs.filter(({ failed }) => failed).length,
    left: runs.length - completed.length - running,
    contacted: runs.filter(({ run, end }) => run.contacts.length > 0 || end === 'contact').length,
    medianMs: medianOf(completed.flatMap(({ durationMs }) => durationMs ?? [])),
    steps: stepFunnels(runs, outline),
    versions: sharesBy(runs, ({ run }) => run.start?.props.version ?? 0).sort((a, b) => b.key - a.key),
    releases: sharesBy(runs, ({ run }) => run.start?.release ?? null).sort(
      (a, b) => b.starts - a.starts || compareText(a.key ?? '', b.key ?? ''),
    ),
  }
}

/** Of the runs that are over. */
function completionOf(runs: readonly JudgedRun[]): Rate {
  const over = runs.filter(({ end }) => end !== 'running')
  return rateOf(over.filter(({ end }) => end === 'completed').length, over.length)
}

function solvedOf(completed: readonly JudgedRun[]): FlowFunnel['solved'] {
  const solved = { yes: 0, no: 0, unsaid: 0 }
  for (const { run } of completed) {
    const last = run.signals.at(-1)
    const said = last?.name === 'flow_completed' ? last.props.solved : undefined
    solved[said === undefined ? 'unsaid' : said ? 'yes' : 'no'] += 1
  }
  return solved
}

function sharesBy<K>(runs: readonly JudgedRun[], keyOf: (run: JudgedRun) => K): FlowShare<K>[] {
  return [...Map.groupBy(runs, keyOf)].map(([key, own]) => ({
    key,
    starts: own.length,
    failed: own.filter(({ failed }) => failed).length,
    completion: completionOf(own),
  }))
}

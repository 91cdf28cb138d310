/**
 * Makes backlog items of steps of guided flows that fail: one item a step, whichever version of the flow, release or reason it
 * failed in. Nobody's words are in it: reasons, pages, releases and kinds of elements alone.
 * Source: docs/metrics.md#steps-that-fail
 */
import type { BacklogItem, FailingStep, FailingStepVersion } from '@fanal/contract'
import { countTexts } from '../count-texts.ts'
import { type ContactOpened, type FlowSignal, findFlowRuns } from '../flows/flow-runs.ts'
import type { FlowOutline } from '../flows/flow-steps.ts'
import { judgeRun } from '../flows/judge-run.ts'
import { compareText, groupByVisitor } from '../history.ts'
import { lastClosedAt } from './failing-items.ts'
import { fingerprint } from './fingerprint.ts'
import type { Finding, MissingInput } from './missing-items.ts'
import {
  byFrequency,
  evidenceLine,
  failuresOf,
  opensItem,
  spanOf,
  ticketLine,
  ticketsAfter,
  weigh,
} from './weigh-evidence.ts'

const maxPages = 10
const maxVersions = 10
const maxReleases = 10
const maxCandidates = 5

export interface FailingStepsInput extends MissingInput {
  /** by flow id */
  outlines: ReadonlyMap<string, FlowOutline>
}

type StepFailed = Extract<FlowSignal, { name: 'flow_step_failed' }>

/** One run at one step. */
interface Passage {
  flowId: string
  stepId: string
  version: number | null
  /** milliseconds: when it was shown, or else failed */
  at: number
  failures: StepFailed[]
  contacts: ContactOpened[]
}

/** The id of the item that stands for a failing step. */
export function failingStepItemId(flowId: string, stepId: string): string {
  return `failing-step-${fingerprint(JSON.stringify([flowId, stepId]))}`
}

/**
 * Steps over the threshold, and those for which an item exists already.
 * An item that was closed as mended is judged on the failures since: only what fails again comes back.
 */
export function findFailingSteps(input: FailingStepsInput): (Finding & { fails: boolean })[] {
  const { history, mode, now, previous } = input
  const known = new Map(previous.map((item) => [item.id, item]))
  const passages = [...groupByVisitor(history.signals, mode).values()].flatMap(findFlowRuns).flatMap((run): Passage[] =>
    [...judgeRun(run, now).visits.keys()].map((stepId) => {
      const own = run.signals.filter(({ props }) => 'stepId' in props && props.stepId === stepId)
      return {
        flowId: run.flowId,
        stepId,
        version: run.start?.props.version ?? null,
        at: own[0]?.at ?? 0,
        failures: own.filter((signal) => signal.name === 'flow_step_failed'),
        contacts: run.contacts.flatMap((contact) => (contact.stepId === stepId ? contact.signal : [])),
      }
    }),
  )
  const steps = Map.groupBy(passages, ({ flowId, stepId }) => failingStepItemId(flowId, stepId))
  return [...steps].flatMap(([id, own]) => toFinding(id, own, known.get(id), input))
}

/** [] where the threshold is not reached and no item exists. */
function toFinding(
  id: string,
  all: readonly Passage[],
  item: BacklogItem | undefined,
  { project, history, mode, since, outlines }: FailingStepsInput,
): (Finding & { fails: boolean })[] {
  const from = Math.max(since, item ? lastClosedAt(item) : since)
  const recent = all
    .map((passage) => ({
      ...passage,
      failures: passage.failures.filter(({ at }) => at >= from),
      contacts: passage.contacts.filter(({ at }) => at >= from),
    }))
    .filter(({ at, failures }) => at >= from || failures.length > 0)
  const failed = recent.filter(({ failures }) => failures.length > 0)
  const versions = versionsOf(all)
  // Nothing new to tell but how the step fares under later versions, which is what the item is proven by.
  if (failed.length === 0) return item?.step ? [{ ...item, step: { ...item.step, versions }, fails: false }] : []
  const once = failuresOf(
    failed.flatMap(({ failures }) => failures.slice(0, 1)),
    history.episodes,
  )
  const fails = opensItem(weigh(once, ticketsAfter(once, mode), mode))
  if (!fails && !item) return []
  const contacts = recent.flatMap((passage) => passage.contacts)
  const behind = [...once, ...failuresOf(contacts, history.episodes)]
  const tickets = ticketsAfter(behind, mode)
  const { isCrowd: _crowd, urgentCustomers: _urgent, ...weight } = weigh(behind, tickets, mode)
  const failures = failed.flatMap((passage) => passage.failures)
  const { first, last } = spanOf([...failures, ...contacts])
  const step = { ...describe(recent, failed, outlines), versions }
  return [
    {
      id,
      project,
      title: `${step.flowTitle ?? step.flowId} · ${step.stepTitle ?? step.stepId}`,
      kind: 'failing',
      diagnosis: 'step_fails',
      locale: byFrequency(failures.flatMap(({ locale }) => locale?.slice(0, 2) ?? []))[0] ?? null,
      ...weight,
      queries: [],
      evidence: [
        ...evidenceLine('flow_step_failed', failures, mode, countTexts(failures.map(({ props }) => props.reason))),
        ...evidenceLine('contact_from_step', contacts, mode),
        ...ticketLine(tickets),
      ],
      pages: byFrequency(failures.map(({ page }) => page.key)).slice(0, maxPages),
      step,
      firstSeenAt: first,
      lastSeenAt: last,
      fails,
    },
  ]
}

function describe(
  recent: readonly Passage[],
  failed: readonly Passage[],
  outlines: ReadonlyMap<string, FlowOutline>,
): Omit<FailingStep, 'versions'> {
  const { flowId = '', stepId = '' } = failed[0] ?? {}
  const outline = outlines.get(flowId)
  const releases = failed.map(({ failures }) => failures[0]?.release ?? null)
  const near = failed.flatMap(({ failures }) => [...new Set(failures.flatMap(({ props }) => props.candidates ?? []))])
  return {
    flowId,
    stepId,
    flowTitle: outline?.title ?? null,
    stepTitle: outline?.steps.find(({ id }) => id === stepId)?.title ?? null,
    runs: recent.length,
    failed: failed.length,
    releases: [...Map.groupBy(releases, (release) => release)]
      .map(([release, own]) => ({ release, failed: own.length }))
      .sort((a, b) => b.failed - a.failed || compareText(a.release ?? '', b.release ?? ''))
      .slice(0, maxReleases),
    candidates: [...Map.groupBy(near, (text) => text)]
      .map(([text, own]) => ({ text, failed: own.length }))
      .sort((a, b) => b.failed - a.failed || compareText(a.text, b.text))
      .slice(0, maxCandidates),
  }
}

function versionsOf(passages: readonly Passage[]): FailingStepVersion[] {
  return [...Map.groupBy(passages, ({ version }) => version)]
    .map(([version, own]): FailingStepVersion => {
      const failures = own.flatMap((passage) => passage.failures)
      return {
        version,
        runs: own.length,
        failed: own.filter((passage) => passage.failures.length > 0).length,
        firstAt: spanOf(own).first,
        lastFailedAt: failures.length > 0 ? spanOf(failures).last : null,
      }
    })
    .sort((a, b) => (b.version ?? -1) - (a.version ?? -1))
    .slice(0, maxVersions)
}

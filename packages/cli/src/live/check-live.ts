/**
 * Asks the running product for every target of the flows: page by page, or by playing each flow from its first step on.
 * What a target means is the widget's own targeting to say (the probe); here is only where to look, and in which order.
 * Source: docs/flows-authoring.md#checking-against-the-running-product
 */

import type { TargetJudgement, TargetProbe } from '@fanal/contract'
import { type Flow, type FlowStep, type FlowVerify, foldPath, matchesPage, probeName } from '@fanal/contract'
import type { Page } from 'playwright'
import { choosePath, type KnownPaths } from './choose-path.ts'
import type { LiveCheck, LiveTarget } from './live-check.ts'
import { goTo, type Product } from './open-product.ts'
import { planRuns, type Run } from './plan-runs.ts'
import { playAction } from './play-action.ts'

/** As in the widget: how long a target, an assertion, a page may take, milliseconds. */
const defaultWaitMs = 6000
const defaultWithinMs = 5000
const pageWaitMs = 3000

/** A flow and where it is written. */
export interface PlacedFlow {
  flow: Flow
  file: string
  lineOf(path: readonly PropertyKey[]): number
}

export interface LiveOptions extends KnownPaths {
  /** address of the product, with the path that stands in front of every page */
  url: string
  /** play the flows instead of opening each step's page */
  play: boolean
  /** told what is being done, for a terminal */
  say(line: string): void
}

export async function checkLive(
  product: Product,
  flows: readonly PlacedFlow[],
  options: LiveOptions,
): Promise<LiveCheck> {
  const check: LiveCheck = { played: options.play, targets: [], failedVerifies: [] }
  for (const placed of flows) {
    options.say(placed.flow.id)
    const targets = placed.flow.steps.filter(({ target }) => target).map((step) => startTarget(placed, step))
    check.targets.push(...targets)
    const look = { product, placed, targets, options }
    if (options.play) check.failedVerifies.push(...(await playFlow(look)))
    await visitPages(look)
  }
  return check
}

interface Look {
  product: Product
  placed: PlacedFlow
  targets: LiveTarget[]
  options: LiveOptions
}

function startTarget({ flow, file, lineOf }: PlacedFlow, step: FlowStep): LiveTarget {
  const line = lineOf(['steps', flow.steps.indexOf(step), 'target'])
  const none = { doubts: [], matches: 0, proposals: [] }
  return { file, line, flow: flow.id, step: step.id, page: null, status: 'not-reached', ...none }
}

/** Opens the page of each step that has not been reached yet, once for all steps on it. */
async function visitPages({ product, placed: { flow }, targets, options }: Look): Promise<void> {
  const byPath = new Map<string, LiveTarget[]>()
  for (const target of targets.filter(({ status }) => status === 'not-reached')) {
    const glob = pageOf(flow, target.step)
    const path = choosePath(glob, options)
    if (path === null) {
      const names = glob.match(/:[\w-]+/g) ?? ['*']
      target.reason = `no address is known for ${glob}. Give --sample ${names.map((name) => `${name.slice(1) || 'id'}=…`).join(' --sample ')}, or a page of --routes`
    } else byPath.set(path, [...(byPath.get(path) ?? []), target])
  }
  for (const [path, waiting] of byPath) {
    const page = await product.openPage()
    try {
      const problem = await openPath(page, path, options)
      await Promise.all(
        waiting.map(async (target) => {
          const step = flow.steps.find(({ id }) => id === target.step)
          if (problem !== null) target.reason ??= problem
          else if (step?.target) keepBest(target, await judge(page, step), path)
        }),
      )
    } finally {
      await page.context().close()
    }
  }
}

/** Where a step is: its own page, else that of the step before it, else where the flow starts. */
function pageOf(flow: Flow, stepId: string): string {
  const place = flow.steps.findIndex(({ id }) => id === stepId)
  const before = flow.steps.slice(0, place + 1).findLast(({ page }) => page !== undefined)
  return before?.page ?? flow.start.page ?? '/'
}

/** @returns why the page is not the one asked for; null when it is */
async function openPath(page: Page, path: string, { url }: LiveOptions): Promise<string | null> {
  const { status } = await goTo(page, `${url.replace(/\/$/, '')}${path}`)
  if (status >= 400) return `${path} answers ${status}`
  return isOn(page, path, url)
    ? null
    : `${path} leads to ${pathOf(page, url)}. Sign in with --storage-state or --header if that is why`
}

/** Plays every way through the flow, each as a new visitor. */
async function playFlow({ product, placed, targets, options }: Look): Promise<LiveCheck['failedVerifies']> {
  const { flow, file, lineOf } = placed
  const verified = new Map<FlowStep, boolean>()
  for (const run of planRuns(flow)) {
    const page = await product.openPage()
    try {
      await playRun(page, run, { flow, targets, verified, options })
    } finally {
      await page.context().close()
    }
  }
  return [...verified]
    .filter(([, holds]) => !holds)
    .map(([step]) => ({
      file,
      line: lineOf(['steps', flow.steps.indexOf(step), 'verify']),
      step: step.id,
      withinMs: step.verify?.withinMs ?? defaultWithinMs,
    }))
}

interface RunParts {
  flow: Flow
  targets: readonly LiveTarget[]
  /** whether each assertion came true in a run */
  verified: Map<FlowStep, boolean>
  options: LiveOptions
}

async function playRun(page: Page, run: Run, { flow, targets, verified, options }: RunParts): Promise<void> {
  let before: FlowStep | null = null
  for (const [place, { step }] of run.entries()) {
    const stopped = await reachPage(page, flow, step, before, options)
    const target = targets.find((one) => one.step === step.id)
    if (stopped !== null) {
      if (target?.status === 'not-reached') target.reason = stopped
      return
    }
    before = step
    if (target) {
      keepBest(target, await judge(page, step), pathOf(page, options.url))
      if (!/^(?:found|weak)$/.test(target.status)) {
        const reason = `step "${step.id}" could not be played: its target is ${target.status}`
        for (const { step: later } of run.slice(place + 1)) {
          const after = targets.find((one) => one.step === later.id)
          if (after?.status === 'not-reached') after.reason = reason
        }
        return
      }
    }
    if (run[place + 1]?.asRemedy) continue
    const failed = await playAction(page, step)
    if (failed === null && step.verify) {
      const holds = await comesTrue(page, step.verify, options.url)
      if (holds !== null) verified.set(step, holds || verified.get(step) === true)
    }
  }
}

/** Gets to the page of a step: it is open, it comes by itself after the step before, or its address is known. */
async function reachPage(
  page: Page,
  flow: Flow,
  step: FlowStep,
  before: FlowStep | null,
  options: LiveOptions,
): Promise<string | null> {
  const glob = step.page ?? (before ? undefined : pageOf(flow, step.id))
  if (before && (glob === undefined || (await arrives(page, glob, options.url)))) return null
  const path = choosePath(glob ?? '/', options)
  return path === null ? `no address is known for ${glob}` : openPath(page, path, options)
}

/** Whether the page is, or soon becomes, one of the glob. */
async function arrives(page: Page, glob: string, url: string, withinMs = pageWaitMs): Promise<boolean> {
  const deadline = performance.now() + withinMs
  while (!isOn(page, glob, url)) {
    const leftMs = deadline - performance.now()
    if (leftMs <= 0) return false
    // Of a single-page product no event tells that the address has changed.
    await page.waitForTimeout(Math.min(50, leftMs))
  }
  return true
}

function isOn(page: Page, glob: string, url: string): boolean {
  const path = pathOf(page, url)
  return path === glob || matchesPage(glob, foldPath(path))
}

/** The path in the product, a route in the fragment with it. */
function pathOf(page: Page, url: string): string {
  const { pathname, hash } = new URL(page.url())
  const base = new URL(url).pathname.replace(/\/$/, '')
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname
  return (/^#!?\/.*/.test(hash) ? hash.replace(/^#!?/, '') : path) || '/'
}

function keepBest(target: LiveTarget, judgement: TargetJudgement, path: string): void {
  const ranks: LiveTarget['status'][] = ['found', 'weak', 'ambiguous', 'hidden', 'missing', 'not-reached']
  if (ranks.indexOf(judgement.status) >= ranks.indexOf(target.status)) return
  delete target.reason
  Object.assign(target, judgement, { page: path })
}

function judge(page: Page, { target, waitMs = defaultWaitMs }: FlowStep): Promise<TargetJudgement> {
  return ask(page, () =>
    page.evaluate(
      ([name, wanted, patience]) => (Reflect.get(globalThis, name) as TargetProbe).judge(wanted, patience),
      [probeName, target ?? {}, waitMs] as const,
    ),
  )
}

/** @returns null for an assertion that only the product itself can tell */
async function comesTrue(page: Page, verify: FlowVerify, url: string): Promise<boolean | null> {
  const { page: glob, withinMs = defaultWithinMs } = verify
  if (glob !== undefined) return arrives(page, glob, url, withinMs)
  return ask(page, () =>
    page.evaluate(
      ([name, wanted, patience]) => (Reflect.get(globalThis, name) as TargetProbe).verify(wanted, patience),
      [probeName, verify, withinMs] as const,
    ),
  )
}

/** A question to a page that is on its way to the next one is asked again there. */
async function ask<T>(page: Page, question: () => Promise<T>): Promise<T> {
  try {
    return await question()
  } catch (error) {
    if (!/context was destroyed|navigation/i.test(String(error))) throw error
    await page.waitForLoadState('load')
    return question()
  }
}

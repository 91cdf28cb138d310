/**
 * In which order a flow's steps are played so that each is seen: runs from the first step on, each with the answers to give. Pure.
 */
import type { Flow, FlowStep } from '@fanal/contract'

export interface PlannedStep {
  step: FlowStep
  /** taken as the remedy of the step before, which is not done then */
  asRemedy: boolean
}

export type Run = readonly PlannedStep[]

interface Way {
  to: string
  asRemedy: boolean
}

/** A flow whose ways branch more than this is walked by its first ones. */
const maxTried = 2000

/**
 * @returns the longest way through, then shorter ones to what it passes by; steps that no way leads to are in none
 */
export function planRuns(flow: Flow): Run[] {
  const [first] = flow.steps
  if (!first) return []
  const runs: Run[] = []
  const seen = new Set<string>()
  const take = (run: Run) => {
    runs.push(run)
    for (const { step } of run) seen.add(step.id)
  }
  take(longestFrom(flow, first, []))
  for (const step of flow.steps) {
    if (seen.has(step.id)) continue
    const way = shortestTo(flow, first, step.id)
    if (way) take(way)
  }
  return runs
}

function waysOn(flow: Flow, step: FlowStep): Way[] {
  const below = flow.steps[flow.steps.indexOf(step) + 1]?.id
  const straight = step.next ?? below
  const answers = step.answers ?? []
  const given = answers.map(({ next, article, contact }) => next ?? (article || contact ? undefined : straight))
  const ways = answers.length > 0 && !step.verify && !step.advance ? given : [...given, straight]
  return [
    ...ways.map((to) => ({ to, asRemedy: false })),
    ...(step.remedy === undefined ? [] : [{ to: step.remedy, asRemedy: true }]),
  ].filter((way): way is Way => way.to !== undefined && flow.steps.some(({ id }) => id === way.to))
}

const find = (flow: Flow, id: string) => flow.steps.find((step) => step.id === id)

/** Remedies are left out: they are for runs of their own, for a person who takes one has not done the step. */
function longestFrom(flow: Flow, first: FlowStep, before: Run): Run {
  let tried = 0
  let longest: Run = []
  const go = (step: FlowStep, run: Run) => {
    const here = [...run, { step, asRemedy: false }]
    if (here.length > longest.length) longest = here
    for (const { to, asRemedy } of waysOn(flow, step)) {
      const next = find(flow, to)
      if (!next || asRemedy || here.some((one) => one.step === next) || tried++ > maxTried) continue
      go(next, here)
    }
  }
  go(first, before)
  return longest
}

function shortestTo(flow: Flow, first: FlowStep, id: string): Run | null {
  let runs: Run[] = [[{ step: first, asRemedy: false }]]
  const passed = new Set([first.id])
  while (runs.length > 0) {
    const longer: Run[] = []
    for (const run of runs) {
      const last = run.at(-1)?.step
      if (last?.id === id) return run
      for (const { to, asRemedy } of last ? waysOn(flow, last) : []) {
        const next = find(flow, to)
        if (!next || passed.has(to)) continue
        passed.add(to)
        longer.push([...run, { step: next, asRemedy }])
      }
    }
    runs = longer
  }
  return null
}

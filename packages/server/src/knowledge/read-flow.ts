/**
 * One flow file: checked, durations in milliseconds, every step's ways out leading somewhere. Knows nothing of the other files.
 * Source: docs/content.md#flows
 */
import path from 'node:path'
import type { Flow, FlowStep, FlowVerify } from '@fanal/contract'
import { flowFileSchema } from '@fanal/contract/schema'
import type { z } from 'zod'
import { checkShape } from './check-shape.ts'
import type { Finding } from './knowledge.ts'
import { didYouMean } from './nearest-name.ts'
import { parseYaml, type YamlText } from './yaml-text.ts'

type FlowFile = z.output<typeof flowFileSchema>
type StepFile = FlowFile['steps'][number]

export interface ReadFlow {
  file: string
  /** undefined when nothing can be published from the file */
  flow: Flow | undefined
  broken: boolean
  findings: Finding[]
  lineOf(path: readonly PropertyKey[]): number
}

const knownKeys = Object.keys(flowFileSchema.shape)

/** @param locale what a flow that names none is written in */
export function readFlow(file: string, source: string, locale: string): ReadFlow {
  const yaml = parseYaml(source)
  const checked = checkShape(flowFileSchema, yaml, file, knownKeys)
  const findings = [...checked.findings]
  for (const { key, line } of checked.unknownKeys) {
    findings.push({ file, line, severity: 'warning', message: `There is no key "${key}" in a flow; it is left out.` })
  }
  const lineOf = (path: readonly PropertyKey[]) => yaml.lineOf(path)
  if (!checked.value) return { file, flow: undefined, broken: true, findings, lineOf }
  const wrong = checkWays(checked.value, yaml, file)
  findings.push(...wrong)
  const broken = checked.broken || wrong.some((finding) => finding.severity === 'error')
  const flow = wrong.some((finding) => finding.severity === 'error') ? undefined : toFlow(checked.value, file, locale)
  return { file, flow, broken, findings, lineOf }
}

function toFlow(written: FlowFile, file: string, locale: string): Flow {
  return {
    id: written.id ?? path.posix.basename(file).replace(/\.ya?ml$/i, ''),
    title: written.title,
    locale: written.locale ?? locale,
    version: written.version ?? 1,
    start: written.start ?? { when: 'manual' },
    steps: written.steps.map(toStep),
    done: written.done ?? {},
  }
}

function toStep({ wait, verify, ...step }: StepFile): FlowStep {
  return { ...step, ...(verify ? { verify: toVerify(verify) } : {}), ...(wait === undefined ? {} : { waitMs: wait }) }
}

function toVerify({ within, ...verify }: NonNullable<StepFile['verify']>): FlowVerify {
  return { ...verify, ...(within === undefined ? {} : { withinMs: within }) }
}

/** Where a way may lead instead of to a step: the flow ends there. */
const endWord = 'done'

/** Ids used twice, ways that lead to no step, starts that could never happen, steps that could never end. */
function checkWays(written: FlowFile, yaml: YamlText, file: string): Finding[] {
  const findings: Finding[] = []
  const say = (path: readonly PropertyKey[], message: string, severity: Finding['severity'] = 'error') =>
    findings.push({ file, line: yaml.lineOf(path), severity, message })
  const ids = written.steps.map((step) => step.id)
  const { start } = written
  if (
    start?.when === 'first-visit' &&
    start.page === undefined &&
    !('feature' in start && start.feature !== undefined)
  ) {
    say(['start'], 'A first-visit start needs a page or a feature. Write where it begins, such as page: /parametres.')
  }
  for (const [place, step] of written.steps.entries()) {
    const at = ['steps', place]
    if (ids.indexOf(step.id) < place)
      say([...at, 'id'], `The step id "${step.id}" is used twice. Give each step its own.`)
    const ways: [readonly PropertyKey[], string | undefined][] = [
      [[...at, 'next'], step.next],
      [[...at, 'remedy'], step.remedy],
      ...(step.answers ?? []).map((answer, n): [PropertyKey[], string | undefined] => [
        [...at, 'answers', n, 'next'],
        answer.next,
      ]),
    ]
    for (const [path, id] of ways) {
      if (id !== undefined && id !== endWord && !ids.includes(id))
        say(path, `There is no step "${id}" to go on to.${didYouMean(id, ids)}`)
    }
    checkStep(step, at, say)
  }
  return findings
}

type Say = (path: readonly PropertyKey[], message: string, severity?: Finding['severity']) => void

function checkStep(step: StepFile, at: readonly PropertyKey[], say: Say): void {
  if (step.answers && step.checkpoint === undefined) {
    say([...at, 'answers'], 'Answers need a question. Write it as checkpoint: …')
  }
  if (step.remedy !== undefined && !step.verify) {
    say([...at, 'remedy'], 'A remedy is offered when verify does not come true, and there is no verify.', 'warning')
  }
  const on = step.advance?.on
  if (on !== undefined && /^(?:click|input|change|submit)$/.test(on) && !step.target) {
    say([...at, 'advance'], `advance on ${on} needs a target. Name the element, or write on: next.`)
  }
}

/**
 * One flow file: checked, durations in milliseconds, every step's ways out leading somewhere. Knows nothing of the other files.
 * Source: docs/content.md#flows
 */
import path from 'node:path'
import type { Flow, FlowStep, FlowVerify } from '@fanal/contract'
import { flowFileSchema } from '@fanal/contract/schema'
import type { z } from 'zod'
import { checkFlowWays } from './check-flow-ways.ts'
import { checkShape, type ShapeWords } from './check-shape.ts'
import type { Finding } from './knowledge.ts'
import { parseYaml } from './yaml-text.ts'

export type FlowFile = z.output<typeof flowFileSchema>
export type StepFile = FlowFile['steps'][number]

export interface ReadFlow {
  file: string
  /** undefined when nothing can be published from the file */
  flow: Flow | undefined
  broken: boolean
  findings: Finding[]
  lineOf(path: readonly PropertyKey[]): number
}

const knownKeys = Object.keys(flowFileSchema.shape)

/** Findings name steps by their id: nobody counts them from nought. */
const words: ShapeWords = {
  nameOf(path, data) {
    const [first, place, ...rest] = path
    if (first !== 'steps' || typeof place !== 'number') return quote(path)
    const id = stepIdOf(data, place)
    const step = typeof id === 'string' ? `step "${id}"` : `step ${place + 1}`
    return rest.length > 0 ? `${quote(rest)} of ${step}` : `S${step.slice(1)}`
  },
  examples: {
    steps: 'a list of steps, each with an id and a title',
    id: 'a short name, such as choisir',
    start: 'manual, or { when: first-visit, page: /parametres }',
    target: '{ role: button, name: Enregistrer }',
    element: '{ role: button, name: Enregistrer }',
    advance: '{ on: click }',
    verify: '{ page: /parametres }',
    answers: '[{ label: Oui, next: choisir }]',
    fallback: '{ text: … }',
    done: '{ milestone: imprimante-prete }',
    wait: '10s',
    'verify.within': '30s',
  },
}

/** @param locale what a flow that names none is written in */
export function readFlow(file: string, source: string, locale: string): ReadFlow {
  const yaml = parseYaml(source)
  const checked = checkShape(flowFileSchema, yaml, file, knownKeys, words)
  const findings = [...checked.findings]
  for (const { key, line } of checked.unknownKeys) {
    findings.push({ file, line, severity: 'warning', message: `There is no key "${key}" in a flow; it is left out.` })
  }
  const lineOf = (path: readonly PropertyKey[]) => yaml.lineOf(path)
  if (!checked.value) return { file, flow: undefined, broken: true, findings, lineOf }
  const wrong = checkFlowWays(checked.value)
  findings.push(...wrong.map(({ at, severity, message }) => ({ file, line: yaml.lineOf(at), severity, message })))
  const unusable = wrong.some(({ severity }) => severity === 'error')
  const flow = unusable ? undefined : toFlow(checked.value, file, locale)
  return { file, flow, broken: checked.broken || unusable, findings, lineOf }
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

function quote(path: readonly PropertyKey[]): string {
  return `"${path.map(String).join('.')}"`
}

/** What stands as id of a step, whatever else is wrong with it. */
function stepIdOf(data: unknown, place: number): unknown {
  const steps: unknown = data instanceof Object ? Reflect.get(data, 'steps') : undefined
  const step: unknown = Array.isArray(steps) ? steps[place] : undefined
  return step instanceof Object ? Reflect.get(step, 'id') : undefined
}

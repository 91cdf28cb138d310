/**
 * Checks what an author wrote against a schema, and says each thing that is wrong with its line.
 * Lenient on purpose: a key nobody knows is dropped with a warning, a wrong value with an error, and what remains is still usable.
 */
import type { z } from 'zod'
import type { Finding } from './knowledge.ts'
import { didYouMean } from './nearest-name.ts'
import type { YamlText } from './yaml-text.ts'

export interface CheckedShape<T> {
  /** what could be used; undefined when something required is missing or wrong */
  value: T | undefined
  /** something was wrong: an earlier good version of the file is to be preferred */
  broken: boolean
  findings: Finding[]
  /** top-level keys that nobody knows and that resemble none; reported by the caller, once for all files */
  unknownKeys: { key: string; line: number }[]
}

/** @param schema strict, so that unknown keys are told */
export function checkShape<T>(
  schema: z.ZodType<T>,
  yaml: YamlText,
  file: string,
  known: readonly string[],
): CheckedShape<T> {
  const findings: Finding[] = yaml.problems.map((problem) => ({ file, severity: 'error', ...problem }))
  const unknownKeys: { key: string; line: number }[] = []
  if (findings.length > 0) return { value: undefined, broken: true, findings, unknownKeys }
  const data = structuredClone(yaml.data ?? {})
  dropUnknownKeys(schema, data, yaml, file, known, findings, unknownKeys)
  const checked = schema.safeParse(data)
  if (checked.success) return { value: checked.data, broken: false, findings, unknownKeys }
  for (const issue of checked.error.issues) {
    const line = yaml.lineOf(issue.path)
    findings.push({ file, line, severity: 'error', message: describeIssue(issue, data) })
  }
  for (const { path } of checked.error.issues) {
    if (path[0] !== undefined && isRecord(data)) delete data[String(path[0])]
  }
  const rest = schema.safeParse(data)
  return { value: rest.success ? rest.data : undefined, broken: true, findings, unknownKeys }
}

function dropUnknownKeys(
  schema: z.ZodType,
  data: unknown,
  yaml: YamlText,
  file: string,
  known: readonly string[],
  findings: Finding[],
  unknownKeys: { key: string; line: number }[],
): void {
  for (const issue of schema.safeParse(data).error?.issues ?? []) {
    if (issue.code !== 'unrecognized_keys') continue
    const holder = valueAt(data, issue.path)
    for (const key of issue.keys) {
      const line = yaml.lineOf([...issue.path, key])
      const guess = issue.path.length === 0 ? didYouMean(key, known) : ''
      if (isRecord(holder)) delete holder[key]
      if (issue.path.length === 0 && guess === '') unknownKeys.push({ key, line })
      else {
        const path = [...issue.path, key].map(String).join('.')
        findings.push({
          file,
          line,
          severity: 'warning',
          message: `There is no key "${path}"; it is left out.${guess}`,
        })
      }
    }
  }
}

function describeIssue(issue: z.core.$ZodIssue, data: unknown): string {
  const name = issue.path.length > 0 ? issue.path.map(String).join('.') : 'The file'
  const value = valueAt(data, issue.path)
  if (value === undefined && issue.code === 'invalid_type') return `"${name}" is missing. Write a ${issue.expected}.`
  const shown = quote(value)
  switch (issue.code) {
    case 'invalid_type':
      return `"${name}" is ${shown}; write a ${issue.expected === 'array' ? 'list' : issue.expected}.`
    case 'invalid_value':
      return `"${name}" is ${shown}; write one of ${issue.values.map(String).join(', ')}.${didYouMean(String(value), issue.values.map(String))}`
    case 'too_big':
      return `"${name}" is too long or too large; the limit is ${issue.maximum}.`
    case 'too_small':
      return `"${name}" is ${shown}; write at least ${issue.minimum}.`
    case 'invalid_union':
      return `"${name}" is ${shown}; see docs/content.md for what may stand here.`
    default:
      return `"${name}" is ${shown}: ${issue.message}.`
  }
}

function quote(value: unknown): string {
  const text = value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value))
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined,
    data,
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

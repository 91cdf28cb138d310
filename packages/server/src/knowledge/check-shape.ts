/**
 * Checks what an author wrote against a schema, and says each thing that is wrong with its line.
 * Lenient on purpose: a key nobody knows is dropped with a warning, a wrong value with an error, and what remains is still usable.
 */
import { z } from 'zod'
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

/** How findings speak of one kind of file. */
export interface ShapeWords {
  /** Names a place as its author would; default: the path, such as `"contact.channels.0.label"`. */
  nameOf?(path: readonly PropertyKey[], data: unknown): string
  /** by key, or by the last two (`verify.within`): what may be written there, shown where something of another kind stands */
  examples?: Readonly<Record<string, string>>
}

/** @param schema strict, so that unknown keys are told */
export function checkShape<T>(
  schema: z.ZodType<T>,
  yaml: YamlText,
  file: string,
  known: readonly string[],
  { nameOf = quotePath, examples = {} }: ShapeWords = {},
): CheckedShape<T> {
  const words = { nameOf, examples }
  const findings: Finding[] = yaml.problems.map((problem) => ({ file, severity: 'error', ...problem }))
  const unknownKeys: { key: string; line: number }[] = []
  if (findings.length > 0) return { value: undefined, broken: true, findings, unknownKeys }
  const data = structuredClone(yaml.data ?? {})
  dropUnknownKeys(schema, data, yaml, file, known, words, findings, unknownKeys)
  const checked = schema.safeParse(data)
  if (checked.success) return { value: checked.data, broken: false, findings, unknownKeys }
  for (const issue of checked.error.issues.flatMap(innerIssues)) {
    const line = yaml.lineOf(issue.path)
    findings.push({ file, line, severity: 'error', message: describeIssue(issue, data, words) })
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
  { nameOf }: Required<ShapeWords>,
  findings: Finding[],
  unknownKeys: { key: string; line: number }[],
): void {
  for (const issue of schema.safeParse(data).error?.issues ?? []) {
    if (issue.code !== 'unrecognized_keys') continue
    const holder = valueAt(data, issue.path)
    for (const key of issue.keys) {
      const line = yaml.lineOf([...issue.path, key])
      const guess = didYouMean(key, issue.path.length === 0 ? known : keysAt(schema, issue.path))
      if (isRecord(holder)) delete holder[key]
      if (issue.path.length === 0 && guess === '') unknownKeys.push({ key, line })
      else {
        const name = nameOf([...issue.path, key], data)
        findings.push({ file, line, severity: 'warning', message: `There is no key ${name}; it is left out.${guess}` })
      }
    }
  }
}

/** Of a choice of shapes, what is wrong inside the one that was meant; the choice itself where none comes near. */
function innerIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const meant = issue.errors.find((issues) => issues.every(({ path }) => path.length > 0))
  return meant?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue]
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
  boolean: 'true or false',
  int: 'a whole number',
}

function describeIssue(issue: z.core.$ZodIssue, data: unknown, { nameOf, examples }: Required<ShapeWords>): string {
  const name = issue.path.length > 0 ? nameOf(issue.path, data) : 'The file'
  const value = valueAt(data, issue.path)
  const example = examples[issue.path.slice(-2).map(String).join('.')] ?? examples[String(issue.path.at(-1))]
  const shown = quote(value)
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? `a ${issue.expected}`
      if (value === undefined) return `${name} is missing. Write ${example ? `it as ${example}` : kind}.`
      return `${name} is ${shown}; write ${example ? `it as ${example}` : kind}.`
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      const choice = `rite one of ${allowed.join(', ')}.`
      return value === undefined
        ? `${name} is missing. W${choice}`
        : `${name} is ${shown}; w${choice}${didYouMean(String(value), allowed)}`
    }
    case 'too_big':
      return `${name} is too long or too large; the limit is ${issue.maximum}.`
    case 'too_small':
      return `${name} is ${shown}; write at least ${issue.minimum}.`
    case 'invalid_union':
      return `${name} is ${shown}; ${example ? `write it as ${example}` : 'see docs/content.md for what may stand here'}.`
    default:
      return `${name} is ${shown}: ${issue.message}.`
  }
}

function quotePath(path: readonly PropertyKey[]): string {
  return `"${path.map(String).join('.')}"`
}

/** The keys that the schema knows at a place of the data. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const [part, ...rest] = path
  const shapes = unwrap(schema)
  if (part === undefined) return shapes.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []))
  return shapes.flatMap((one) => {
    const inner =
      one instanceof z.ZodArray ? one.element : one instanceof z.ZodObject ? one.shape[String(part)] : undefined
    return inner instanceof z.ZodType ? keysAt(inner, rest) : []
  })
}

/** A schema without what makes it optional or transforms it; every branch of a choice. */
function unwrap(schema: unknown): unknown[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrap)
  if (schema instanceof z.ZodPipe) return [schema.in, schema.out].flatMap(unwrap)
  return schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional ? unwrap(schema.unwrap()) : [schema]
}

function quote(value: unknown): string {
  const text = value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value))
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => {
    // One text where a list is asked for is a list of one.
    if (typeof value === 'string' && part === 0) return value
    return typeof value === 'object' && value !== null && Object.hasOwn(value, part)
      ? Reflect.get(value, part)
      : undefined
  }, data)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Says what a schema refused in one sentence a person can act on: where, what was there, what to send instead.
 */
import type { z } from 'zod'

/** Longest piece of the refused value that is quoted, characters. */
const maxQuotedChars = 60

export interface SchemaProblem {
  /** such as `props.position` or `signals[3].page.key`; `body` for the whole */
  path: string
  reason: string
}

/** @param input what was checked; only the value at the first problem's place is quoted, cut short */
export function describeProblem(error: z.ZodError, input: unknown): SchemaProblem {
  const [issue] = error.issues
  if (!issue) return { path: 'body', reason: 'is not as expected' }
  const value = valueAt(input, issue.path)
  return { path: formatPath(issue.path), reason: describeIssue(issue, value) }
}

function describeIssue(issue: z.core.$ZodIssue, value: unknown): string {
  const was = value === undefined ? 'is missing' : `is ${quote(value)}`
  // Only a union says in its own words what it takes.
  if (issue.code === 'invalid_union') return `${was}; ${issue.message}`
  if (value === undefined && issue.code !== 'custom') return `${was}; send ${expectation(issue)}`
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
      return `${was}; send ${expectation(issue)}`
    case 'too_big':
      return typeof value === 'string'
        ? `is ${value.length} characters long; send at most ${issue.maximum}`
        : `is ${size(value)}; send at most ${issue.maximum}`
    case 'too_small':
      return typeof value === 'string'
        ? `is ${value.trim() === '' ? 'empty' : quote(value)}; send at least ${issue.minimum} character(s)`
        : `is ${size(value)}; send at least ${issue.minimum}`
    case 'invalid_format':
      return `is ${quote(value)}: ${formatRule(issue)}`
    default:
      return `is ${quote(value)}: ${issue.message}`
  }
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    default:
      return 'what the contract asks for (docs/contract.md)'
  }
}

function formatRule(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === 'email') return 'send an e-mail address such as name@example.com'
  if (issue.format === 'datetime') return 'send an ISO 8601 time with its zone, such as 2026-03-02T09:00:00Z'
  return issue.message
}

function size(value: unknown): string {
  return Array.isArray(value) ? `a list of ${value.length}` : quote(value)
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > maxQuotedChars ? `${text.slice(0, maxQuotedChars)}…` : text
}

function formatPath(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return text.replace(/^\./, '') || 'body'
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined,
    input,
  )
}

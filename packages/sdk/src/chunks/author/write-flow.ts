/**
 * Writes a flow as YAML, the way authors write it: docs/content.md#flows. Pure. Whatever is not surely plain text is quoted as JSON
 * quotes it, which YAML reads alike.
 */
import type { Flow, FlowAnswer, FlowStep, FlowVerify } from '@fanal/contract'

type Value = string | number | boolean | Value[] | { [key: string]: Value | undefined }

export function writeFlow({ id, title, locale, version, steps, done }: Flow): string {
  const head = { id, title, locale, version, start: 'manual' }
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${inline(value)}`)
  const tail = Object.keys(done).length > 0 ? [`done: ${inline({ ...done })}`] : []
  return `${[...lines, 'steps:', ...steps.map(writeStep), ...tail].join('\n')}\n`
}

function writeStep({ waitMs, verify, answers, target, fallback, ...step }: FlowStep): string {
  const { id, page, title, text, checkpoint, advance, remedy, next } = step
  const fields: [string, Value | undefined][] = [
    ['id', id],
    ['page', page],
    ['target', target && { ...target }],
    ['title', title],
    ['text', text],
    ['checkpoint', checkpoint],
    ['answers', answers?.map(toAnswer)],
    ['advance', advance],
    ['verify', verify && toVerify(verify)],
    ['remedy', remedy],
    ['next', next],
    ['fallback', fallback],
    ['wait', waitMs === undefined ? undefined : toDuration(waitMs)],
  ]
  return fields
    .filter((field): field is [string, Value] => field[1] !== undefined)
    .map(([key, value], place) => `${place === 0 ? '  - ' : '    '}${key}:${block(value)}`)
    .join('\n')
}

/** A list stands line by line, everything else behind its key. */
function block(value: Value): string {
  return Array.isArray(value) ? value.map((item) => `\n      - ${inline(item)}`).join('') : ` ${inline(value)}`
}

function inline(value: Value): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object') return String(value)
  const pairs = Object.entries(value).filter((pair): pair is [string, Value] => pair[1] !== undefined)
  return `{ ${pairs.map(([key, one]) => `${key}: ${inline(one)}`).join(', ')} }`
}

function quote(text: string): string {
  const plain =
    /^\p{L}(?:[\p{L}\p{N} \u00a0\u202f’'_*/.()«»!?…-]*[\p{L}\p{N}*’)»!?….])?$/u.test(text) ||
    /^(?:\/[\w/-]*|\d+m?s)$/.test(text)
  if (plain && !/^(?:true|false|null|yes|no|on|off|[yn])$/i.test(text)) return text
  // Characters that JSON leaves as they are and YAML does not print.
  return JSON.stringify(text.replace(/\p{Cs}/gu, '')).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function toAnswer({ label, next, article, contact }: FlowAnswer): Value {
  return { label, next, article, contact }
}

function toVerify({ withinMs, element, page, text, event, predicate }: FlowVerify): Value {
  const within = withinMs === undefined ? undefined : toDuration(withinMs)
  return { page, element: element && { ...element }, text, event, predicate, within }
}

function toDuration(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${Math.round(ms)}ms`
}

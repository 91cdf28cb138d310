/**
 * Reads single values of an Algolia query, which arrive as JSON or, URL-encoded, as text.
 * What is wrong is refused with the parameter's name; what is missing has its default.
 */
import { FanalError } from '@fanal/contract'

export type Params = Readonly<Record<string, unknown>>

/** Nobody asks for more attributes, contexts or tags than this. */
const maxListItems = 100

/** Conditions of one list of filters; a hostile list would cost every article that many comparisons. */
const maxConditions = 500

/** @throws FanalError QUERY_INVALID when it is no text, or longer than `maxChars` */
export function readText(all: Params, parameter: string, maxChars: number): string {
  const value = all[parameter] ?? ''
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') refuse(parameter, 'must be a text')
  if (value.length > maxChars) refuse(parameter, `is longer than ${maxChars} characters`)
  return value
}

/** @throws FanalError QUERY_INVALID */
export function readInteger(all: Params, parameter: string, min: number, max: number, fallback: number): number {
  const value = all[parameter]
  if (value === undefined || value === null || value === '') return fallback
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number) || number < min || number > max) {
    refuse(parameter, `must be a whole number from ${min} to ${max}`)
  }
  return number
}

/** @param allowed what may be said, for the refusal @throws FanalError QUERY_INVALID */
export function readBoolean(all: Params, parameter: string, fallback: boolean, allowed = 'true or false'): boolean {
  const value = all[parameter]
  if (value === undefined || value === null || value === '') return fallback
  if (value === true || value === 'true' || value === 1 || value === '1') return true
  if (value === false || value === 'false' || value === 0 || value === '0') return false
  refuse(parameter, `must be ${allowed}`)
}

/**
 * A list, JSON of a list, or names with commas between them.
 *
 * @returns null when the client said nothing
 * @throws FanalError QUERY_INVALID
 */
export function readList(all: Params, parameter: string): string[] | null {
  const given = all[parameter]
  if (given === undefined || given === null) return null
  const value = parseJsonList(given, parameter)
  const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value]
  return list.slice(0, maxListItems).map((one) => {
    if (typeof one !== 'string') refuse(parameter, 'must be a list of texts')
    return one.trim()
  })
}

/**
 * A list of conditions as facet, numeric and tag filters are written: the outer list is AND, a list inside it is OR. As text, commas
 * are AND and parentheses hold an OR: `a:1,(b:2,b:3)`.
 *
 * @returns each element one OR; [] when the client said nothing
 * @throws FanalError QUERY_INVALID
 */
export function readConditions(all: Params, parameter: string): string[][] {
  const given = all[parameter]
  if (given === undefined || given === null || given === '') return []
  const value = parseJsonList(given, parameter)
  const list = typeof value === 'string' ? splitConditions(value, parameter) : value
  if (!Array.isArray(list)) refuse(parameter, 'must be a list of conditions')
  const groups = list.map((one) => (Array.isArray(one) ? one.flat() : [one]))
  if (groups.flat().length > maxConditions) refuse(parameter, `holds more than ${maxConditions} conditions`)
  return groups.map((group) =>
    group.map((one) => {
      if (typeof one !== 'string' || one.trim() === '') refuse(parameter, 'each condition must be a text')
      return one.trim()
    }),
  )
}

function parseJsonList(value: unknown, parameter: string): unknown {
  if (typeof value !== 'string' || !value.trim().startsWith('[')) return value
  try {
    return JSON.parse(value)
  } catch {
    refuse(parameter, 'is not JSON')
  }
}

function splitConditions(text: string, parameter: string): (string | string[])[] {
  const parts: (string | string[])[] = []
  for (const [whole, inside] of text.matchAll(/\(([^()]*)\)|[^,()]+|[()]/g)) {
    if (inside !== undefined) parts.push(inside.split(','))
    else if (whole === '(' || whole === ')') refuse(parameter, 'has a parenthesis without its other half')
    else if (whole.trim() !== '') parts.push(whole)
  }
  return parts
}

/** @throws FanalError QUERY_INVALID always */
export function refuse(parameter: string, reason: string): never {
  throw new FanalError('QUERY_INVALID', { parameter, reason })
}

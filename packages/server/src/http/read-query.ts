/** Parameters of a query string, checked. */
import { FanalError, limits } from '@fanal/contract'
import type { FastifyRequest } from 'fastify'

/** @throws FanalError QUERY_INVALID when it is given twice or too long */
export function readQueryText(request: FastifyRequest, parameter: string): string | undefined {
  const value: unknown = Reflect.get(Object(request.query), parameter)
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string') throw new FanalError('QUERY_INVALID', { parameter, reason: 'is given more than once' })
  if (value.length > limits.maxStringBytes) {
    throw new FanalError('QUERY_INVALID', { parameter, reason: `is longer than ${limits.maxStringBytes} characters` })
  }
  return value
}

/** Texts with commas between them; [] when there are none. */
export function readQueryList(request: FastifyRequest, parameter: string): string[] {
  const parts = (readQueryText(request, parameter) ?? '').split(',').map((part) => part.trim())
  return parts.filter((part) => part !== '')
}

/** @throws FanalError QUERY_INVALID */
export function readQueryInteger(
  request: FastifyRequest,
  parameter: string,
  min: number,
  max: number,
): number | undefined {
  const text = readQueryText(request, parameter)
  if (text === undefined) return undefined
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= min && number <= max)) {
    throw new FanalError('QUERY_INVALID', { parameter, reason: `must be a whole number from ${min} to ${max}` })
  }
  return number
}

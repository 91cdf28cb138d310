/**
 * Reads the period of a report as people write it: dates or instants, and a window such as `72h` or `7d`.
 * A date without a time is 00:00 UTC. Pure.
 * Source: docs/metrics.md#period
 */
import { FanalError } from '@fanal/contract'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const defaultPeriodMs = 28 * dayMs
const defaultWindowMs = 72 * hourMs
const maxWindowMs = 365 * dayMs

export interface PeriodText {
  from?: string | undefined
  to?: string | undefined
  now?: string | undefined
  window?: string | undefined
}

/** All milliseconds; `to` is excluded. */
export interface Period {
  from: number
  to: number
  now: number
  windowMs: number
}

/**
 * @param clock what "now" is when the text does not say, milliseconds
 * @throws FanalError QUERY_INVALID naming the parameter, its value and what to write
 */
export function readPeriod(text: PeriodText, clock: number): Period {
  const now = text.now === undefined ? clock : readInstant('now', text.now)
  const to = text.to === undefined ? now : readInstant('to', text.to)
  const from = text.from === undefined ? to - defaultPeriodMs : readInstant('from', text.from)
  if (from >= to) {
    const reason = `${new Date(from).toISOString()} is not before to, ${new Date(to).toISOString()}`
    throw new FanalError('QUERY_INVALID', { parameter: 'from', reason })
  }
  return { from, to, now, windowMs: text.window === undefined ? defaultWindowMs : readWindow(text.window) }
}

function readInstant(parameter: string, text: string): number {
  // Date.parse alone would take "1" or "March 5" and read the latter in the machine's own time zone.
  const shape = /^\d{4}-\d\d-(\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/.exec(text)
  const at = shape ? Date.parse(text) : Number.NaN
  // 30 February would silently become 2 March.
  if (Number.isNaN(at) || new Date(Date.parse(text.slice(0, 10))).getUTCDate() !== Number(shape?.[1])) {
    const reason = `"${text.slice(0, 60)}" is not a date such as 2026-03-02 or an instant such as 2026-03-02T09:00:00Z`
    throw new FanalError('QUERY_INVALID', { parameter, reason })
  }
  return at
}

function readWindow(text: string): number {
  const [, count, unit] = /^(\d{1,4})(h|d)$/.exec(text) ?? []
  const windowMs = Number(count) * (unit === 'd' ? dayMs : hourMs)
  if (!(windowMs > 0 && windowMs <= maxWindowMs)) {
    const reason = `"${text.slice(0, 60)}" is not a window such as 24h, 72h or 7d, of 365d at most`
    throw new FanalError('QUERY_INVALID', { parameter: 'window', reason })
  }
  return windowMs
}

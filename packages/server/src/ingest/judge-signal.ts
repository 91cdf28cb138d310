/**
 * Judges one signal from a browser: its shape, its id, and when it happened. The server's clock wins: `at` moves by as much as
 * the visitor's clock was off when the batch left.
 * Pure: no store, no clock of its own.
 * Source: docs/contract.md#http
 */
import { FanalError, limits, type Signal, type SignalName } from '@fanal/contract'
import { describeProblem, signalSchemas } from '@fanal/contract/schema'

const uuidV7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * @param raw as parsed from JSON
 * @param clockOffsetMs what to add to the visitor's clock to get ours
 * @param now milliseconds since the epoch, when the batch arrived
 * @returns the signal with its time corrected, never later than `now`
 * @throws FanalError SIGNAL_NAME_UNKNOWN, SIGNAL_INVALID, SIGNAL_ID_NOT_V7, SIGNAL_TOO_OLD, SIGNAL_IN_FUTURE
 */
export function judgeBrowserSignal(raw: unknown, clockOffsetMs: number, now: number): Signal {
  const signal = parseSignal(raw)
  // Random ids would scatter writes all over the table, ten times slower at a few million rows.
  if (!uuidV7.test(signal.id)) throw new FanalError('SIGNAL_ID_NOT_V7', { id: signal.id })
  const at = Math.round(signal.at + clockOffsetMs)
  if (at < now - limits.maxSignalAgeMs) {
    throw new FanalError('SIGNAL_TOO_OLD', { at: formatInstant(at), days: limits.maxSignalAgeMs / dayMs })
  }
  if (at > now + limits.maxSignalAheadMs) {
    throw new FanalError('SIGNAL_IN_FUTURE', { at: formatInstant(at), hours: limits.maxSignalAheadMs / hourMs })
  }
  // A little ahead is a clock that jumped between the signal and its batch; nothing happens after it has arrived.
  return { ...signal, id: signal.id.toLowerCase(), at: Math.min(at, now) }
}

/**
 * Checks a signal's shape by the schema of its name.
 *
 * @throws FanalError SIGNAL_NAME_UNKNOWN, SIGNAL_INVALID
 */
export function parseSignal(raw: unknown): Signal {
  if (typeof raw !== 'object' || raw === null) {
    throw new FanalError('SIGNAL_INVALID', { path: 'signal', reason: 'is not an object; send one per signal' })
  }
  const name = 'name' in raw ? raw.name : undefined
  if (typeof name !== 'string') {
    throw new FanalError('SIGNAL_INVALID', { path: 'name', reason: 'is missing; send the name of the signal' })
  }
  if (!isSignalName(name)) throw new FanalError('SIGNAL_NAME_UNKNOWN', { name: name.slice(0, 80) })
  const parsed = signalSchemas[name].safeParse(raw)
  if (parsed.success) return parsed.data
  const { path, reason } = describeProblem(parsed.error, raw)
  throw new FanalError('SIGNAL_INVALID', { path, reason })
}

function isSignalName(name: string): name is SignalName {
  return Object.hasOwn(signalSchemas, name)
}

/** Years beyond what Date can print are still quoted. */
function formatInstant(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString()
}

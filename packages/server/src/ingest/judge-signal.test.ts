import { FanalError } from '@fanal/contract'
import { describe, expect, test } from 'vitest'
import { judgeBrowserSignal } from './judge-signal.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const hourMs = 3_600_000
const dayMs = 24 * hourMs

const signal = {
  id: '0195E3A0-0000-7000-8000-000000000001',
  name: 'panel_opened',
  at: now,
  sessionId: 's1',
  page: { key: '/facturation' },
  props: { by: 'launcher' },
}

function refusal(raw: unknown, offsetMs = 0): string {
  try {
    judgeBrowserSignal(raw, offsetMs, now)
  } catch (error) {
    if (error instanceof FanalError) return `${error.code} ${error.message}`
    throw error
  }
  throw new Error('was accepted')
}

describe('a signal from a browser', () => {
  test('is kept with its id in lower case', () => {
    expect(judgeBrowserSignal(signal, 0, now)).toEqual({ ...signal, id: '0195e3a0-0000-7000-8000-000000000001' })
  })

  test('moves by as much as the visitor’s clock was off', () => {
    // The clock was two days slow; the signal happened ten seconds before the batch left.
    const at = now - 2 * dayMs - 10_000
    expect(judgeBrowserSignal({ ...signal, at }, 2 * dayMs, now).at).toBe(now - 10_000)
  })

  test('never ends up later than its arrival', () => {
    expect(judgeBrowserSignal({ ...signal, at: now + hourMs }, 0, now).at).toBe(now)
  })

  test('is refused beyond 30 days behind and 24 hours ahead', () => {
    expect(judgeBrowserSignal({ ...signal, at: now - 30 * dayMs }, 0, now).at).toBe(now - 30 * dayMs)
    expect(refusal({ ...signal, at: now - 30 * dayMs - 1 })).toBe(
      'SIGNAL_TOO_OLD The signal is dated 2026-01-31T08:59:59.999Z, more than 30 days ago. Use `fanal import` for the past.',
    )
    expect(judgeBrowserSignal({ ...signal, at: now + dayMs }, 0, now).at).toBe(now)
    expect(refusal({ ...signal, at: now + dayMs + 1 })).toBe(
      'SIGNAL_IN_FUTURE The signal is dated 2026-03-03T09:00:00.001Z, more than 24 h ahead. Set the clock.',
    )
  })

  test('with a date beyond any calendar is refused, not a fault', () => {
    expect(refusal({ ...signal, at: Number.MAX_SAFE_INTEGER })).toContain(
      'SIGNAL_IN_FUTURE The signal is dated 9007199254740991',
    )
  })

  test.each([
    [null, 'SIGNAL_INVALID signal: is not an object; send one per signal'],
    ['panel_opened', 'SIGNAL_INVALID signal: is not an object; send one per signal'],
    [{}, 'SIGNAL_INVALID name: is missing; send the name of the signal'],
    [
      { ...signal, name: 'constructor' },
      'SIGNAL_NAME_UNKNOWN There is no signal named "constructor". See the list in docs/contract.md.',
    ],
    [
      { ...signal, id: '7c9e6679-7425-40de-944b-e07fc1f90ae7' },
      'SIGNAL_ID_NOT_V7 Signal id "7c9e6679-7425-40de-944b-e07fc1f90ae7" is not a UUIDv7. Make ids that are time-ordered.',
    ],
    [
      { ...signal, props: {} },
      'SIGNAL_INVALID props.by: is missing; send one of "launcher", "api", "shortcut", "link", "error", "flow"',
    ],
  ])('%#: is refused with what to do', (raw, expected) => {
    expect(refusal(raw)).toBe(expected)
  })
})

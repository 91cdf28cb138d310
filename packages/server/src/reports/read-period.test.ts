import { describe, expect, it } from 'vitest'
import { readPeriod } from './read-period.ts'

const clock = Date.parse('2026-03-20T15:30:00Z')

describe('readPeriod', () => {
  it('takes a date for 00:00 UTC, and an instant with any offset', () => {
    const period = readPeriod(
      { from: '2026-03-02', to: '2026-03-09T01:00:00+01:00', now: '2026-03-09T00:00Z', window: '72h' },
      clock,
    )
    expect(period).toEqual({ from: 1772409600000, to: 1773014400000, now: 1773014400000, windowMs: 259200000 })
  })

  it('means the last 28 days with a window of 72 h when nothing is said', () => {
    expect(readPeriod({}, clock)).toEqual({
      from: Date.parse('2026-02-20T15:30:00Z'),
      to: clock,
      now: clock,
      windowMs: 259200000,
    })
  })

  it('reads a window in days', () => {
    expect(readPeriod({ window: '7d' }, clock).windowMs).toBe(604800000)
  })

  it.each([
    [
      { from: '2026-02-30' },
      'from: "2026-02-30" is not a date such as 2026-03-02 or an instant such as 2026-03-02T09:00:00Z.',
    ],
    [{ to: 'tomorrow' }, 'to: "tomorrow" is not a date such as 2026-03-02 or an instant such as 2026-03-02T09:00:00Z.'],
    [
      { now: '2026-03-02T09:00:00' },
      'now: "2026-03-02T09:00:00" is not a date such as 2026-03-02 or an instant such as 2026-03-02T09:00:00Z.',
    ],
    [{ window: '0h' }, 'window: "0h" is not a window such as 24h, 72h or 7d, of 365d at most.'],
    [{ window: '3 days' }, 'window: "3 days" is not a window such as 24h, 72h or 7d, of 365d at most.'],
    [
      { from: '2026-03-09', to: '2026-03-09' },
      'from: 2026-03-09T00:00:00.000Z is not before to, 2026-03-09T00:00:00.000Z.',
    ],
  ])('refuses %o', (text, message) => {
    expect(() => readPeriod(text, clock)).toThrow(message)
  })
})

import { describe, expect, test } from 'vitest'
import { expectedReplyAt } from './expected-reply.ts'

const weekdays = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }]
const split = [
  { days: [1, 2, 3, 4, 5], from: '14:00', to: '18:00' },
  { days: [1, 2, 3, 4, 5], from: '08:30', to: '12:30' },
]

function reply(at: string, promise: Parameters<typeof expectedReplyAt>[1], timeZone = 'Europe/Paris'): string | null {
  const instant = expectedReplyAt(Date.parse(at), promise, timeZone)
  return instant === null ? null : new Date(instant).toISOString()
}

describe('the promised reply', () => {
  test('is absent without a promise', () => {
    expect(reply('2026-03-02T10:00:00Z', { hours: weekdays })).toBeNull()
  })

  test('without hours counts around the clock', () => {
    expect(reply('2026-03-07T10:00:00Z', { slaHours: 4 })).toBe('2026-03-07T14:00:00.000Z')
  })

  test('inside one opening', () => {
    // Monday 10:00 in Paris
    expect(reply('2026-03-02T09:00:00Z', { hours: weekdays, slaHours: 4 })).toBe('2026-03-02T13:00:00.000Z')
  })

  test('ends exactly at closing time when the hours just fit', () => {
    // Monday 14:00 to 18:00
    expect(reply('2026-03-02T13:00:00Z', { hours: weekdays, slaHours: 4 })).toBe('2026-03-02T17:00:00.000Z')
  })

  test('goes on the next morning', () => {
    // Monday 16:00, 2 h left today, 2 h from Tuesday 09:00
    expect(reply('2026-03-02T15:00:00Z', { hours: weekdays, slaHours: 4 })).toBe('2026-03-03T10:00:00.000Z')
  })

  test('waits for opening time', () => {
    // Monday 07:00
    expect(reply('2026-03-02T06:00:00Z', { hours: weekdays, slaHours: 1 })).toBe('2026-03-02T09:00:00.000Z')
  })

  test('steps over the weekend', () => {
    // Friday 17:00: 1 h today, 3 h on Monday
    expect(reply('2026-03-06T16:00:00Z', { hours: weekdays, slaHours: 4 })).toBe('2026-03-09T11:00:00.000Z')
    // Saturday noon
    expect(reply('2026-03-07T11:00:00Z', { hours: weekdays, slaHours: 1 })).toBe('2026-03-09T09:00:00.000Z')
  })

  test('keeps the wall clock across the change to summer time', () => {
    // Friday 2026-03-27 17:00 (UTC+1); clocks go forward on Sunday; Monday 09:00 is 07:00 UTC
    expect(reply('2026-03-27T16:00:00Z', { hours: weekdays, slaHours: 2 })).toBe('2026-03-30T08:00:00.000Z')
  })

  test('keeps the wall clock across the change to winter time', () => {
    // Friday 2026-10-23 17:00 (UTC+2); Monday 09:00 is 08:00 UTC
    expect(reply('2026-10-23T15:00:00Z', { hours: weekdays, slaHours: 2 })).toBe('2026-10-26T09:00:00.000Z')
  })

  test('counts an hour that is skipped as no hour', () => {
    // Sunday 2026-03-29, open 01:00 to 04:00: two real hours, since 02:00 to 03:00 is skipped
    const night = [{ days: [7], from: '01:00', to: '04:00' }]
    expect(reply('2026-03-29T00:00:00Z', { hours: night, slaHours: 2 })).toBe('2026-03-29T02:00:00.000Z')
    expect(reply('2026-03-29T00:00:00Z', { hours: night, slaHours: 3 })).toBe('2026-04-05T00:00:00.000Z')
  })

  test('lunch is closed, whatever order the hours are written in', () => {
    // Monday 11:30 + 2 h: one before lunch, one after 14:00
    expect(reply('2026-03-02T10:30:00Z', { hours: split, slaHours: 2 })).toBe('2026-03-02T14:00:00.000Z')
  })

  test('hours past midnight belong to the day they begin', () => {
    const evening = [{ days: [5], from: '20:00', to: '02:00' }]
    // Saturday 00:30 in Paris: still open until 02:00
    expect(reply('2026-03-06T23:30:00Z', { hours: evening, slaHours: 1 })).toBe('2026-03-07T00:30:00.000Z')
  })

  test('overlapping hours are counted once', () => {
    const twice = [...weekdays, { days: [1], from: '09:00', to: '12:00' }]
    expect(reply('2026-03-02T08:00:00Z', { hours: twice, slaHours: 4 })).toBe('2026-03-02T12:00:00.000Z')
  })

  test('other time zones have their own days', () => {
    // Monday 2026-03-02 09:00 in Auckland (UTC+13) is Sunday 20:00 UTC
    expect(reply('2026-03-01T19:00:00Z', { hours: weekdays, slaHours: 1 }, 'Pacific/Auckland')).toBe(
      '2026-03-01T21:00:00.000Z',
    )
  })

  test('a channel that never opens promises nothing', () => {
    expect(reply('2026-03-02T10:00:00Z', { hours: [{ days: [], from: '09:00', to: '18:00' }], slaHours: 1 })).toBeNull()
  })

  test('a time zone nobody knows is refused', () => {
    expect(() => reply('2026-03-02T10:00:00Z', { hours: weekdays, slaHours: 1 }, 'Europe/Pariss')).toThrow(RangeError)
  })
})

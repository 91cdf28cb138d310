import { describe, expect, it } from 'vitest'
import { backoffMs, retryAfterMs } from './backoff.ts'

describe('backoffMs', () => {
  it.each([
    [1, 0, 1000],
    [1, 1, 2000],
    [2, 1, 4000],
    [5, 0.5, 24_000],
    [40, 1, 300_000],
  ])('after %i failures with chance %d waits %i ms', (failures, random, expected) => {
    expect(backoffMs(failures, random)).toBe(expected)
  })
})

describe('retryAfterMs', () => {
  const now = Date.UTC(2026, 2, 2, 9, 0, 0)
  it.each([
    [null, 0],
    ['30', 30_000],
    ['Mon, 02 Mar 2026 09:01:00 GMT', 60_000],
    ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
    ['86400', 3_600_000],
    ['soon', 0],
  ])('%s is %i ms', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected)
  })
})

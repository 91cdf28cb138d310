import { describe, expect, test } from 'vitest'
import { customChanges, presetChanges, readPeriod, readWindow } from './period.ts'

const now = Date.parse('2026-03-09T10:00:00.000Z')

describe('readPeriod', () => {
  test('takes the last 28 days, today included, when the URL says nothing', () => {
    expect(readPeriod({}, now)).toEqual({ from: '2026-02-10', to: '2026-03-10', preset: 28 })
  })

  test('takes a preset by its name', () => {
    expect(readPeriod({ period: '7d' }, now)).toEqual({ from: '2026-03-03', to: '2026-03-10', preset: 7 })
    expect(readPeriod({ period: '90d' }, now)).toEqual({ from: '2025-12-10', to: '2026-03-10', preset: 90 })
  })

  test('lets dates win over a preset', () => {
    expect(readPeriod({ period: '7d', from: '2026-03-02', to: '2026-03-09' }, now)).toEqual({
      from: '2026-03-02',
      to: '2026-03-09',
      preset: null,
    })
  })

  test.each([
    ['an order that is not one', { from: '2026-03-09', to: '2026-03-02' }],
    ['a day that does not exist', { from: '2026-02-30', to: '2026-03-09' }],
    ['half a period', { from: '2026-03-02' }],
    ['words', { from: 'hier', to: '2026-03-09' }],
    ['an unknown preset', { period: '12d' }],
  ])('falls back to 28 days for %s', (_, query) => {
    expect(readPeriod(query, now).preset).toBe(28)
  })
})

describe('customChanges', () => {
  test('writes the day after the last one, for the API leaves `to` out', () => {
    expect(customChanges('2026-03-02', '2026-03-08')).toEqual({
      changes: { period: null, from: '2026-03-02', to: '2026-03-09' },
    })
  })

  test('takes one single day', () => {
    expect(customChanges('2026-12-31', '2026-12-31')).toEqual({
      changes: { period: null, from: '2026-12-31', to: '2027-01-01' },
    })
  })

  test('says what is wrong', () => {
    expect(customChanges('', '2026-03-08')).toEqual({ problem: 'incomplete' })
    expect(customChanges('2026-03-08', '2026-03-02')).toEqual({ problem: 'order' })
  })
})

test('the default preset leaves no trace in the URL', () => {
  expect(presetChanges(28)).toEqual({ period: null, from: null, to: null })
  expect(presetChanges(7)).toEqual({ period: '7d', from: null, to: null })
})

test('the window is 72 hours unless the URL names another one that exists', () => {
  expect(readWindow({})).toBe(72)
  expect(readWindow({ window: '168h' })).toBe(168)
  expect(readWindow({ window: '1000h' })).toBe(72)
})

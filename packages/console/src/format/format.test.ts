import { describe, expect, test } from 'vitest'
import { createFormat } from './format.ts'

const french = createFormat('fr')
const english = createFormat('en')

describe('percentages', () => {
  test('keep one or two decimals, so that the worked example reads to the digit', () => {
    expect(english.percent(17 / 39)).toBe('43.59%')
    expect(english.percent(0.25)).toBe('25.0%')
    expect(english.percent(4 / 7)).toBe('57.14%')
    expect(english.percent(1)).toBe('100.0%')
  })

  test('in French have a comma and a no-break space before the sign', () => {
    expect(french.percent(17 / 39)).toBe('43,59\u00a0%')
    expect(french.percent(0.7547)).toBe('75,47\u00a0%')
    expect(french.wholePercent(0.5)).toBe('50\u00a0%')
  })

  test('show a dash where nothing was counted, never a zero', () => {
    expect(french.percent(null)).toBe('–')
    expect(english.decimal(null)).toBe('–')
  })
})

test('amounts stand as each language writes them', () => {
  expect(french.money(23.18, 'EUR')).toBe('23,18\u00a0€')
  expect(english.money(23.18, 'EUR')).toBe('€23.18')
})

test('avoided tickets keep two decimals and no useless zeros', () => {
  expect(french.decimal(51 / 22)).toBe('2,32')
  expect(english.decimal(3)).toBe('3')
  expect(french.count(12_345)).toBe('12\u202f345')
})

test('days are those of the report, in UTC, wherever the reader is', () => {
  expect(french.day('2026-03-02')).toBe('2 mars 2026')
  expect(english.day('2026-03-08T23:59:59.000Z')).toBe('8 Mar 2026')
})

test('the past is told in its largest whole unit', () => {
  const now = Date.parse('2026-03-09T12:00:00.000Z')
  expect(french.ago('2026-03-08T12:00:00.000Z', now)).toBe('hier')
  expect(french.ago('2026-03-06T11:00:00.000Z', now)).toBe('il y a 3 jours')
  expect(english.ago('2026-03-09T10:30:00.000Z', now)).toBe('1 hour ago')
  expect(english.ago('2026-03-09T11:59:40.000Z', now)).toBe('this minute')
})

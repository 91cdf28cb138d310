import { describe, expect, it } from 'vitest'
import { netPromoterScore } from './nps.ts'
import { rateOf } from './wilson.ts'

describe('rateOf', () => {
  it.each([
    [1, 1, '20.7'],
    [4, 10, '16.8'],
    [12, 20, '38.7'],
    [40, 100, '30.9'],
  ])('%i "no" of %i votes has the lower bound %s %%', (no, n, low) => {
    expect((100 * (rateOf(no, n).low ?? 0)).toFixed(1)).toBe(low)
  })

  it('is null where nothing was counted', () => {
    expect(rateOf(0, 0)).toEqual({ value: null, low: null, high: null, n: 0 })
  })

  it('stays between 0 and 1 at both ends', () => {
    expect(rateOf(0, 3).low).toBe(0)
    expect(rateOf(3, 3).high).toBe(1)
  })
})

describe('netPromoterScore', () => {
  it('gives +30 ± 48.4 for 5 promoters, 3 passives and 2 detractors', () => {
    const { value, halfWidth, n } = netPromoterScore([9, 9, 10, 10, 9, 7, 8, 8, 0, 6])
    expect(value?.toFixed(6)).toBe('30.000000')
    expect(halfWidth?.toFixed(1)).toBe('48.4')
    expect(n).toBe(10)
  })

  it('says nothing for no answers', () => {
    expect(netPromoterScore([])).toEqual({ value: null, halfWidth: null, n: 0 })
  })
})

import { describe, expect, it } from 'vitest'
import { isRead, notRead, readOn } from './reading.ts'

const second = { elapsedMs: 1000, active: true, visibleUntil: 400, articleHeight: 1200 }

function readFor(seconds: number, glance = second) {
  let reading = notRead
  for (let count = 0; count < seconds; count++) reading = readOn(reading, glance)
  return reading
}

describe('reading', () => {
  it('counts a short article, all of it visible, after ten seconds', () => {
    const whole = { ...second, visibleUntil: 400, articleHeight: 400 }
    expect(isRead(readFor(9, whole))).toBe(false)
    expect(isRead(readFor(10, whole))).toBe(true)
  })

  it('does not count a long article that was never scrolled to its half', () => {
    expect(isRead(readFor(600))).toBe(false)
  })

  it('counts a long article once half of it was on screen, even after scrolling back up', () => {
    const halfway = readOn(readFor(9), { ...second, visibleUntil: 600 })
    expect(isRead(readOn(halfway, second))).toBe(true)
  })

  it('counts no second in which the tab was hidden or the panel closed', () => {
    const away = readOn(readFor(9), { ...second, elapsedMs: 60_000, active: false, visibleUntil: 1200 })
    expect(away).toEqual({ activeMs: 9000, seenShare: 400 / 1200 })
  })
})

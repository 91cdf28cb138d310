import { describe, expect, it } from 'vitest'
import { choosePlace } from './choose-place.ts'

const view = { x: 0, y: 0, width: 1280, height: 800 }
const card = { width: 352, height: 200 }

describe('choosePlace', () => {
  it.each([
    [
      'below, in the middle of the target',
      { x: 600, y: 100, width: 80, height: 40 },
      { x: 464, y: 156, side: 'bottom' },
    ],
    ['above, at the bottom of the window', { x: 600, y: 740, width: 80, height: 40 }, { x: 464, y: 524, side: 'top' }],
    ['beside a tall target', { x: 0, y: 0, width: 240, height: 800 }, { x: 256, y: 300, side: 'right' }],
    ['before a tall target at the right', { x: 1040, y: 0, width: 240, height: 800 }, { x: 672, y: 300, side: 'left' }],
    ['inside the window at its left edge', { x: 10, y: 100, width: 40, height: 40 }, { x: 8, y: 156, side: 'bottom' }],
    [
      'over a target that fills the window',
      { x: 0, y: 0, width: 1280, height: 800 },
      { x: 464, y: 592, side: 'bottom' },
    ],
  ] as const)('stands %s', (_, target, place) => {
    expect(choosePlace(target, card, view)).toEqual(place)
  })

  it('stays inside a window as wide as the card, and inside what a keyboard leaves of it', () => {
    const phone = { x: 0, y: 40, width: 320, height: 300 }
    expect(choosePlace({ x: 20, y: 60, width: 100, height: 30 }, { width: 304, height: 200 }, phone)).toEqual({
      x: 8,
      y: 106,
      side: 'bottom',
    })
  })
})

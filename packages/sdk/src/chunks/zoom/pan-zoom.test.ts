import { describe, expect, it } from 'vitest'
import { fitted, panBy, zoomAt } from './pan-zoom.ts'

const frame = { stage: { width: 1000, height: 800 }, image: { width: 1000, height: 400 } }

describe('an enlarged image', () => {
  it('grows around the point that was asked for', () => {
    expect(zoomAt(fitted, 4, { x: 100, y: 50 }, frame)).toEqual({ scale: 4, x: -300, y: -150 })
  })

  it('stays in the middle where it is smaller than the stage', () => {
    expect(zoomAt(fitted, 2, { x: 100, y: 150 }, frame)).toEqual({ scale: 2, x: -100, y: 0 })
    expect(panBy({ scale: 2, x: 0, y: 0 }, 0, 300, frame)).toEqual({ scale: 2, x: 0, y: 0 })
  })

  it('is never moved so far that its edge comes inside', () => {
    expect(panBy({ scale: 4, x: 0, y: 0 }, 9999, -9999, frame)).toEqual({ scale: 4, x: 1500, y: -400 })
  })

  it('is between fitted and eight times as large', () => {
    expect(zoomAt(fitted, 0.1, { x: 5, y: 5 }, frame)).toEqual(fitted)
    expect(zoomAt(fitted, 100, { x: 0, y: 0 }, frame).scale).toBe(8)
  })
})

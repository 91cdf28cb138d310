import { expect, test } from 'vitest'
import { createThrottle } from './throttle.ts'

test('after so many tries the rest of the window must be waited for', () => {
  const throttle = createThrottle({ maxTries: 2, windowMs: 1000 })
  expect(throttle.take('a', 0)).toBe(0)
  expect(throttle.take('a', 100)).toBe(0)
  expect(throttle.take('a', 400)).toBe(600)
  expect(throttle.take('b', 400)).toBe(0)
  expect(throttle.take('a', 1000)).toBe(0)
})

test('a good try forgets the bad ones', () => {
  const throttle = createThrottle({ maxTries: 1, windowMs: 1000 })
  throttle.take('a', 0)
  throttle.clear('a')
  expect(throttle.take('a', 1)).toBe(0)
})

test('memory is bounded: the oldest key goes first', () => {
  const throttle = createThrottle({ maxTries: 1, windowMs: 1000, maxKeys: 2 })
  for (const key of ['a', 'b', 'c']) throttle.take(key, 0)
  expect(throttle.take('c', 1)).toBe(999)
  expect(throttle.take('a', 1)).toBe(0)
})

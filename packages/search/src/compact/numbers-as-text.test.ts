import { expect, test } from 'vitest'
import { readNumbers, readRanked, writeNumbers, writeRanked } from './numbers-as-text.ts'

test('numbers come back as they were, whatever their size', () => {
  const numbers = [0, 1, 45, 46, 2115, 2116, 97_335, 2 ** 31, 2 ** 32 - 1]
  expect(readNumbers(writeNumbers(numbers))).toEqual(numbers)
  expect(readNumbers('')).toEqual([])
})

test('a number under 46 is one sign, and none needs an escape in JSON', () => {
  expect(writeNumbers([0, 1, 2, 45])).toBe(' !#N')
  const all = writeNumbers(Array.from({ length: 3000 }, (_, number) => number))
  expect(JSON.stringify(all)).toHaveLength(all.length + 2)
})

test('frequent numbers come first among those there are', () => {
  expect(readNumbers(writeRanked([7, 3, 7, 9000]).values)).toEqual([7, 3, 9000])
  expect(readRanked(writeRanked([7, 3, 7, 9000, 0]))).toEqual([7, 3, 7, 9000, 0])
})

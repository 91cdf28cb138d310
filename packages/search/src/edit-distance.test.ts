import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'

test('insertions, deletions, substitutions and swaps of neighbours count one each', () => {
  expect(editDistance('imprimante', 'imprimante', 2)).toBe(0)
  expect(editDistance('imprimente', 'imprimante', 2)).toBe(1)
  expect(editDistance('imrpimante', 'imprimante', 2)).toBe(1)
  expect(editDistance('imprimantte', 'imprimante', 2)).toBe(1)
})

test('a distance above the limit is the limit and one', () => {
  expect(editDistance('abc', 'xyzabc', 2)).toBe(3)
  expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3)
})

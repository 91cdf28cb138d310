import { expect, test } from 'vitest'
import { type RowKeyEvent, rowAfterKey } from './row-keys.ts'

function press(key: string, more: Partial<RowKeyEvent> = {}): RowKeyEvent {
  return { key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, target: null, ...more }
}

test('j goes down and stops at the last row', () => {
  expect(rowAfterKey(press('j'), -1, 3)).toBe(0)
  expect(rowAfterKey(press('j'), 1, 3)).toBe(2)
  expect(rowAfterKey(press('j'), 2, 3)).toBe(2)
})

test('k goes up and stops at the first row', () => {
  expect(rowAfterKey(press('k'), -1, 3)).toBe(2)
  expect(rowAfterKey(press('k'), 0, 3)).toBe(0)
})

test('other keys, and keys held with a modifier, are left to the browser', () => {
  expect(rowAfterKey(press('x'), 0, 3)).toBeNull()
  expect(rowAfterKey(press('k', { metaKey: true }), 1, 3)).toBeNull()
  expect(rowAfterKey(press('j'), -1, 0)).toBeNull()
})

import { expect, test } from 'vitest'
import { readWords, writeWords } from './words-as-text.ts'

test('a word is written by how it differs from the one before', () => {
  expect(writeWords(['imprimante', 'imprime', 'imprimer', 'lot'])).toEqual({ text: ' imprimante(e)r lot' })
})

test.each([
  [['908', 'b2043', "aujourd'hui", 'œil']],
  [['1.', '(1)', 'صلى الله', 'a', 'été']],
  [[`${'x'.repeat(60)}a`, `${'x'.repeat(60)}b`]],
  [['']],
  [[]],
])('words come back as they were, those with signs in them too: %j', (words) => {
  const sorted = [...words].sort()
  expect(readWords(writeWords(sorted))).toEqual(sorted)
})

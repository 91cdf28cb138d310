/** How much redaction finds, and how much it takes by mistake, over sentences marked by hand. */
import { describe, expect, it } from 'vitest'
import { redact } from '../redact.ts'
import { measure, readSentences } from './measure.support.ts'

describe.each([
  { language: 'French', file: './french.txt', least: 230 },
  { language: 'English', file: './english.txt', least: 140 },
])('sentences in $language', ({ file, least }) => {
  const { sentences, precision, recall } = measure(readSentences(file), redact)

  it('are enough to measure by', () => {
    expect(sentences).toBeGreaterThanOrEqual(least)
  })

  it('lose at least 99 % of what is marked as personal', () => {
    expect(recall).toBeGreaterThanOrEqual(0.99)
  })

  it('lose little that is not: at most 2 % of what is taken out', () => {
    expect(precision).toBeGreaterThanOrEqual(0.98)
  })
})

it('counts a word that stayed as missed and one that went as lost', () => {
  const measured = measure(['call {name|Ann Bell} about batch 12'], () => 'call Bell about batch')
  expect(measured.labels).toEqual({ name: { words: 2, missed: 1 } })
  expect(measured.precision).toBe(0.5)
  expect(measured.recall).toBe(0.5)
})

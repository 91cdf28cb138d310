import { expect, test } from 'vitest'
import { browserLocale } from './preferences.ts'

test('the browser’s first known language decides', () => {
  expect(browserLocale(['en-GB', 'fr'])).toBe('en')
  expect(browserLocale(['de-DE', 'fr-CA', 'en'])).toBe('fr')
})

test('French is the language of those who read neither', () => {
  expect(browserLocale(['de-DE'])).toBe('fr')
  expect(browserLocale([])).toBe('fr')
})

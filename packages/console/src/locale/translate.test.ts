import { describe, expect, test } from 'vitest'
import { backlogEn } from './backlog-en.ts'
import { backlogFr } from './backlog-fr.ts'
import { definitionsEn } from './definitions-en.ts'
import { definitionsFr } from './definitions-fr.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { createTranslate, isMessageKey } from './translate.ts'

const french = createTranslate('fr')
const english = createTranslate('en')

describe('plural forms', () => {
  test('French is singular for 0 and 1', () => {
    expect(french('backlog.accountsCount', { n: 0 })).toBe('0\u00a0compte')
    expect(french('backlog.accountsCount', { n: 1 })).toBe('1\u00a0compte')
    expect(french('backlog.accountsCount', { n: 2 })).toBe('2\u00a0comptes')
  })

  test('English is singular for 1 alone', () => {
    expect(english('backlog.accountsCount', { n: 0 })).toBe('0\u00a0accounts')
    expect(english('backlog.accountsCount', { n: 1 })).toBe('1\u00a0account')
  })
})

test('values are filled in', () => {
  expect(french('item.changed', { state: 'Publié' })).toBe('Passé à l’état «\u00a0Publié\u00a0».')
})

test('a key made up at run time is checked before it is used', () => {
  expect(isMessageKey('error.OFFLINE')).toBe(true)
  expect(isMessageKey('error.toString')).toBe(false)
})

const frenchTexts = Object.entries({ ...fr, ...backlogFr, ...definitionsFr })
const englishTexts = Object.entries({ ...en, ...backlogEn, ...definitionsEn })

test('both languages fill in the same values', () => {
  const values = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
  const english = Object.fromEntries(englishTexts)
  for (const [key, text] of frenchTexts) expect([key, values(english[key] ?? '')]).toEqual([key, values(text)])
})

test('French typography holds: no breaking space before a double sign, curly apostrophes only', () => {
  for (const [key, text] of frenchTexts) {
    expect(text, key).not.toMatch(/ [;:!?»%€]|« /)
    expect(text, key).not.toContain("'")
  }
})

test('English uses curly apostrophes and quotes', () => {
  for (const [key, text] of englishTexts) expect(text, key).not.toMatch(/['"]/)
})

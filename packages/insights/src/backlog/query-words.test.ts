import { describe, expect, it } from 'vitest'
import { queryWords, similarity } from './query-words.ts'

describe('queryWords', () => {
  it.each([
    ["Mon ordonnance ne s'imprime pas", ['!', 'imprim', 'ordonnanc']],
    ['mes ordonnances ne s’impriment plus', ['!', 'imprim', 'ordonnanc']],
    ["Impossible d'imprimer l'ordonnance !", ['!', 'imprim', 'ordonnanc']],
    ['imprimer une ordonnance', ['imprim', 'ordonnanc']],
    ["can't print the prescriptions", ['!', 'prescription', 'print']],
    ['printing prescription', ['prescription', 'print']],
    ['Rejets de lots B2', ['b2', 'lot', 'rejet']],
    ['NOEMIE 908', ['908', 'noemi']],
    ['erreur B2-043', ['043', 'b2', 'erreur']],
    ['1 250 factures', ['1250', 'factur']],
    ['Bordereaux perdus', ['bordereau', 'perdu']],
    ['bordereau perdu', ['bordereau', 'perdu']],
    ['journaux', ['journal']],
    ['comment faire', ['comment', 'faire']],
    ['?!', []],
  ])('%s', (query, words) => {
    expect(queryWords(query)).toEqual(words)
  })
})

describe('similarity', () => {
  it('is the share of common words, and nothing between a symptom and its contrary', () => {
    expect(similarity(['b2', 'lot', 'rejet'], ['b2', 'rejet'])).toBeCloseTo(2 / 3, 12)
    expect(similarity(['!', 'imprim'], ['imprim'])).toBe(0)
    expect(similarity(['!'], ['!'])).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { errorsIn, foldError } from './error-text.ts'

describe('a known error is found in what is shown', () => {
  it.each([
    ['B2-043', 'B2-043', true],
    ['B2-043', 'b2 043', true],
    ['B2-043', 'Rejet B2-043 : NIR inconnu', true],
    ['B2-043', 'Feuille rejetée (B2-043).', true],
    ['B2-043', 'Erreur:B2–043', true],
    ['B2 043', 'erreur b2_043', true],
    ['B2-043', 'B2-0431', false],
    ['B2-043', 'B2-043-7', false],
    ['B2-043', 'AB2-043', false],
    ['B2-043', 'lot B2, feuille 12, 043', false],
    ['908', 'Retour NOEMIE 908', true],
    ['908', 'Montant : 9,08 €', false],
    ['908', 'Montant : 9.08 €', false],
    ['12-34', 'code 12-34', true],
    ['ERR_PRINTER_OFFLINE', 'Error: ERR_PRINTER_OFFLINE', true],
    ['L’imprimante ne répond pas', "Échec : l'imprimante ne repond pas.", true],
    ['L’imprimante ne répond pas', 'L’imprimante ne répond pas encore', true],
    ['L’imprimante ne répond pas', 'L’imprimante répond', false],
  ])('%s in « %s »: %s', (known, text, expected) => {
    expect(errorsIn(text).has(foldError(known))).toBe(expected)
  })

  it('finds nothing in a text without words', () => {
    expect([...errorsIn(' – … ')]).toEqual([])
    expect(foldError('—')).toBe('')
  })

  it.each([
    [500, 7_880],
    [1000, 15_880],
    [2000, 31_880],
  ])('%i different words make %i runs: sixteen from each, fewer from the last', (count, runs) => {
    const words = Array.from({ length: count }, (_, place) => `mot${place}x`)
    expect(errorsIn(words.join(' ')).size).toBe(runs)
  })

  it.each([
    ['-', 0],
    ['a-', 1],
    ['a ', 16],
    ['1.', 1],
    ['é ', 16],
  ])('« %s » fifty thousand times is read to its end: %i', (part, runs) => {
    expect(errorsIn(part.repeat(50_000)).size).toBe(runs)
  })
})

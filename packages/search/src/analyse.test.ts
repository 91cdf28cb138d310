import { expect, test } from 'vitest'
import { analyse, foldText, tokenize } from './analyse.ts'

test('accents, ligatures and typographic apostrophes fold to plain letters', () => {
  expect(foldText('L’œuvre Ex Æquo, Noël')).toBe("l'oeuvre ex aequo, noel")
})

test('an elided article is left out, with either apostrophe', () => {
  expect(analyse('l’ordonnance d’hier', 'fr')).toEqual(analyse("l'ordonnance d'hier", 'fr'))
  expect(analyse("jusqu'imprimante qu’imprimante", 'fr')).toEqual(['imprim', 'imprim'])
})

test('every form of a word meets in one stem, accents or not', () => {
  for (const word of ['imprimer', 'imprimante', 'Imprimantes', 'imprimées', 'imprimé']) {
    expect(analyse(word, 'fr'), word).toEqual(['imprim'])
  }
  expect(analyse('coincée', 'fr')).toEqual(analyse('coincé', 'fr'))
  expect(analyse('perdus', 'fr')).toEqual(analyse('perdu', 'fr'))
})

test('negation is kept as one term, stop words are dropped', () => {
  expect(analyse("mon ordonnance ne s'imprime pas", 'fr')).toEqual(['ordon', '¬', 'imprim', '¬'])
  expect(analyse("l'imprimante n'imprime plus", 'fr')).toEqual(['imprim', '¬', 'imprim'])
  expect(analyse("The printer doesn't print", 'en')).toEqual(['print', '¬', 'print'])
})

test('a verb, its irregular forms and its noun are one term', () => {
  expect(analyse('lire lecture lu', 'fr')).toEqual(['lir', 'lir', 'lir'])
  expect(analyse('éteindre, éteint, extinction', 'fr')).toEqual(['eteindr', 'eteindr', 'eteindr'])
  expect(analyse('lost loses loss', 'en')).toEqual(['lose', 'lose', 'lose'])
})

test('invisible controls neither hide a word nor split it', () => {
  expect(analyse('impri\u200Bmante \u202Eordo\u00ADnnance', 'fr')).toEqual(['imprim', 'ordon'])
})

test('numbers and error codes stay whole, however they are written', () => {
  expect(analyse('erreur B2-043', 'fr')).toContain('b2043')
  expect(analyse('erreur B2 043', 'fr')).toContain('b2043')
  expect(analyse('b2043', 'fr')).toEqual(['b2043'])
  expect(analyse('Rejet NOEMIE 908', 'fr')).toEqual(['rejet', 'noem', '908', 'noemie908'])
})

test('a hyphenated word is its parts and its whole', () => {
  expect(analyse('wifi', 'fr')).toEqual(['wif'])
  expect(analyse('Wi-Fi', 'fr')).toEqual(['wi', 'wif', 'fi'])
  expect(analyse('imprime-t-il', 'fr')).toEqual(['imprim'])
})

test('each token knows where its word stands in the original text', () => {
  const text = 'L’ordonnance coincée'
  const words = tokenize(text, 'fr').map((token) => text.slice(token.start, token.end))
  expect(words).toEqual(['ordonnance', 'coincée'])
})

test('a language without analysis is folded and split', () => {
  expect(analyse('Rezept für Müller', 'de')).toEqual(['rezept', 'fur', 'muller'])
})

import { expect, test } from 'vitest'
import { escapeHtml, highlight, snippet } from './highlight.ts'
import { createSearchIndex } from './search-index.ts'

const body =
  'Ouvrez le capot. Tirez doucement sur la feuille froissée. Le papier coincé sort alors sans se déchirer. Refermez.'
const index = createSearchIndex([
  { id: 'a', locale: 'fr', title: "L'ordonnance ne sort pas", body },
  { id: 'b', locale: 'fr', title: 'Tailles & formats <A4>', body: 'Le papier A4 est « standard ».' },
])
const concepts = (query: string) => index.concepts(query, 'fr')

test('the original word is marked, without its elided article', () => {
  expect(highlight("L'ordonnance ne sort pas", { concepts: concepts('ordonnances'), locale: 'fr' })).toEqual({
    value: "L'<em>ordonnance</em> ne sort pas",
    matchLevel: 'full',
    matchedWords: ['ordonnances'],
    fullyHighlighted: false,
  })
})

test('accents and endings do not matter, some words of several are a partial match', () => {
  const result = highlight('Le papier coincé', { concepts: concepts('papiers tordus'), locale: 'fr' })
  expect(result).toMatchObject({ value: 'Le <em>papier</em> coincé', matchLevel: 'partial', matchedWords: ['papiers'] })
  expect(highlight('Rien', { concepts: concepts('papiers'), locale: 'fr' })).toMatchObject({
    value: 'Rien',
    matchLevel: 'none',
  })
})

test('with HTML tags the text is escaped, with placeholders it is left alone', () => {
  const options = { concepts: concepts('formats'), locale: 'fr' }
  expect(highlight('Tailles & formats <A4>', options).value).toBe('Tailles &amp; <em>formats</em> &lt;A4&gt;')
  expect(highlight('Tailles & formats <A4>', { ...options, preTag: '__b__', postTag: '__/b__' }).value).toBe(
    'Tailles & __b__formats__/b__ <A4>',
  )
})

test('a snippet is cut around the matches', () => {
  expect(snippet(body, { concepts: concepts('papier coincé'), locale: 'fr', words: 6 })).toEqual({
    value: '…Le <em>papier</em> <em>coincé</em> sort alors sans…',
    matchLevel: 'full',
  })
})

test('a snippet without a match is the beginning', () => {
  expect(snippet(body, { concepts: concepts('xqzvbn'), locale: 'fr', words: 3 })).toEqual({
    value: 'Ouvrez le capot.…',
    matchLevel: 'none',
  })
  expect(snippet('Court.', { concepts: [], locale: 'fr', words: 10 }).value).toBe('Court.')
})

test('every sign that HTML reads is escaped', () => {
  expect(escapeHtml('<a href="x">l\'été & vous')).toBe("&lt;a href=&quot;x&quot;&gt;l'été &amp; vous")
})

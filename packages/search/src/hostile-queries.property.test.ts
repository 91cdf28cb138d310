import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlight, snippet } from './highlight.ts'
import { createSearchIndex } from './search-index.ts'

const body = "L'imprimante du secrétariat n'imprime plus les ordonnances : code B2-043, « hors ligne », Wi-Fi coupé."
const index = createSearchIndex(
  ['fr', 'en', 'de'].flatMap((locale) =>
    Array.from({ length: 20 }, (_, place) => ({
      id: `${locale}-${place}`,
      locale,
      title: `Imprimante ${place}`,
      symptoms: ["rien ne s'imprime", 'B2-043'],
      body,
    })),
  ),
  { synonyms: [['imprimante', 'machine à imprimer'], { input: 'code', synonyms: ['rejet'] }] },
)

const fragment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'imprimante',
    'imprimente ',
    "s'",
    "l'".repeat(60),
    'a-'.repeat(100),
    'B2-043',
    '9'.repeat(300),
    'é'.normalize('NFD').repeat(80),
    'e\u0301\u0302\u0303'.repeat(60),
    'im\u200Bpri\u200Dman\uFEFFte',
    '\u202Eetnamirpmi\u202C',
    '\u2066\u2069\u00AD',
    '😀👨‍👩‍👧‍👦🖨️',
    '\ud83d',
    'ﷺ'.repeat(50),
    '(a+)+$',
    '.*?{1,99999}',
    'title:"x"~5^3 AND NOT (foo* OR *:*) -bar',
    "'; DROP TABLE articles; --",
    '<script>alert(1)</script>',
    '__proto__ constructor toString hasOwnProperty',
    ' \u00A0\u2003\t\n\0',
  ),
)
const hostile = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''))

test('whatever is typed, an answer is a list of articles, best first, of a bounded number of concepts', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom('fr', 'en', 'de', undefined), (query, locale) => {
      let looked = 0
      const { hits, total, confidence } = index.search(query, {
        limit: 1000,
        ...(locale === undefined ? {} : { locale }),
        filter: () => {
          looked++
          return true
        },
      })
      expect(looked).toBeLessThanOrEqual(60)
      expect(hits).toHaveLength(total)
      expect(new Set(hits.map(({ id }) => id)).size).toBe(total)
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      for (const [place, { score, matches }] of hits.entries()) {
        expect(Number.isFinite(score)).toBe(true)
        expect(score).toBeLessThanOrEqual(hits[place - 1]?.score ?? Number.POSITIVE_INFINITY)
        expect(Object.keys(matches().terms).length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 300 },
  )
})

test('whatever is typed, a query is at most 80 words, and marking changes nothing of the text but the marks', () => {
  fc.assert(
    fc.property(hostile, (query) => {
      const concepts = index.concepts(query, 'fr')
      expect(concepts.length).toBeLessThanOrEqual(80)
      const marked = highlight(body, { concepts, locale: 'fr', preTag: '[', postTag: ']' }).value
      expect(marked.replaceAll(/[[\]]/g, '')).toBe(body)
      const cut = snippet(body, { concepts, locale: 'fr', preTag: '[', postTag: ']', words: 5, ellipsis: '' }).value
      expect(body).toContain(cut.replaceAll(/[[\]]/g, ''))
    }),
    { numRuns: 300 },
  )
})

test('a message of 10 000 signs is read as its first words', () => {
  const words = Array.from({ length: 1200 }, (_, place) => `mot${'abcdefghij'[place % 10]}${place}`)
  expect(index.concepts(words.join(' '), 'fr')).toHaveLength(80)
})

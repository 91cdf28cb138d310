import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContentServer, openContentServer } from '../../content-server.support.ts'

let help: ContentServer

beforeAll(async () => {
  help = await openContentServer()
})

afterAll(() => help.dispose())

async function post(route: string, body: unknown): Promise<{ status: number; answer: Record<string, unknown> }> {
  const response = await fetch(`${help.url}/1/indexes/${route}`, {
    method: 'POST',
    headers: { 'x-algolia-api-key': 'pk_medisoft' },
    body: JSON.stringify(body),
  })
  return { status: response.status, answer: await response.json() }
}

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    'facture '.repeat(1300),
    '\u200B\u202E\u2066facture\u2069\u202C\uFEFF',
    '🖨️😀👨‍👩‍👧‍👦',
    '\ud83d',
    '(a+)+$'.repeat(1700),
    'category:"x" AND NOT (title:* OR {!func}price) ~3^9',
    "l'".repeat(5000),
    '%00%zz&query=facture',
    '\0',
  ),
)
const values = fc.oneof(texts, fc.integer(), fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 3 }))
const parameters = fc.dictionary(
  fc.constantFrom(
    ...['query', 'page', 'hitsPerPage', 'filters', 'facetFilters', 'numericFilters', 'tagFilters', 'facets', 'params'],
    ...['attributesToRetrieve', 'attributesToHighlight', 'attributesToSnippet', 'highlightPreTag', 'ruleContexts'],
    ...['typoTolerance', 'offset', 'length', 'getRankingInfo', '__proto__', 'constructor'],
  ),
  values,
)

test('whatever is typed is answered', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (query) => {
      expect((await post('medisoft/query', { query, hitsPerPage: 5 })).status).toBe(200)
      expect((await post('*/queries', { requests: [{ indexName: 'medisoft', query }] })).status).toBe(200)
    }),
    { numRuns: 40 },
  )
})

test('whatever is asked is answered or refused, never failed at', async () => {
  await fc.assert(
    fc.asyncProperty(parameters, async (given) => {
      const one = await post('medisoft/query', given)
      expect([200, 400]).toContain(one.status)
      if (one.status === 400) expect(one.answer).toMatchObject({ status: 400, message: expect.any(String) })
      const many = await post('*/queries', { requests: [{ ...given, indexName: 'medisoft' }] })
      expect([200, 400]).toContain(many.status)
    }),
    { numRuns: 100 },
  )
})

test('between many queries of one request the server turns to others', async () => {
  const requests = Array.from({ length: 50 }, () => ({ indexName: 'medisoft', query: 'facture imprimante ' }))
  let turns = 0
  let answered = false
  const count = () => {
    turns++
    if (!answered) setImmediate(count)
  }
  setImmediate(count)
  const { answer } = await post('*/queries', { requests })
  answered = true
  expect(answer.results).toHaveLength(50)
  expect(turns).toBeGreaterThanOrEqual(49)
})

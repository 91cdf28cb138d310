import { algoliasearch } from 'algoliasearch'
import { liteClient } from 'algoliasearch/lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContentServer, openContentServer } from '../../content-server.support.ts'

let help: ContentServer

beforeAll(async () => {
  help = await openContentServer()
})

afterAll(() => help.dispose())

const hosts = () => [{ url: `127.0.0.1:${help.server.port}`, accept: 'readWrite', protocol: 'http' } as const]
const full = (appId = 'medisoft', key = 'pk_medisoft') => algoliasearch(appId, key, { hosts: hosts() })
const lite = () => liteClient('medisoft', 'pk_medisoft', { hosts: hosts() })

interface Hit {
  objectID: string
  title: string
  category: string
  locale: string
}

async function ask(searchParams: Record<string, unknown>, indexName = 'medisoft') {
  return full().searchSingleIndex<Hit>({ indexName, searchParams })
}

const idsOf = (answer: object) => (answer as { hits: Hit[] }).hits.map((hit) => hit.objectID)

test('the full client searches one index and gets marked hits', async () => {
  const answer = await ask({ query: "mon ordonnance ne s'imprime pas", hitsPerPage: 5 })
  expect(answer).toMatchObject({
    nbHits: 1,
    page: 0,
    nbPages: 1,
    hitsPerPage: 5,
    exhaustiveNbHits: true,
    query: "mon ordonnance ne s'imprime pas",
    params: "query=mon%20ordonnance%20ne%20s'imprime%20pas&hitsPerPage=5",
  })
  expect(answer.processingTimeMS).toBeGreaterThan(0)
  expect(answer.hits[0]).toMatchObject({
    objectID: 'imprimante',
    title: "L'ordonnance ne sort pas de l'imprimante",
    summary: 'Vérifier le voyant & le bac.',
    category: 'Ordonnances',
    locale: 'fr',
    _highlightResult: {
      title: {
        value: "L'<em>ordonnance</em> ne sort pas de l'<em>imprimante</em>",
        matchLevel: 'full',
        matchedWords: ['ordonnance', 'imprime'],
      },
      summary: { value: 'Vérifier le voyant &amp; le bac.', matchLevel: 'none' },
    },
  })
  expect(answer.hits[0]?._snippetResult).toMatchObject({ body: { matchLevel: 'none' } })
})

test('the lite client asks several indexes at once', async () => {
  const { results } = await lite().search<Hit>({
    requests: [
      { indexName: 'medisoft_fr', query: 'facture' },
      { indexName: 'medisoft_en', query: 'prescription' },
      { indexName: 'medisoft', query: 'xqzvbn' },
    ],
  })
  expect(results.map((answer) => ('hits' in answer ? [Reflect.get(answer, 'index'), idsOf(answer)] : null))).toEqual([
    ['medisoft_fr', ['facture']],
    ['medisoft_en', ['print']],
    ['medisoft', []],
  ])
})

test('older clients send their parameters as one encoded text, and a GET as a query string', async () => {
  const headers = { 'x-algolia-api-key': 'pk_medisoft', 'x-algolia-application-id': 'medisoft' }
  const posted = await fetch(`${help.url}/1/indexes/medisoft/query`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: JSON.stringify({ params: 'query=facture&hitsPerPage=1&attributesToRetrieve=%5B%22title%22%5D' }),
  })
  expect(await posted.json()).toMatchObject({
    hits: [{ objectID: 'facture', title: 'Créer une facture' }],
    params: 'query=facture&hitsPerPage=1&attributesToRetrieve=%5B%22title%22%5D',
  })
  const got = await help.get(
    '/1/indexes/medisoft?query=facture&x-algolia-api-key=pk_medisoft&x-algolia-application-id=medisoft',
  )
  expect(idsOf((await got.json()) as object)).toEqual(['facture'])
})

test('an empty query answers everything, by title, a page at a time', async () => {
  const first = await ask({ query: '', hitsPerPage: 3 })
  expect([idsOf(first), first.nbHits, first.nbPages]).toEqual([['rejet', 'facture', 'imprimante'], 4, 2])
  expect(idsOf(await ask({ query: '', hitsPerPage: 3, page: 1 }))).toEqual(['print'])
})

test('filters and facet filters narrow, facets count', async () => {
  expect(idsOf(await ask({ query: '', filters: 'category:"Facturation" AND locale:fr' }))).toEqual(['rejet', 'facture'])
  expect(idsOf(await ask({ query: '', facetFilters: [['topics:imprimante', 'locale:en']] }))).toEqual([
    'imprimante',
    'print',
  ])
  expect((await ask({ query: '', facets: ['category', 'locale'] })).facets).toEqual({
    category: { Facturation: 2, Ordonnances: 1, Prescriptions: 1 },
    locale: { fr: 3, en: 1 },
  })
})

test('attributes, tags and snippets are what the client asked for', async () => {
  const answer = await ask({
    query: 'capot',
    attributesToRetrieve: ['title'],
    attributesToHighlight: [],
    attributesToSnippet: ['body:4'],
    highlightPreTag: '__b__',
    highlightPostTag: '__/b__',
    snippetEllipsisText: '...',
  })
  expect(answer.hits).toEqual([
    {
      objectID: 'imprimante',
      title: "L'ordonnance ne sort pas de l'imprimante",
      _highlightResult: {},
      _snippetResult: { body: { value: '...le __b__capot__/b__, retirez le...', matchLevel: 'full' } },
    },
  ])
})

test('refusals have the shape the client understands, and our code', async () => {
  await expect(ask({ query: 'x', filters: 'price > 3' })).rejects.toMatchObject({
    name: 'ApiError',
    status: 400,
    message: 'filters: numeric comparison "price >" is not supported; use attribute:"value" at position 6.',
  })
  await expect(ask({ query: 'x' }, 'autre')).rejects.toMatchObject({ status: 404 })
  await expect(ask({ query: 'x', hitsPerPage: 5000 })).rejects.toMatchObject({ status: 400 })
  await expect(
    full('autre').searchSingleIndex({ indexName: 'medisoft', searchParams: { query: 'x' } }),
  ).rejects.toMatchObject({ status: 403 })
  const unknown = await fetch(`${help.url}/1/indexes/medisoft/query`, {
    method: 'POST',
    headers: { 'x-algolia-api-key': 'pk_autre' },
    body: '{}',
  })
  expect([unknown.status, await unknown.json()]).toEqual([
    401,
    {
      message: 'Key "pk_autre" belongs to no project here. Check the key in fanal.yaml.',
      status: 401,
      code: 'KEY_UNKNOWN',
    },
  ])
})

test('a body that is no JSON is refused, and the next request is served', async () => {
  const headers = { 'x-algolia-api-key': 'pk_medisoft' }
  for (const body of ['{', '[]', '"x"', 'null x']) {
    const answer = await fetch(`${help.url}/1/indexes/*/queries`, { method: 'POST', headers, body })
    expect([body, answer.status]).toEqual([body, 400])
  }
  expect((await ask({ query: 'facture' })).nbHits).toBe(1)
})

test('half an emoji, an unknown method and a huge body are answered in the same shape', async () => {
  const headers = { 'x-algolia-api-key': 'pk_medisoft' }
  const half = await fetch(`${help.url}/1/indexes/medisoft/query`, {
    method: 'POST',
    headers,
    body: '{"query":"facture \\ud83d"}',
  })
  expect([half.status, (await half.json()).nbHits]).toEqual([200, 1])
  const method = await fetch(`${help.url}/1/indexes/medisoft/query`, { method: 'PUT', headers })
  expect([method.status, await method.json()]).toEqual([
    405,
    { message: '/1/indexes/medisoft/query does not take PUT. Use POST.', status: 405, code: 'METHOD_NOT_ALLOWED' },
  ])
  const huge = await fetch(`${help.url}/1/indexes/medisoft/query`, {
    method: 'POST',
    headers,
    body: 'x'.repeat(70_000),
  })
  expect([huge.status, (await huge.json()).code]).toEqual([413, 'BODY_TOO_LARGE'])
})

test('filters that are not there are refused rather than passed over', async () => {
  await expect(ask({ query: '', numericFilters: ['revision>5'] })).rejects.toMatchObject({
    status: 400,
    message: 'numericFilters: is not supported; use filters or facetFilters.',
  })
  expect((await ask({ query: '', numericFilters: [], tagFilters: '' })).nbHits).toBe(4)
})

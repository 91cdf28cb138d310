import { algoliasearch } from 'algoliasearch'
import { liteClient } from 'algoliasearch/lite'
import algoliasearch4 from 'algoliasearch4'
import algoliasearchLite4 from 'algoliasearch4/lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
  expect(answer.hits[0]?._snippetResult).toMatchObject({ body: { matchLevel: 'partial' } })
})

test('an answer says how sure it is, and on request each hit says why it is one', async () => {
  const sure = await ask({ query: "mon ordonnance ne s'imprime pas", getRankingInfo: true })
  expect(Reflect.get(sure, '_fanal')).toEqual({ confidence: expect.closeTo(0.98, 1) })
  expect(sure.hits[0]).toMatchObject({
    _rankingInfo: { words: 3 },
    _fanal: { coverage: 1, words: ['ordonnance', 'ne', 'imprime'], terms: { ordon: ['title', 'symptoms'] } },
  })
  const guess = await ask({ query: 'ordonnance de vaccination au format paysage' })
  expect(Reflect.get(guess, '_fanal').confidence).toBeLessThan(0.5)
  expect(guess.hits[0]).not.toHaveProperty('_fanal')
  expect(await ask({ query: '' })).not.toHaveProperty('_fanal')
})

test('where the visitor is speaks for the articles written for it', async () => {
  const asked = { query: 'ordonnance facture', getRankingInfo: true }
  const first = async (ruleContexts: string[]) => (await ask({ ...asked, ruleContexts })).hits[0]
  expect(await first(['page:/ordonnances'])).toMatchObject({
    objectID: 'imprimante',
    _fanal: { prior: { value: 0.8, why: 'page:/ordonnances' } },
  })
  expect(await first(['campaign-42'])).not.toHaveProperty('_fanal.prior')
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
  await expect(ask({ query: 'x', filters: 'price > cher' })).rejects.toMatchObject({
    name: 'ApiError',
    status: 400,
    message: 'filters: a number is missing after "price >" at position 8.',
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
    {
      message: '/1/indexes/medisoft/query does not take PUT. Use GET, HEAD, POST.',
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
    },
  ])
  const huge = await fetch(`${help.url}/1/indexes/medisoft/query`, {
    method: 'POST',
    headers,
    body: 'x'.repeat(70_000),
  })
  expect([huge.status, (await huge.json()).code]).toEqual([413, 'BODY_TOO_LARGE'])
})

test('numeric filters and tags narrow; an attribute nobody has matches nothing', async () => {
  expect((await ask({ query: '', numericFilters: ['revision>5'] })).nbHits).toBe(0)
  expect((await ask({ query: '', numericFilters: ['revision<=1'], tagFilters: '' })).nbHits).toBe(4)
  expect(idsOf(await ask({ query: '', tagFilters: ['facturation'] }))).toEqual(['facture'])
  expect((await ask({ query: '', filters: 'price > 3' })).nbHits).toBe(0)
})

test('numbers have statistics, and a list may begin anywhere', async () => {
  const answer = await ask({ query: '', facets: ['revision', 'inconnu'], offset: 1, length: 2 })
  expect(idsOf(answer)).toEqual(['facture', 'imprimante'])
  expect(answer).toMatchObject({
    nbHits: 4,
    offset: 1,
    length: 2,
    facets: { revision: { 1: 4 } },
    facets_stats: { revision: { min: 1, max: 1, avg: 1, sum: 4 } },
  })
  expect(answer).not.toHaveProperty('page')
})

test('a hit says why it is one when asked', async () => {
  const answer = await ask({ query: 'facture', getRankingInfo: true })
  expect(answer.hits[0]?._rankingInfo).toMatchObject({ words: 1 })
  expect((await ask({ query: 'facture' })).hits[0]).not.toHaveProperty('_rankingInfo')
})

test('the values of a facet are searched and marked, HTML in them escaped', async () => {
  const client = full()
  expect(
    await client.searchForFacetValues({
      indexName: 'medisoft',
      facetName: 'category',
      searchForFacetValuesRequest: { facetQuery: 'fact', params: 'filters=locale%3Afr' },
    }),
  ).toMatchObject({
    facetHits: [{ value: 'Facturation', highlighted: '<em>Fact</em>uration', count: 2 }],
    exhaustiveFacetsCount: true,
  })
  await expect(client.searchForFacetValues({ indexName: 'medisoft', facetName: 'title' })).rejects.toMatchObject({
    status: 400,
  })
  const { results } = await lite().search({
    requests: [{ indexName: 'medisoft', type: 'facet', facet: 'topics', facetQuery: 'IMPR' }],
  })
  expect(results).toMatchObject([
    { facetHits: [{ value: 'imprimante', highlighted: '<em>impr</em>imante', count: 1 }] },
  ])
})

test('records are fetched by their ids', async () => {
  const client = full()
  expect(
    await client.getObject({ indexName: 'medisoft', objectID: 'facture', attributesToRetrieve: ['title', 'locale'] }),
  ).toEqual({ objectID: 'facture', title: 'Créer une facture', locale: 'fr' })
  await expect(client.getObject({ indexName: 'medisoft', objectID: 'absent' })).rejects.toMatchObject({ status: 404 })
  const requests = ['print', 'facture'].map((objectID) => ({ indexName: 'medisoft_fr', objectID }))
  const { results } = await client.getObjects<Hit>({ requests })
  expect(results.map((one) => one?.objectID)).toEqual([undefined, 'facture'])
})

describe('version 4 of the client', () => {
  const hosts4 = () => [{ url: `127.0.0.1:${help.server.port}`, protocol: 'http' }]
  const open = () => algoliasearch4('medisoft', 'pk_medisoft', { hosts: hosts4() })

  test('searches one index, several, the values of a facet, and fetches records', async () => {
    const client = open()
    const index = client.initIndex('medisoft')
    expect(idsOf(await index.search('facture', { attributesToRetrieve: ['title'], analytics: false }))).toEqual([
      'facture',
    ])
    const several = await client.multipleQueries<Hit>([
      { indexName: 'medisoft_fr', query: 'imprimante', params: { facets: ['category'], hitsPerPage: 1 } },
      { indexName: 'medisoft_en', query: 'prescription' },
    ])
    expect(several.results.map(idsOf)).toEqual([['imprimante'], ['print']])
    const values = await index.searchForFacetValues('category', 'ord')
    expect(values.facetHits).toEqual([{ value: 'Ordonnances', highlighted: '<em>Ord</em>onnances', count: 1 }])
    expect(await index.getObject<Hit>('facture')).toMatchObject({ title: 'Créer une facture' })
    const { results } = await index.getObjects<Hit>(['rejet', 'absent'])
    expect(results.map((one) => one?.objectID)).toEqual(['rejet', undefined])
  })

  test('searches as its lite build does', async () => {
    const client = algoliasearchLite4('medisoft', 'pk_medisoft', { hosts: hosts4() })
    const { results } = await client.search<Hit>([
      { indexName: 'medisoft', query: 'facture', params: { facetFilters: [['category:Facturation']] } },
      { indexName: 'medisoft', type: 'facet', facet: 'locale', params: { facetQuery: 'e' } },
    ] as Parameters<typeof client.search>[0])
    expect(results).toMatchObject([{ hits: [{ objectID: 'facture' }] }, { facetHits: [{ value: 'en', count: 1 }] }])
  })

  test('reads refusals', async () => {
    await expect(open().initIndex('autre').search('x')).rejects.toMatchObject({
      status: 404,
      message:
        'Index autre does not exist. Use "<project>" or "<project>_<locale>", with "_docsearch" after it for DocSearch.',
    })
  })
})

describe('an index for DocSearch', () => {
  interface Part {
    objectID: string
    type: string
    content: string | null
    hierarchy: Record<string, string | null>
    url: string
  }
  // What DocSearch 3 asks for.
  const levels = ['lvl0', 'lvl1', 'lvl2', 'lvl3', 'lvl4', 'lvl5', 'lvl6'].map((level) => `hierarchy.${level}`)
  const searchParams = {
    attributesToRetrieve: [...levels, 'content', 'type', 'url'],
    attributesToSnippet: [...levels.slice(1).map((level) => `${level}:10`), 'content:10'],
    snippetEllipsisText: '…',
    highlightPreTag: '<mark>',
    highlightPostTag: '</mark>',
  }

  test('holds an article by title, heading and text', async () => {
    const answer = await full().searchSingleIndex<Part>({
      indexName: 'medisoft_fr_docsearch',
      searchParams: { query: 'voyant', ...searchParams },
    })
    const [first, ...others] = answer.hits
    expect([answer.hits.map((hit) => [hit.objectID, hit.type]), answer.nbHits]).toEqual([
      [
        ['imprimante#le-voyant', 'lvl2'],
        ['imprimante#le-voyant/text', 'content'],
      ],
      2,
    ])
    expect(first).toMatchObject({
      url: '?fanal-article=imprimante',
      content: null,
      hierarchy: {
        lvl0: 'Ordonnances',
        lvl1: "L'ordonnance ne sort pas de l'imprimante",
        lvl2: 'Le voyant',
        lvl3: null,
      },
      _highlightResult: {
        hierarchy: { lvl0: { value: 'Ordonnances' }, lvl2: { value: 'Le <mark>voyant</mark>', matchLevel: 'full' } },
      },
      _snippetResult: { hierarchy: { lvl2: { value: 'Le <mark>voyant</mark>' } } },
    })
    expect(others[0]?._snippetResult).toMatchObject({ content: { matchLevel: 'full' } })
  })

  test('puts the title first where the title says as much, and takes DocSearch’s facets', async () => {
    const answer = await full().searchSingleIndex<Part>({
      indexName: 'medisoft_docsearch',
      searchParams: { query: 'facture', facetFilters: ['language:fr', ['type:lvl1', 'type:content']] },
    })
    expect(answer.hits[0]).toMatchObject({ objectID: 'facture', type: 'lvl1', hierarchy: { lvl0: 'Facturation' } })
  })
})

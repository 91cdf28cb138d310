import { readFileSync } from 'node:fs'
import { algoliasearch, type SearchParamsObject } from 'algoliasearch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ContentServer, openContentServer } from '../../content-server.support.ts'

const docs = readFileSync(new URL('../../../../../docs/search.md', import.meta.url), 'utf8')
let help: ContentServer

beforeAll(async () => {
  help = await openContentServer()
})

afterAll(() => help.dispose())

interface Hit {
  objectID: string
}

async function ask(searchParams: SearchParamsObject) {
  const hosts = [{ url: `127.0.0.1:${help.server.port}`, accept: 'readWrite', protocol: 'http' } as const]
  const client = algoliasearch('medisoft', 'pk_medisoft', { hosts })
  return client.searchSingleIndex<Hit>({ indexName: 'medisoft_fr', searchParams })
}

const found = async (searchParams: SearchParamsObject) => (await ask(searchParams)).hits.map(({ objectID }) => objectID)

/** Every parameter that the client of Algolia's knows: a new one makes this fail to compile. */
const every = {
  query: 'facture',
  similarQuery: 'règlement',
  filters: 'locale:fr',
  facetFilters: [['category:Facturation', 'category:Ordonnances']],
  optionalFilters: ['category:Facturation<score=2>'],
  numericFilters: ['revision>=1'],
  tagFilters: [['facturation', 'imprimante']],
  sumOrFiltersScores: true,
  restrictSearchableAttributes: ['title'],
  facets: ['category'],
  facetingAfterDistinct: true,
  page: 0,
  offset: 0,
  length: 20,
  aroundLatLng: '48.85,2.35',
  aroundLatLngViaIP: false,
  aroundRadius: 'all',
  aroundPrecision: 10,
  minimumAroundRadius: 1,
  insideBoundingBox: null,
  insidePolygon: [[1, 1, 2, 2, 3, 3]],
  naturalLanguages: ['fr'],
  ruleContexts: ['page:/ordonnances'],
  personalizationImpact: 50,
  userToken: 'anonymous-1',
  getRankingInfo: true,
  synonyms: true,
  clickAnalytics: true,
  analytics: true,
  analyticsTags: ['aide'],
  percentileComputation: true,
  enableABTest: true,
  attributesToRetrieve: ['title'],
  ranking: ['typo', 'words'],
  relevancyStrictness: 90,
  attributesToHighlight: ['title'],
  attributesToSnippet: ['body:10'],
  highlightPreTag: '<b>',
  highlightPostTag: '</b>',
  snippetEllipsisText: '...',
  restrictHighlightAndSnippetArrays: true,
  hitsPerPage: 5,
  minWordSizefor1Typo: 4,
  minWordSizefor2Typos: 8,
  typoTolerance: 'min',
  allowTyposOnNumericTokens: false,
  disableTypoToleranceOnAttributes: ['errors'],
  ignorePlurals: ['fr'],
  removeStopWords: ['fr'],
  queryLanguages: ['fr'],
  decompoundQuery: true,
  enableRules: true,
  enablePersonalization: false,
  queryType: 'prefixLast',
  removeWordsIfNoResults: 'allOptional',
  mode: 'keywordSearch',
  semanticSearch: { eventSources: null },
  advancedSyntax: true,
  optionalWords: ['facture'],
  disableExactOnAttributes: ['body'],
  exactOnSingleWordQuery: 'attribute',
  alternativesAsExact: ['ignorePlurals'],
  advancedSyntaxFeatures: ['exactPhrase'],
  distinct: true,
  replaceSynonymsInHighlight: false,
  minProximity: 1,
  responseFields: ['*'],
  maxValuesPerFacet: 10,
  sortFacetValuesBy: 'alpha',
  attributeCriteriaComputedByMinProximity: true,
  attributeCriteriaComputedBy: 'minProximity',
  renderingContent: {},
  enableReRanking: true,
  reRankingApplyFilter: null,
} satisfies Required<SearchParamsObject>

test.for(Object.entries(every))('%s is taken, and said in docs/search.md', async ([name, value]) => {
  expect(await found({ query: 'facture', [name]: value })).toContain('facture')
  expect(docs.includes(`\`${name}\``)).toBe(true)
})

test('all of them at once are taken as well', async () => {
  expect(await found(every)).toEqual(['facture'])
})

describe('typoTolerance', () => {
  test('false finds words as they are written alone, and marks no other', async () => {
    expect(await found({ query: 'factrue' })).toEqual(['facture'])
    expect(await found({ query: 'factrue', typoTolerance: false })).toEqual([])
    const typed = await ask({ query: 'ordonnance voyent', typoTolerance: false, attributesToSnippet: ['body'] })
    expect(typed.hits[0]?._snippetResult).toEqual({
      body: { value: expect.not.stringContaining('<em>'), matchLevel: 'none' },
    })
  })

  test('true, min and strict correct what no article has, to the nearest spellings', async () => {
    for (const typoTolerance of [true, 'true', 'min', 'strict'] as const) {
      expect([typoTolerance, await found({ query: 'factrue', typoTolerance })]).toEqual([typoTolerance, ['facture']])
    }
  })

  test('anything else is refused', async () => {
    await expect(ask({ query: 'facture', typoTolerance: 'loose' as 'min' })).rejects.toMatchObject({
      status: 400,
      message: 'typoTolerance: must be true, false, "min" or "strict".',
    })
  })
})

test('synonyms of the project are asked unless the client says not to', async () => {
  help.content.write('synonyms.yaml', '- [facture, note d’honoraires]\n- { input: papier, synonyms: [capot] }\n')
  await expect.poll(() => found({ query: 'note d’honoraires' }), { timeout: 15_000 }).toEqual(['facture'])
  expect(await found({ query: 'note d’honoraires', synonyms: false })).toEqual([])
})

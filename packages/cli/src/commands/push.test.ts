import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type AlgoliaStandIn, startAlgolia } from '../algolia/algolia.support.ts'
import { fanal } from '../command.support.ts'

let folder: string
let algolia: AlgoliaStandIn

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fanal-push-'))
  algolia = await startAlgolia('admin-key')
  vi.stubEnv('ALGOLIA_HOST', algolia.url)
  vi.stubEnv('ALGOLIA_APP_ID', 'APP123')
  vi.stubEnv('ALGOLIA_ADMIN_KEY', 'admin-key')
  write('fanal.yaml', 'project: medisoft\nlocales: [fr, en]\nsearch: { engine: algolia, index: aide }\n')
  write('synonyms.yaml', '- [fse, feuille de soins électronique]\n- { input: carte, synonyms: [carte vitale] }\n')
  write(
    'articles/rejet.md',
    `---
title: Corriger un rejet
category: Facturation
summary: En une minute.
topics: [facturation]
errors: [B2-043]
symptoms: [mon lot est rejeté]
---
## Où cliquer

Cliquez sur **Corriger**.
`,
  )
})

afterEach(() => {
  vi.unstubAllEnvs()
  algolia.close()
  rmSync(folder, { recursive: true })
})

function write(name: string, text: string): void {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const push = () => fanal(['push', folder, '--algolia'])
const sent = (name: string) => algolia.received.filter((one) => one.name === name)

/** Records that were sent, in order. */
function records(): Record<string, unknown>[] {
  return sent('batch').flatMap(({ body }) => {
    return (body as { requests: { body: Record<string, unknown> }[] }).requests.map((one) => one.body)
  })
}

test('publishes records, settings, synonyms and rules', async () => {
  expect(await push()).toEqual({
    code: 0,
    out: '1 articles (1 records), 2 synonyms, 1 rules in index aide\n',
    err: '',
  })
  expect(records()).toEqual([
    {
      objectID: 'rejet',
      articleId: 'rejet',
      title: 'Corriger un rejet',
      summary: 'En une minute.',
      category: 'Facturation',
      locale: 'fr',
      topics: ['facturation'],
      features: [],
      errors: ['B2-043'],
      symptoms: ['mon lot est rejeté'],
      audience: null,
      _tags: ['facturation'],
      headings: ['Où cliquer'],
      body: 'Où cliquer\nCliquez sur Corriger.',
      part: 0,
    },
  ])
  expect(sent('settings')[0]).toMatchObject({
    address: '/1/indexes/aide/settings',
    headers: { 'x-algolia-application-id': 'APP123' },
    body: {
      searchableAttributes: [
        'unordered(title)',
        'unordered(symptoms)',
        'errors',
        'summary',
        'headings',
        'unordered(body)',
      ],
      queryLanguages: ['fr', 'en'],
      ignorePlurals: ['fr', 'en'],
      removeStopWords: ['fr', 'en'],
      customRanking: ['asc(part)'],
      attributeForDistinct: 'articleId',
    },
  })
  expect(sent('synonyms')[0]).toMatchObject({
    address: '/1/indexes/aide/synonyms/batch?replaceExistingSynonyms=true',
    body: [
      { objectID: 'synonym-1', type: 'synonym', synonyms: ['fse', 'feuille de soins électronique'] },
      { objectID: 'synonym-2', type: 'onewaysynonym', input: 'carte', synonyms: ['carte vitale'] },
    ],
  })
  expect(sent('rules')[0]).toMatchObject({
    address: '/1/indexes/aide/rules/batch?clearExistingRules=true',
    body: [
      {
        conditions: [{ pattern: 'B2-043', anchoring: 'contains' }],
        consequence: { promote: [{ objectIDs: ['rejet'], position: 0 }] },
      },
    ],
  })
})

test('a group of synonyms too large for Algolia becomes one-way ones', async () => {
  const phrases = Array.from({ length: 21 }, (_, place) => `mot${place}`)
  write('synonyms.yaml', `- [${phrases.join(', ')}]\n`)
  expect((await push()).code).toBe(0)
  const synonyms = sent('synonyms')[0]?.body as { type: string; input: string; synonyms: string[] }[]
  expect([synonyms.length, synonyms[0]?.type, synonyms[0]?.input, synonyms[0]?.synonyms.length]).toEqual([
    21,
    'onewaysynonym',
    'mot0',
    20,
  ])
})

test('puts the records into the index at once, through another one', async () => {
  await push()
  const operations = sent('operation').map(({ body }) => (body as { operation: string }).operation)
  expect(operations).toEqual(['copy', 'copy', 'move'])
  expect(sent('batch')[0]?.address).not.toBe('/1/indexes/aide/batch')
  expect(sent('operation').at(-1)?.body).toMatchObject({ operation: 'move', destination: 'aide' })
})

test('splits an article over the limit, losing no word', async () => {
  const paragraphs = Array.from({ length: 400 }, (_, place) => `Étape ${place} : vérifiez l’imprimante "A" du cabinet.`)
  write('articles/long.md', `---\ntitle: Long\n---\n${paragraphs.join('\n\n')}\n\n${'mot '.repeat(6000)}\n`)
  expect((await push()).code).toBe(0)
  const parts = records().filter(({ articleId }) => articleId === 'long')
  expect(parts.length).toBeGreaterThan(3)
  expect(parts.slice(0, 2).map(({ objectID, part }) => [objectID, part])).toEqual([
    ['long', 0],
    ['long#2', 1],
  ])
  expect(Math.max(...parts.map((one) => Buffer.byteLength(JSON.stringify(one))))).toBeLessThanOrEqual(10_000)
  const words = parts.flatMap(({ body }) => String(body).split(/\s+/))
  expect(words.filter((word) => word === 'mot')).toHaveLength(6000)
  expect(words.filter((word) => word === 'Étape')).toHaveLength(400)
})

test('says what is missing, and what Algolia refuses', async () => {
  vi.stubEnv('ALGOLIA_ADMIN_KEY', 'search-key')
  expect(await push()).toEqual({
    code: 1,
    out: '',
    err: 'Algolia refused (403): Invalid Application-ID or API key\n',
  })
  vi.stubEnv('ALGOLIA_ADMIN_KEY', '')
  expect(await push()).toMatchObject({ code: 2, err: expect.stringMatching(/^ALGOLIA_ADMIN_KEY is not set/) })
  vi.stubEnv('ALGOLIA_APP_ID', '')
  expect(await push()).toMatchObject({ code: 2, err: expect.stringMatching(/ALGOLIA_APP_ID/) })
  expect((await fanal(['push', folder])).code).toBe(2)
  expect((await fanal(['push', join(folder, 'absent'), '--algolia'])).code).toBe(2)
})

test('publishes nothing while the content has errors', async () => {
  write('articles/broken.md', '---\ntitle: Sans fin\n')
  expect(await push()).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^Nothing was published: 1 errors/),
  })
  expect(algolia.received).toEqual([])
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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
  write(
    'fanal.yaml',
    'project: medisoft\nlocales: [fr, en]\nsearch: { engine: algolia, appId: APP123, searchKey: search-only-key, index: aide }\n',
  )
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

interface Rule {
  objectID: string
  description: string
  conditions: Record<string, string>[]
  consequence: { promote: { objectIDs: string[] }[] }
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
    out: '1 article (1 record), 2 synonyms, 3 rules in index aide\n',
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
    address: expect.stringMatching(/^\/1\/indexes\/aide_tmp_\w+\/settings$/),
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
    address: expect.stringMatching(/^\/1\/indexes\/aide_tmp_\w+\/synonyms\/batch$/),
    body: [
      { objectID: 'synonym-1', type: 'synonym', synonyms: ['fse', 'feuille de soins électronique'] },
      { objectID: 'synonym-2', type: 'onewaysynonym', input: 'carte', synonyms: ['carte vitale'] },
    ],
  })
})

test('what articles are for becomes rules: a code in the query, and a place that is named while nothing is typed', async () => {
  write(
    'articles/lots.md',
    '---\ntitle: Envoyer un lot\npages: [/facturation/lots, "/lots/:id/**"]\ntopics: [facturation]\n---\nx\n',
  )
  write('articles/vitale.md', '---\ntitle: Lire la carte\nerrors: [VIT 01, B2-043]\nfeatures: [carte.vitale]\n---\nx\n')
  expect((await push()).code).toBe(0)
  const rules = sent('rules')[0]?.body as Rule[]
  const shown = rules.map(({ objectID, conditions: [condition], consequence }) => [
    objectID,
    ...Object.values(condition ?? {}),
    ...(consequence.promote[0]?.objectIDs ?? []),
  ])
  expect(shown).toEqual([
    ['error-1', 'B2-043', 'contains', 'rejet', 'vitale'],
    ['error-2', 'VIT 01', 'contains', 'vitale'],
    ['context-page-_facturation_lots', '', 'is', 'page-_facturation_lots', 'lots'],
    ['context-page-_lots__id___', '', 'is', 'page-_lots__id___', 'lots'],
    ['context-topic-facturation', '', 'is', 'topic-facturation', 'lots', 'rejet'],
    ['context-feature-carte_vitale', '', 'is', 'feature-carte_vitale', 'vitale'],
    ['context-error-B2-043', '', 'is', 'error-B2-043', 'rejet', 'vitale'],
    ['context-error-VIT_01', '', 'is', 'error-VIT_01', 'vitale'],
  ])
  expect(rules[2]?.description).toBe('Nothing typed on page /facturation/lots')
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

test('builds everything in another index, which takes the place of the one there is', async () => {
  await push()
  const steps = algolia.received.filter(({ name }) => name !== 'task').map(({ name, address }) => [name, address])
  const temporary = expect.stringMatching(/^\/1\/indexes\/aide_tmp_\w+\//)
  expect(steps).toEqual([
    ['operation', '/1/indexes/aide/operation'],
    ['settings', temporary],
    ['synonyms', temporary],
    ['rules', temporary],
    ['batch', temporary],
    ['operation', temporary],
  ])
  expect(sent('operation').map(({ body }) => body)).toMatchObject([
    { operation: 'copy', scope: ['settings'] },
    { operation: 'move', destination: 'aide' },
  ])
})

test('leaves the index as it is when something is refused on the way, and nothing beside it', async () => {
  algolia.refused = 'batch'
  expect(await push()).toEqual({ code: 1, out: '', err: 'Algolia refused (402): Record quota exceeded.\n' })
  const moved = sent('operation').filter(({ body }) => (body as { operation: string }).operation === 'move')
  expect(moved).toEqual([])
  expect(sent('delete').map(({ address }) => address)).toEqual([expect.stringMatching(/^\/1\/indexes\/aide_tmp_\w+$/)])
})

test('shows how far it is on a terminal', async () => {
  const isTTY = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY')
  Object.defineProperty(process.stderr, 'isTTY', { value: true, configurable: true })
  const { err, out } = await push()
  Object.defineProperty(process.stderr, 'isTTY', isTTY ?? { value: undefined, configurable: true })
  expect(err).toContain('0 of 1 records')
  expect(err.endsWith('\r\u001b[K')).toBe(true)
  expect(out).toMatch(/^1 article /)
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
    err: 'Algolia refused (403): Invalid Application-ID or API key. The key in ALGOLIA_ADMIN_KEY must be one of this application that may write: addObject, deleteObject, deleteIndex, editSettings, settings.\n',
  })
  vi.stubEnv('ALGOLIA_ADMIN_KEY', '')
  expect(await push()).toMatchObject({ code: 2, err: expect.stringMatching(/^ALGOLIA_ADMIN_KEY is not set/) })
  vi.stubEnv('ALGOLIA_APP_ID', '')
  write('fanal.yaml', 'project: medisoft\nlocales: [fr, en]\nsearch: { engine: embedded, index: aide }\n')
  expect(await push()).toMatchObject({ code: 2, err: expect.stringMatching(/ALGOLIA_APP_ID/) })
  expect((await fanal(['push', folder])).code).toBe(2)
  expect((await fanal(['push', join(folder, 'absent'), '--algolia'])).code).toBe(2)
})

test('publishes nothing while the content has errors', async () => {
  write('articles/broken.md', '---\ntitle: Sans fin\n')
  expect(await push()).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^Nothing was published: 1 error\. Run fanal check/),
  })
  expect(algolia.received).toEqual([])
})

test('publishes no empty help', async () => {
  rmSync(join(folder, 'articles'), { recursive: true })
  expect(await push()).toEqual({
    code: 1,
    out: '',
    err: `Nothing was published: ${folder} holds no article, and the index would be emptied. Name the folder of the help.\n`,
  })
  expect(algolia.received).toEqual([])
})

test('says that Algolia cannot be reached, or that something else answers in its place', async () => {
  vi.stubEnv('ALGOLIA_HOST', 'http://127.0.0.1:9')
  expect(await push()).toMatchObject({ code: 3, out: '', err: expect.stringMatching(/^Algolia could not be reached/) })
  const proxy = createServer((_, response) => void response.end('<html>Connexion requise</html>'))
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('ALGOLIA_HOST', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`)
  expect(await push()).toMatchObject({ code: 3, out: '', err: expect.stringMatching(/^What answered is not Algolia/) })
  proxy.close()
  vi.stubEnv('ALGOLIA_HOST', 'nowhere')
  expect(await push()).toMatchObject({ code: 2, err: expect.stringMatching(/^ALGOLIA_HOST "nowhere" is no address/) })
})

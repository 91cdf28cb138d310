/** What was searched in vain is asked again until an article answers it; clock and network are the test's, the database is the browser's. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Facts, Memory } from '../../chunks.ts'
import { config } from '../../ui/testing/sample-help.ts'
import { openMemory } from './open-memory.ts'

const start = Date.UTC(2026, 10, 12, 9)
const minuteMs = 60_000
const hourMs = 3_600_000

let now: number
let key: string
let undos: (() => unknown)[]
/** what the index answers each query with; none without an entry */
let index: Record<string, { objectID: string; title: string; updatedAt: string }[]>
/** how sure it is of its answers; it does not say without an entry */
let sure: Record<string, number>
let asked: string[][]
let isAway: boolean

beforeEach(() => {
  now = start
  key = `pk_${crypto.randomUUID().slice(0, 8)}`
  undos = []
  index = {}
  sure = {}
  asked = []
  isAway = false
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    expect(String(input)).toBe('https://help.example.com/1/indexes/*/queries')
    const { requests } = JSON.parse(String(init?.body)) as { requests: { indexName: string; query: string }[] }
    asked.push(requests.map(({ indexName, query }) => `${indexName} ${query}`))
    if (isAway) throw new TypeError('Failed to fetch')
    const answer = (query: string) => ({
      hits: index[query] ?? [],
      ...(query in sure && { _fanal: { confidence: sure[query] } }),
    })
    return Response.json({ results: requests.map(({ query }) => answer(query)) })
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const undo of undos.splice(0)) await undo()
  localStorage.clear()
})

function open(): Facts & { memory: Memory } {
  const facts: Facts = { early: [], note: () => {} }
  const memory = openMemory(
    {
      key,
      host: 'https://help.example.com',
      locale: 'fr',
      config: config('fr'),
      mayStore: () => true,
      guard: (run) => run(),
      on: () => () => {},
      load: () => Promise.reject(new TypeError('no chunks here')),
      getJson: () => Promise.reject(new TypeError('nothing is fetched here')),
      onDestroy: (undo) => void undos.push(undo),
    },
    facts,
  )
  return Object.assign(facts, { memory })
}

/** A page view in which something is searched; the next one begins a minute later. */
const search = (query: string, hits: number, ...then: string[]) => searchSure(query, hits, {}, ...then)

async function searchSure(query: string, hits: number, told: object, ...then: string[]): Promise<void> {
  const { note, memory } = open()
  note('search_committed', { searchId: '1', query, hits, ...told })
  for (const name of then) note(name, {})
  await memory.recentQueries()
  now += minuteMs
}

const fax = { objectID: 'telecopie', title: 'Envoyer une télécopie', updatedAt: '2026-11-12T10:00:00Z' }

it('an article that answers it now is told once', async () => {
  await search('télécopie de Marie.Durand@cabinet.fr', 0)
  index['télécopie de [email]'] = [fax]
  expect(await open().memory.news()).toEqual([
    { query: 'télécopie de [email]', articleId: 'telecopie', title: 'Envoyer une télécopie' },
  ])
  expect(asked).toEqual([['cabinet_fr télécopie de [email]']])
  now += 24 * hourMs
  expect(await open().memory.news()).toEqual([])
  expect(asked).toHaveLength(1)
})

it('several that one article answers are told as one, and asked in one request', async () => {
  await search('télécopie', 0)
  await search('fax', 0)
  index = { télécopie: [fax], fax: [fax] }
  expect(await open().memory.news()).toEqual([{ query: 'fax', articleId: 'telecopie', title: 'Envoyer une télécopie' }])
  expect(asked).toEqual([['cabinet_fr fax', 'cabinet_fr télécopie']])
  expect(await open().memory.news()).toEqual([])
})

it('is not asked in the breath in which it was searched, and then at most every six hours', async () => {
  const { note, memory } = open()
  now += minuteMs
  note('search_committed', { searchId: '1', query: 'fax', hits: 0 })
  expect(await memory.news()).toEqual([])
  expect(asked).toEqual([])
  now += hourMs + 1
  await memory.news()
  now += 5 * hourMs
  await memory.news()
  expect(asked).toHaveLength(1)
  now += hourMs + 1
  await memory.news()
  expect(asked).toHaveLength(2)
})

it('without network nothing is told, and it is asked another time', async () => {
  await search('fax', 0)
  isAway = true
  expect(await open().memory.news()).toEqual([])
  isAway = false
  index.fax = [fax]
  now += 7 * hourMs
  expect(await open().memory.news()).toHaveLength(1)
})

it('what was found and opened is no search in vain', async () => {
  await search('fax', 3, 'article_opened', 'contact_opened')
  index.fax = [fax]
  expect(await open().memory.news()).toEqual([])
  expect(asked).toEqual([])
})

it('what was found, and left for the form, waits for an article written or changed since', async () => {
  await search('fax', 3, 'contact_opened')
  index.fax = [{ ...fax, updatedAt: '2026-11-12T08:00:00Z' }]
  expect(await open().memory.news()).toEqual([])
  index.fax = [{ ...fax, objectID: 'ancien', updatedAt: '2026-11-12T08:00:00Z' }, fax]
  now += 7 * hourMs
  expect(await open().memory.news()).toMatchObject([{ articleId: 'telecopie' }])
})

it('guesses are a search in vain too, which only a sure answer written since ends', async () => {
  await searchSure('fax', 3, { confidence: 0.49 })
  index.fax = [fax]
  sure.fax = 0.49
  expect(await open().memory.news()).toEqual([])
  sure.fax = 0.5
  now += 7 * hourMs
  expect(await open().memory.news()).toMatchObject([{ query: 'fax', articleId: 'telecopie' }])
})

it('where nothing was found guesses are no answer either', async () => {
  await search('fax', 0)
  index.fax = [fax]
  sure.fax = 0.3
  expect(await open().memory.news()).toEqual([])
  expect(asked).toHaveLength(1)
})

it('what was searched without the index says nothing about the help', async () => {
  const { note, memory } = open()
  await memory.search('Fax')
  note('search_committed', { searchId: '1', query: 'fax', hits: 0 })
  await memory.recentQueries()
  now += 2 * hourMs
  expect(await memory.news()).toEqual([])
  expect(asked).toEqual([])
})

it('goes with the queries, and after three months', async () => {
  await search('fax', 0)
  const { memory } = open()
  await memory.forgetQueries()
  now += 7 * hourMs
  await memory.news()
  await search('fax', 0)
  now += 91 * 24 * hourMs
  await open().memory.news()
  expect(asked).toEqual([])
})

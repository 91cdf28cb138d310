import type { SearchResponse, Signal } from '@fanal/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContentServer, openContentServer } from '../../content-server.support.ts'

const minuteMs = 60_000
const twin = (title: string) => `---\ntitle: ${title}\ncategory: Sauvegarde\n---\nBranchez le disque.\n`

let help: ContentServer
let now = Date.parse('2026-03-02T09:00:00Z')
let sent = 0

beforeAll(async () => {
  help = await openContentServer(() => now, {
    'articles/sauvegarde-a.md': twin('Sauvegarder sur un disque'),
    'articles/sauvegarde-b.md': twin('Sauvegarder sur un disque'),
    'articles/sauvegarde-c.md': twin('Retrouver un disque de sauvegarde perdu'),
  })
})
afterAll(() => help.dispose())

async function search(query: string): Promise<SearchResponse> {
  const answer = await fetch(`${help.url}/1/indexes/medisoft_fr/query`, {
    method: 'POST',
    headers: { 'x-algolia-api-key': 'pk_medisoft', 'x-algolia-application-id': 'medisoft' },
    body: JSON.stringify({ query, getRankingInfo: true }),
  })
  return (await answer.json()) as SearchResponse
}
const idsOf = async (query: string) => (await search(query)).hits.map(({ objectID }) => objectID)

const uuid = (kind: number) => `0195e3a0-000${kind}-7000-8000-${String(sent).padStart(12, '0')}`

/** Somebody else each time, who reads the article and votes on it. */
async function readBy(people: number, articleId: string, helpful: boolean): Promise<void> {
  for (let person = 0; person < people; person++) {
    sent += 1
    const one = { at: now, sessionId: `s${sent}`, page: { key: '/' } }
    const signals = [
      { ...one, id: uuid(1), name: 'article_read', props: { articleId, revision: 1, activeMs: 20_000 } },
      { ...one, id: uuid(2), name: 'vote_cast', props: { articleId, revision: 1, helpful } },
    ] as Signal[]
    const answer = await fetch(`${help.url}/v1/signals`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: 'pk_medisoft', sentAt: now, signals }),
    })
    expect(await answer.json()).toMatchObject({ accepted: 2 })
  }
  now += minuteMs
}

test('articles that answer alike stand in the order of their ids while nobody has read them, and say nothing of use', async () => {
  const { hits } = await search('sauvegarder disque')
  expect(hits.map(({ objectID }) => objectID)).toEqual(['sauvegarde-a', 'sauvegarde-b', 'sauvegarde-c'])
  expect(hits[0]?._fanal).not.toHaveProperty('prior')
})

test('the one that is read and found helpful comes first, and says so; a better answer stays above it', async () => {
  await readBy(20, 'sauvegarde-b', true)
  const { hits } = await search('sauvegarder disque')
  expect(hits.map(({ objectID }) => objectID)).toEqual(['sauvegarde-b', 'sauvegarde-a', 'sauvegarde-c'])
  const [b, a] = hits.map(({ _fanal }) => _fanal?.prior)
  expect(b).toMatchObject({ value: 0, why: 'use' })
  expect(b?.use).toBeGreaterThan(0.8)
  expect(a?.use).toBeLessThan(0.5)
  expect((await idsOf('retrouver disque perdu'))[0]).toBe('sauvegarde-c')
})

test('it follows what is read and voted since, within a minute', async () => {
  await readBy(40, 'sauvegarde-a', true)
  expect((await idsOf('sauvegarder disque')).slice(0, 2)).toEqual(['sauvegarde-a', 'sauvegarde-b'])
})

test('what is read most does not come before a clearly better answer', async () => {
  await readBy(40, 'sauvegarde-c', true)
  expect((await idsOf('sauvegarder sur un disque'))[0]).not.toBe('sauvegarde-c')
})

test('readers who find it useless lower an article, however many they are', async () => {
  const useOf = async () =>
    (await search('sauvegarder disque')).hits.find(({ objectID }) => objectID === 'sauvegarde-a')?._fanal?.prior?.use
  const before = await useOf()
  await readBy(80, 'sauvegarde-a', false)
  expect(await useOf()).toBeLessThan(before ?? 0)
})

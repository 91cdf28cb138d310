import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Phrasing } from '@fanal/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPerson, openTestApp, type TestApp } from '../../app.support.ts'
import { openKnowledge } from '../../knowledge/open-knowledge.ts'
import { phrasingsRollup } from '../../learning/phrasings-rollup.ts'
import { refreshPhrasings } from '../../learning/refresh-phrasings.ts'

const headers = { authorization: 'Bearer sk_0123456789abcdef0123' }
const words = 'ça mouline'
let testApp: TestApp
let made = 0

beforeEach(async () => {
  testApp = await openTestApp({ settings: 'project: medisoft\nlocales: [fr]\n' })
  const folder = testApp.services.knowledge.get('medisoft')?.folder ?? ''
  const articles = {
    scanner: '---\ntitle: Le scanner est lent\n---\nÉteignez le scanner.\n',
    lecteur: '---\ntitle: Changer de lecteur\n---\nDébranchez le lecteur.\n',
  }
  for (const [id, text] of Object.entries(articles)) writeFileSync(join(folder, 'articles', `${id}.md`), text)
  await openAgain()
})

afterEach(() => testApp.dispose())

/** Reads the content folder as a new start does. */
async function openAgain(): Promise<void> {
  const { services } = testApp
  const folder = services.knowledge.get('medisoft')?.folder ?? ''
  await services.knowledge.close()
  const { store, now, log } = services
  services.knowledge = await openKnowledge({ folders: [folder], store, now, log, watch: false })
}

async function call(method: 'GET' | 'PUT' | 'DELETE', id = '', article = 'scanner') {
  const url = `/v1/articles/${article}/phrasings${id && `/${id}`}`
  const answer = await testApp.app.inject({ method, url, headers })
  return { status: answer.statusCode, body: answer.json() }
}

async function phrasings(): Promise<Phrasing[]> {
  const { status, body } = await call('GET')
  expect([status, body.articleId, body.total]).toEqual([200, 'scanner', body.phrasings.length])
  return body.phrasings
}

/** What a visitor's panel would find. */
async function find(query: string): Promise<string[]> {
  const url = '/1/indexes/medisoft/query'
  const answer = await testApp.app.inject({
    method: 'POST',
    url,
    headers: { 'x-algolia-api-key': 'pk_medisoft', 'x-algolia-application-id': 'medisoft' },
    payload: { query },
  })
  return answer.json().hits.map(({ objectID }: { objectID: string }) => objectID)
}

/** Somebody of an account searches in vain, finds the article from another one, reads it and votes. */
async function helpedAnotherWay(account: string, query = words, helpful = true): Promise<void> {
  const start = testApp.clock.now - 10 * 60_000
  const article = { articleId: 'scanner', revision: 1 }
  const story: [name: string, props: object][] = [
    ['search_committed', { searchId: `${account} ${query}`, query, hits: 0 }],
    ['article_opened', { articleId: 'lecteur', revision: 1, from: 'suggestion' }],
    ['article_opened', { ...article, from: 'related' }],
    ['article_read', { ...article, activeMs: 15_000 }],
    ['vote_cast', { ...article, helpful }],
  ]
  const signals = story.map(([name, props], place) => {
    made += 1
    return {
      id: `0195e3a0-0000-7000-8000-${String(made).padStart(12, '0')}`,
      name,
      at: start + place * 60_000,
      sessionId: account,
      visitorId: `dr-${account}`,
      accountId: account,
      page: { key: '/documents' },
      props,
    }
  })
  const payload = { key: 'pk_medisoft', sentAt: testApp.clock.now, signals }
  const answer = await testApp.app.inject({ method: 'POST', url: '/v1/signals', payload })
  expect(answer.json()).toEqual({ accepted: 5, duplicates: 0, rejected: [] })
}

async function threeAccounts(): Promise<void> {
  for (const account of ['lyon', 'nice', 'brest']) await helpedAnotherWay(account)
}

test('what three accounts searched before another way led them to help finds the article for the fourth', async () => {
  await helpedAnotherWay('lyon')
  await helpedAnotherWay('nice')
  await refreshPhrasings(testApp.services, 'medisoft')
  expect([await phrasings(), await find(words)]).toEqual([[], []])

  await helpedAnotherWay('brest')
  await refreshPhrasings(testApp.services, 'medisoft')
  expect((await find(words))[0]).toBe('scanner')
  expect((await find('Ça mouline toujours !'))[0]).toBe('scanner')
  expect(await find('changer de lecteur')).toEqual(['lecteur'])
  expect(await phrasings()).toEqual([
    {
      id: expect.stringMatching(/^[\da-f]{16}$/),
      text: words,
      weight: 3 * 2 ** (-6 / 60 / 24 / 90),
      accounts: 3,
      lastAt: '2026-03-02T08:54:00.000Z',
      used: true,
      removed: null,
    },
  ])
})

test('a phrasing that somebody removed is not searched by, whatever is learnt later, until it is put back', async () => {
  await threeAccounts()
  const [learnt] = await phrasings()
  const id = learnt?.id ?? ''
  const removed = { at: '2026-03-02T09:00:00.000Z', by: 'fanal' }
  expect((await call('DELETE', id)).body.phrasing).toMatchObject({ text: words, used: false, removed })
  expect(await find(words)).toEqual([])

  testApp.clock.now += 60_000
  await helpedAnotherWay('metz')
  expect((await call('DELETE', id)).body.phrasing).toMatchObject({ accounts: 4, used: false, removed })
  await openAgain()
  await refreshPhrasings(testApp.services, 'medisoft')
  expect(await find(words)).toEqual([])

  expect((await call('PUT', id)).body.phrasing).toMatchObject({ used: true, removed: null })
  expect((await find(words))[0]).toBe('scanner')
})

test('made again from the signals it is the same to the last bit, decisions stay, and what was changed by hand is mended', async () => {
  const { store } = testApp.services
  await threeAccounts()
  const [learnt] = await phrasings()
  await call('DELETE', learnt?.id)
  const stored = await store.phrasings.read('medisoft')
  const week = testApp.clock.now + 7 * 86_400_000
  expect(await phrasingsRollup.rebuild(store, 'medisoft', week)).toEqual({ rows: 1, differences: [], wasCurrent: true })
  expect(await store.phrasings.read('medisoft')).toEqual(stored)
  expect((await phrasings())[0]).toMatchObject({ used: false, removed: { by: 'fanal' } })

  const [row] = stored.phrasings
  if (!row || !stored.mark) throw new Error('nothing was stored')
  await store.phrasings.replace(
    'medisoft',
    [
      { ...row, weight: 9 },
      { ...row, id: 'x' },
    ],
    stored.mark,
  )
  expect(await phrasingsRollup.rebuild(store, 'medisoft', week)).toEqual({
    rows: 1,
    differences: [`= scanner ${row.id}`, '- scanner x'],
    wasCurrent: true,
  })
  expect(await store.phrasings.read('medisoft')).toEqual(stored)

  await helpedAnotherWay('metz')
  const caughtUp = { rows: 1, differences: [`= scanner ${row.id}`], wasCurrent: false }
  expect(await phrasingsRollup.rebuild(store, 'medisoft', week)).toEqual(caughtUp)
})

test('clicks and conversions of Algolia clients teach it too', async () => {
  const ask = { 'x-algolia-api-key': 'pk_medisoft', 'x-algolia-application-id': 'medisoft' }
  for (const place of [1, 2, 3]) {
    // Nobody is known: three sessions on three days.
    testApp.clock.now += 86_400_000
    const found = await testApp.app.inject({
      method: 'POST',
      url: '/1/indexes/medisoft/query',
      headers: ask,
      payload: { query: 'scanner qui rame', clickAnalytics: true },
    })
    const { queryID } = found.json()
    const seen = { index: 'medisoft', userToken: `anonymous-${place}`, queryID, objectIDs: ['scanner'] }
    const events = [
      { eventType: 'click', eventName: 'Clicked', positions: [1], ...seen },
      { eventType: 'conversion', eventName: 'Read', ...seen },
    ]
    const sent = await testApp.app.inject({ method: 'POST', url: '/1/events', headers: ask, payload: { events } })
    expect(sent.statusCode).toBe(200)
  }
  expect(await phrasings()).toMatchObject([{ text: 'scanner qui rame', accounts: 3, used: true }])
  expect(await find('rame')).toEqual(['scanner'])
})

test('a public key sees no phrasing, a viewer changes none, and what nobody knows is said', async () => {
  await threeAccounts()
  const [learnt] = await phrasings()
  const url = '/v1/articles/scanner/phrasings'
  const asPage = await testApp.app.inject({ url: `${url}?key=pk_medisoft` })
  expect([asPage.statusCode, asPage.json().error.code]).toEqual([401, 'SECRET_KEY_REQUIRED'])
  const article = await testApp.app.inject({ url: '/v1/articles/scanner?key=pk_medisoft' })
  expect(article.body).not.toContain('mouline')

  await addPerson(testApp.services, 'vera@example.org', 'viewer')
  const person = { email: 'vera@example.org', password: 'secret-7' }
  const signIn = await testApp.app.inject({ method: 'POST', url: '/v1/session', payload: person })
  const cookie = signIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  expect((await testApp.app.inject({ url, headers: { cookie } })).json().total).toBe(1)
  const remove = await testApp.app.inject({
    method: 'DELETE',
    url: `${url}/${learnt?.id}`,
    headers: { cookie, 'x-fanal-csrf': signIn.json().csrfToken },
  })
  expect([remove.statusCode, remove.json().error.code]).toEqual([403, 'ROLE_TOO_LOW'])

  expect((await call('GET', '', 'nowhere')).body.error.code).toBe('ARTICLE_UNKNOWN')
  expect(await call('DELETE', '0123456789abcdef')).toEqual({
    status: 404,
    body: {
      error: {
        code: 'PHRASING_UNKNOWN',
        message:
          'Article "scanner" has no phrasing "0123456789abcdef". List them with GET /v1/articles/scanner/phrasings.',
      },
    },
  })
})

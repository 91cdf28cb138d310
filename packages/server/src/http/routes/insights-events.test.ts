import { algoliasearch } from 'algoliasearch'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../app.support.ts'

const headers = { 'x-algolia-api-key': 'pk_medisoft', 'x-algolia-application-id': 'medisoft' }
let testApp: TestApp

beforeEach(async () => {
  testApp = await openTestApp({ settings: 'project: medisoft\nlocales: [fr]\nprivacy: { mode: identified }\n' })
})

afterEach(() => testApp.dispose())

async function search(params: Record<string, unknown>): Promise<string> {
  const payload = { clickAnalytics: true, ...params }
  const answer = await testApp.app.inject({ method: 'POST', url: '/1/indexes/medisoft_fr/query', headers, payload })
  return answer.json().queryID
}

async function send(...events: Record<string, unknown>[]) {
  const base = { eventName: 'Clic', index: 'medisoft_fr', userToken: 'anonymous-7f3a', objectIDs: ['facture'] }
  const payload = { events: events.map((event) => ({ ...base, ...event })) }
  const url = '/1/events?X-Algolia-Application-Id=medisoft&X-Algolia-API-Key=pk_medisoft'
  const answer = await testApp.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'text/plain' },
    payload: JSON.stringify(payload),
  })
  return [answer.statusCode, answer.json()]
}

const stored = () => testApp.services.store.signals.read('medisoft')
const ok = [200, { status: 200, message: 'OK' }]

describe('a click after a search', () => {
  test('becomes the search, redacted, and its clicked result, in one session', async () => {
    const queryID = await search({ query: 'facture de dr@cabinet.example' })
    expect(queryID).toMatch(/^[\da-f]{32}$/)
    testApp.clock.now += 4000
    expect(await send({ eventType: 'click', queryID, positions: [1] })).toEqual(ok)
    const [asked, clicked] = await stored()
    expect(asked).toMatchObject({
      name: 'search_committed',
      at: testApp.clock.now - 4000,
      locale: 'fr',
      page: { key: '/' },
      props: { searchId: queryID, query: 'facture de [email]', hits: 1 },
    })
    expect(clicked).toMatchObject({
      name: 'result_clicked',
      at: testApp.clock.now,
      sessionId: asked?.sessionId,
      props: { searchId: queryID, articleId: 'facture', position: 1 },
    })
    expect(asked).not.toHaveProperty('visitorId')
  })

  test('counts once when it is sent twice, and a section counts for its article', async () => {
    const queryID = await search({ query: 'facture' })
    const click = {
      eventType: 'click',
      queryID,
      positions: [2],
      objectIDs: ['facture#le-voyant/text'],
      timestamp: testApp.clock.now,
    }
    await send(click)
    testApp.clock.now += 1000
    await send(click, click)
    expect((await stored()).map(({ name, props }) => [name, 'articleId' in props ? props.articleId : null])).toEqual([
      ['search_committed', null],
      ['result_clicked', 'facture'],
    ])
  })
})

test('a conversion is the least that counts as a reading', async () => {
  const queryID = await search({ query: 'facture' })
  await send({ eventType: 'conversion', objectData: [{ queryID }] })
  expect((await stored()).find(({ name }) => name === 'article_read')?.props).toEqual({
    articleId: 'facture',
    revision: 1,
    activeMs: 10_000,
  })
})

describe('whose event it is', () => {
  const visitors = async () => [...new Set((await stored()).map(({ visitorId }) => visitorId))]

  test('is kept in identified mode, unless the client made the token up', async () => {
    const queryID = await search({ query: 'facture' })
    await send({ eventType: 'click', queryID, positions: [1], userToken: 'dr-martin' })
    expect(await visitors()).toEqual(['dr-martin'])
  })

  test('is not kept in anonymous mode, in no form', async () => {
    const anonymous = await openTestApp({
      settings: 'project: medisoft\nlocales: [fr]\nprivacy: { mode: anonymous }\n',
    })
    const identified = testApp
    testApp = anonymous
    try {
      const queryID = await search({ query: 'facture' })
      await send({
        eventType: 'click',
        queryID,
        positions: [1],
        userToken: 'dr-martin',
        authenticatedUserToken: 'dr-martin',
      })
      const signals = await stored()
      expect(signals).toHaveLength(2)
      expect(JSON.stringify(signals) + anonymous.logText()).not.toContain('dr-martin')
    } finally {
      await anonymous.dispose()
      testApp = identified
    }
  })

  test('is one session until it rests for half an hour', async () => {
    for (const restMs of [0, 60_000, 31 * 60_000]) {
      testApp.clock.now += restMs
      await send({ eventType: 'click', queryID: await search({ query: 'facture' }), positions: [1] })
    }
    const clicks = (await stored()).filter(({ name }) => name === 'result_clicked')
    const [first, second, third] = clicks.map(({ sessionId }) => sessionId)
    expect([first === second, second === third]).toEqual([true, false])
  })
})

test('what names no search of ours is taken and says nothing', async () => {
  const outOfAnalytics = await search({ query: 'facture', analytics: false })
  const empty = await search({ query: '' })
  const old = await search({ query: 'facture' })
  const positions = [1]
  expect(await send({ eventType: 'click', queryID: outOfAnalytics, positions })).toEqual(ok)
  expect(await send({ eventType: 'click', queryID: empty, positions })).toEqual(ok)
  expect(await send({ eventType: 'click' }, { eventType: 'conversion' }, { eventType: 'view', queryID: old })).toEqual(
    ok,
  )
  expect(await send({ eventType: 'click', queryID: old, positions, objectIDs: ['absent'] })).toEqual(ok)
  expect(
    await send({ eventType: 'instantsearch', eventName: '__start__', widgets: [{ type: 'ais.searchBox' }] }),
  ).toEqual(ok)
  testApp.clock.now += 3_600_001
  expect(await send({ eventType: 'click', queryID: old, positions })).toEqual(ok)
  expect(await stored()).toEqual([])
})

test('a search that asks for no id gets none', async () => {
  expect(await search({ query: 'facture', clickAnalytics: false })).toBeUndefined()
})

test.each([
  [{ eventType: 'click', queryID: 'x', positions: [1] }, 'events[0].queryID'],
  [{ eventType: 'scroll' }, 'events[0].eventType'],
  [{ eventType: 'click', queryID: '0'.repeat(32) }, 'events[0].positions'],
  [{ eventType: 'view', objectIDs: undefined }, 'events[0].objectIDs'],
  [{ eventType: 'view', userToken: 'a b' }, 'events[0].userToken'],
  [{ eventType: 'view', eventName: '' }, 'events[0].eventName'],
])('refuses %j as Algolia does', async (event, path) => {
  const [status, body] = await send(event)
  expect([status, body.status, body.code]).toEqual([422, 422, 'EVENT_INVALID'])
  expect(body.message).toContain(path)
})

test('a preflight from a page of the project is answered', async () => {
  const answer = await testApp.app.inject({
    method: 'OPTIONS',
    url: '/1/events',
    headers: { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' },
  })
  expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([204, 'http://localhost:5173'])
})

test('the full client’s own call arrives', async () => {
  await testApp.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = testApp.app.server.address() as { port: number }
  const hosts = [{ url: `127.0.0.1:${port}`, accept: 'readWrite', protocol: 'http' } as const]
  const client = algoliasearch('medisoft', 'pk_medisoft', { hosts })
  const queryID = await search({ query: 'facture' })
  const insights = client.initInsights({ options: { hosts } })
  const event = { eventType: 'click', eventName: 'Clic', index: 'medisoft_fr', userToken: 'anonymous-1' } as const
  expect(
    await insights.pushEvents({ events: [{ ...event, objectIDs: ['facture'], queryID, positions: [1] }] }),
  ).toEqual({ status: 200, message: 'OK' })
  expect(await stored()).toHaveLength(2)
})

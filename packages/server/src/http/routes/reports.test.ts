import { readFileSync } from 'node:fs'
import type { Signal } from '@fanal/contract'
import { flowsReportSchema } from '@fanal/contract/schema'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../app.support.ts'

const example = new URL('../../../../insights/src/worked-example.ndjson', import.meta.url)
const headers = { authorization: 'Bearer sk_0123456789abcdef0123' }
let testApp: TestApp

beforeEach(async () => {
  testApp = await openTestApp({ settings: 'project: medisoft\nlocales: [fr]\ncosts: { perTicket: 10 }\n' })
})

afterEach(() => testApp.dispose())

function get(url: string, more: Record<string, string> = headers) {
  return testApp.app.inject({ url, headers: more })
}

async function storeWorkedExample(): Promise<void> {
  const { store } = testApp.services
  const lines = readFileSync(example, 'utf8').trim().split('\n')
  const records: (Signal & { kind: string; createdAt: string })[] = lines.map((line) => JSON.parse(line))
  const signals = records.filter(({ kind }) => kind === 'signal')
  await store.signals.append(
    'medisoft',
    signals.map((signal) => ({ ...signal, receivedAt: signal.at, verified: true })),
  )
  const tickets = records.filter(({ kind }) => kind === 'ticket')
  await store.tickets.upsert(
    'medisoft',
    tickets.map(({ id, visitorId, createdAt }) => ({
      id,
      visitorId: visitorId ?? '',
      createdAt: Date.parse(createdAt),
    })),
  )
}

test('the deflection report answers the worked example to the digit', async () => {
  await storeWorkedExample()
  const answer = await get('/v1/reports/deflection?from=2026-03-02&to=2026-03-09&now=2026-03-09&window=72h')
  expect(answer.statusCode).toBe(200)
  const report = answer.json()
  expect(report).toMatchObject({
    project: 'medisoft',
    provisional: true,
    episodes: 6,
    tickets: 3,
    outcomes: { explicit: 1, confirmed: 2, assumed: 1, contacted: 1, abandoned: 1, post_ticket: 0 },
  })
  expect(report.avoidedTickets).toBeCloseTo(51 / 22, 12)
  expect(report.deflection.value).toBeCloseTo(17 / 39, 12)
  expect(report.saved.amount).toBeCloseTo(23.181818181818, 10)
})

test('the same signals and tickets posted over HTTP give the same digits, however often', async () => {
  testApp.clock.now = Date.parse('2026-03-09T00:00:00Z')
  const records = readFileSync(example, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const signals = records
    .filter(({ kind }) => kind === 'signal')
    .map((signal, place) => ({ ...signal, id: `0195e3a0-0000-7000-8000-${String(place).padStart(12, '0')}` }))
  const tickets = records.filter(({ kind }) => kind === 'ticket')
  const post = (url: string, payload: object) => testApp.app.inject({ method: 'POST', url, payload, headers })
  for (const accepted of [20, 0]) {
    const receipt = await post('/v1/signals', { key: 'pk_medisoft', sentAt: testApp.clock.now, signals })
    expect(receipt.json()).toEqual({ accepted, duplicates: 20 - accepted, rejected: [] })
    expect((await post('/v1/tickets', tickets)).json()).toEqual({ accepted: 3 })
  }
  const period = 'from=2026-03-02&to=2026-03-09'
  const first = (await get(`/v1/reports/deflection?${period}&now=2026-03-09&window=72h`)).json()
  expect(first.avoidedTickets).toBeCloseTo(51 / 22, 12)
  expect(first.deflection.value).toBeCloseTo(17 / 39, 12)
  const second = (await get(`/v1/reports/deflection?${period}&now=2026-03-20&window=168h`)).json()
  expect(second.avoidedTickets).toBeCloseTo(20 / 11, 12)
  expect(second.deflection.value).toBeCloseTo(20 / 53, 12)
})

test('a contact from the widget counts as a ticket, once, also when the help desk knows it', async () => {
  const { store } = testApp.services
  await store.contacts.add({
    project: 'medisoft',
    ref: 'F-7K3QX',
    request: { key: 'pk', id: 'c1', subject: 's', message: 'm', impact: 'P2', email: 'a@example.org', visitorId: 'u1' },
    channel: 'email',
    expectedReplyAt: null,
    createdAt: testApp.clock.now - 3_600_000,
    delivery: 'waiting',
    attempts: 0,
    nextTryAt: 0,
    lastError: null,
    deliveredAt: null,
  })
  expect((await get('/v1/reports/deflection')).json().tickets).toBe(1)
  await store.tickets.upsert('medisoft', [
    { id: 'zd-1', createdAt: testApp.clock.now - 3_000_000, contactRef: 'F-7K3QX' },
  ])
  expect((await get('/v1/reports/deflection')).json().tickets).toBe(1)
})

test('searches and articles answer too, with the titles of the articles', async () => {
  await storeWorkedExample()
  const period = 'from=2026-03-02&to=2026-03-09&now=2026-03-20'
  const searches = (await get(`/v1/reports/searches?${period}`)).json()
  expect(searches).toMatchObject({ committed: 3, noResult: { n: 3 }, terms: [] })
  // e01 led to an article, e07 found nothing, e15 was the end of its session
  expect(searches.failed.value).toBeCloseTo(2 / 3, 12)
  const { articles } = (await get(`/v1/reports/articles?${period}`)).json()
  expect(articles).toEqual([
    expect.objectContaining({ id: 'A12', opened: 3, read: 3, yes: 1, no: 0, contactAfterRead: 0, title: null }),
    expect.objectContaining({ id: 'A7', opened: 3, read: 2, yes: 0, no: 1, reasons: {} }),
  ])
})

test('pages tell where people were before a contact, and what is offered there', async () => {
  const { store } = testApp.services
  const at = testApp.clock.now - 3_600_000
  const visits = ['a', 'b', 'c', 'd'].map((visitorId, place) => ({
    id: visitorId,
    at: at + place,
    receivedAt: at,
    sessionId: visitorId,
    visitorId,
    accountId: visitorId,
    page: { key: '/facture' },
    verified: true,
    ...(place < 3
      ? { name: 'contact_sent' as const, props: { contactRef: `F-${place}`, channel: 'mail', priority: 'P3' as const } }
      : { name: 'panel_opened' as const, props: { by: 'launcher' as const } }),
  }))
  await store.signals.append('medisoft', visits)
  expect((await get('/v1/reports/pages')).json()).toMatchObject({
    base: 'signals',
    sessions: 4,
    contacts: 3,
    pages: [{ page: '/facture', sessions: 4, contacts: 3, lift: { value: 1 }, suggestions: ['facture'] }],
  })
})

test('flows tell how far people got, in the shape the API describes', async () => {
  await storeWorkedExample()
  const report = (await get('/v1/reports/flows?from=2026-03-02&to=2026-03-09&now=2026-03-20')).json()
  expect(flowsReportSchema.parse(report)).toEqual(report)
  expect(report).toMatchObject({
    project: 'medisoft',
    flows: [
      { flowId: 'F2', title: null, starts: 1, completed: 1, completion: { value: 1, n: 1 }, solved: { yes: 1, no: 0 } },
    ],
    activation: null,
  })
})

test('a project without anything answers nulls, not errors', async () => {
  const report = (await get('/v1/reports/deflection')).json()
  expect(report).toMatchObject({
    deflection: { value: null, n: 0 },
    selfServiceResolution: { value: null },
    sessions: 0,
  })
})

test('what cannot be read is refused by name', async () => {
  const costs = await get('/v1/reports/costs')
  expect([costs.statusCode, costs.json().error.message]).toEqual([
    404,
    'There is no report "costs". There are: deflection, searches, articles, flows, pages.',
  ])
  expect((await get('/v1/reports/deflection?from=monday')).json().error.code).toBe('QUERY_INVALID')
})

test('nobody reads figures without a key or a session', async () => {
  expect((await get('/v1/reports/deflection', {})).statusCode).toBe(401)
  expect((await get('/v1/reports/deflection', { authorization: 'Bearer sk_ffffffffffffffffffff' })).statusCode).toBe(
    401,
  )
})

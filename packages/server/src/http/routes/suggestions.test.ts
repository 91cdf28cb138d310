import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContentServer, openContentServer } from '../../content-server.support.ts'

let help: ContentServer
/** how far the server's clock has been put forward, milliseconds */
let later = 0

beforeAll(async () => {
  help = await openContentServer(() => Date.now() + later)
})

afterAll(() => help.dispose())

async function suggestions(query: string): Promise<unknown> {
  return (await help.get(`/v1/suggestions?key=pk_medisoft&${query}`)).json()
}

test('a page gets its articles with the reason for each; variable parts of the path are folded', async () => {
  expect(await suggestions('page=/facturation/lots')).toEqual([
    {
      id: 'rejet',
      title: 'Corriger un rejet B2-043',
      summary: null,
      category: 'Facturation',
      why: 'page:/facturation/lots',
    },
    {
      id: 'facture',
      title: 'Créer une facture',
      summary: 'De la consultation au règlement.',
      category: 'Facturation',
      why: 'category',
    },
  ])
  expect(await suggestions('page=/facturation/1234%3Fpatient=1')).toMatchObject([{ id: 'facture' }, { id: 'rejet' }])
})

test('errors and topics are lists with commas', async () => {
  expect(await suggestions('errors=X1,B2-043&topics=agenda,imprimante&limit=1')).toMatchObject([
    { id: 'rejet', why: 'error:B2-043' },
  ])
  expect(await suggestions('topics=agenda,imprimante')).toMatchObject([{ id: 'imprimante', why: 'topic:imprimante' }])
})

test('a wrong limit is refused with its bounds', async () => {
  expect(await suggestions('limit=many')).toEqual({
    error: { code: 'QUERY_INVALID', message: 'limit: must be a whole number from 1 to 20.' },
  })
})

test('the most read articles follow where they are asked for, none twice', async () => {
  expect(await suggestions('page=/ordonnances&popular=2')).toMatchObject([{ id: 'imprimante' }])
  const { store, now } = help.server.services
  const read = (articleId: string, sessionId: string) => ({
    id: `${articleId} ${sessionId}`,
    name: 'article_read' as const,
    at: now(),
    receivedAt: now(),
    sessionId,
    page: { key: '/' },
    props: { articleId, revision: 1, activeMs: 20_000 },
    verified: false,
  })
  await store.signals.append('medisoft', [
    read('imprimante', 's1'),
    read('gone', 's1'),
    read('rejet', 's1'),
    read('rejet', 's2'),
    read('facture', 's1'),
  ])
  later += 11 * 60_000
  expect(await suggestions('page=/ordonnances&popular=2')).toMatchObject([
    { id: 'imprimante', why: 'page:/ordonnances' },
    { id: 'rejet', why: 'popular' },
    { id: 'facture', why: 'popular' },
  ])
  expect(await suggestions('page=/ordonnances')).toMatchObject([{ id: 'imprimante' }])
  expect(await suggestions('page=/ordonnances&popular=2&locale=en')).not.toMatchObject([{ why: 'popular' }])
})

test('what is read and found helpful on a page comes first there, as soon as it is stored; asked, each says its score', async () => {
  const page = '/facturation/avoirs'
  const before = await suggestions(`page=${page}&explain=true`)
  expect(before).toMatchObject([
    { id: 'facture', why: 'category', score: { fit: expect.closeTo(0.22, 2) } },
    { id: 'rejet', why: 'category', score: { fit: 0 } },
  ])
  const at = Date.now() + later
  const signals = Array.from({ length: 8 }, (_, place) => ({
    id: `0195e3a0-0000-7000-8000-${String(place).padStart(12, '0')}`,
    name: 'article_read',
    at,
    sessionId: `reader-${place}`,
    page: { key: page },
    props: { articleId: 'rejet', revision: 1, activeMs: 20_000 },
  }))
  const sent = await fetch(`${help.url}/v1/signals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: 'pk_medisoft', sentAt: at, signals }),
  })
  expect(sent.status).toBe(202)
  expect(await suggestions(`page=${page}`)).toMatchObject([{ id: 'rejet' }, { id: 'facture' }])
  const rules = async () => JSON.parse(await (await help.get('/v1/config?key=pk_medisoft')).text()).rules
  later += 61_000
  expect(await rules()).toContainEqual({ page: '/facturation/**', articles: ['rejet', 'facture'] })
})

test('a page nobody wrote for is known by the title that the host gives it, from the first who used the help there', async () => {
  const page = '/app/module'
  expect(await suggestions(`page=${page}`)).toEqual([])
  const at = Date.now() + later
  const opened = {
    id: '0195e3a0-0001-7000-8000-000000000000',
    name: 'panel_opened',
    at,
    sessionId: 'titled',
    page: { key: page, title: 'Corriger les rejets' },
    props: { by: 'launcher' },
  }
  const sent = await fetch(`${help.url}/v1/signals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: 'pk_medisoft', sentAt: at, signals: [opened] }),
  })
  expect(sent.status).toBe(202)
  expect(await suggestions(`page=${page}`)).toMatchObject([{ id: 'rejet', why: 'title' }])
  later += 61 * 60_000
  expect(await suggestions(`page=${page}`)).toMatchObject([{ id: 'rejet', why: 'title' }])
})

test('every reason in its order: error, page, feature, topic; at most three unless more are asked for, the same each time', async () => {
  const everywhere = 'page=/facturation/lots&topics=facturation,imprimante&errors=B2-043&features=none'
  const listed = async (limit: string) =>
    ((await suggestions(`${everywhere}${limit}`)) as { id: string; why: string }[]).map(({ id, why }) => `${id} ${why}`)
  const all = ['rejet error:B2-043', 'facture topic:facturation', 'imprimante topic:imprimante']
  expect(await listed('')).toEqual(all)
  expect(await listed('&limit=20')).toEqual(all)
  expect(await listed('&limit=1')).toEqual(all.slice(0, 1))
})

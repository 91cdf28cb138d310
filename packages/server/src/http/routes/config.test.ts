import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContentServer, openContentServer } from '../../content-server.support.ts'

let help: ContentServer

beforeAll(async () => {
  help = await openContentServer()
})

afterAll(() => help.dispose())

test('the widget receives its settings, page rules and flows, and nothing of the owners’ own', async () => {
  const answer = await help.get('/v1/config?key=pk_medisoft')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600')
  const text = await answer.text()
  expect(JSON.parse(text)).toEqual({
    project: 'medisoft',
    locales: ['fr', 'en'],
    widget: { label: 'Aide', accent: '#0b6e6e', radius: 8, density: 'compact', launcher: 'icon' },
    privacy: { mode: 'anonymous', noticeUrl: 'https://medisoft.example/confidentialite' },
    contact: { channels: [{ id: 'standard', kind: 'form' }] },
    rules: [
      { page: '/facturation/lots', articles: ['rejet', 'facture'] },
      { page: '/facturation/**', articles: ['facture', 'rejet'] },
      { page: '/ordonnances', articles: ['imprimante'] },
    ],
    flows: [
      {
        id: 'imprimante',
        title: "Configurer l'imprimante",
        start: { when: 'first-visit', page: '/parametres/imprimantes' },
      },
    ],
    errors: { 'B2-043': 'rejet' },
  })
  expect(brotliCompressSync(text).length).toBeLessThan(1024)
})

test('who has it already is answered 304', async () => {
  const first = await help.get('/v1/config?key=pk_medisoft')
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^W\/"/)
  const again = await help.get('/v1/config?key=pk_medisoft', { 'if-none-match': `"other", ${etag}` })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect((await help.get('/v1/config?key=pk_medisoft', { 'if-none-match': '"other"' })).status).toBe(200)
})

test('a key in a header makes the answer private to whoever sent it', async () => {
  const answer = await help.get('/v1/config', { 'x-fanal-key': 'pk_medisoft' })
  expect(answer.headers.get('cache-control')).toBe('private, max-age=60, stale-while-revalidate=600')
})

test('no key and a wrong key are told apart', async () => {
  expect(await (await help.get('/v1/config')).json()).toMatchObject({ error: { code: 'KEY_MISSING' } })
  expect(await (await help.get('/v1/config?key=pk_x')).json()).toMatchObject({ error: { code: 'KEY_UNKNOWN' } })
})

test('a language of the project leaves the others out, another language leaves all in', async () => {
  const rulesIn = async (locale: string) => {
    const answer = await help.get(`/v1/config?key=pk_medisoft&locale=${locale}`)
    return ((await answer.json()) as { rules: unknown[] }).rules.length
  }
  expect([await rulesIn('fr'), await rulesIn('en'), await rulesIn('de')]).toEqual([3, 0, 3])
})

test('where Algolia is searched the widget receives what it asks it with, and the name of the index is the project’s', async () => {
  const settings = (search: string) =>
    help.content.write('fanal.yaml', `project: medisoft\nlocales: [fr, en]\nsearch: ${search}\n`)
  const told = async () => {
    const answer = await help.get('/v1/config?key=pk_medisoft')
    return ((await answer.json()) as { search?: object }).search
  }
  const who = { appId: 'B1G2GM9NG0', searchKey: 'abcdef0123456789' }
  settings(JSON.stringify({ engine: 'algolia', ...who }))
  await expect.poll(told, { timeout: 20_000 }).toEqual({ ...who, index: 'medisoft' })
  const more = { index: 'aide', hosts: ['https://search.example.com'], insightsHost: 'https://search.example.com' }
  settings(JSON.stringify({ engine: 'algolia', ...who, ...more }))
  await expect.poll(told, { timeout: 20_000 }).toEqual({ ...who, ...more })
  settings(JSON.stringify({ engine: 'embedded', ...who }))
  await expect.poll(told, { timeout: 20_000 }).toBeUndefined()
})

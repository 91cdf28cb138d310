import { readCompactIndex } from '@fanal/search'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContentServer, openContentServer } from '../../content-server.support.ts'

let help: ContentServer

beforeAll(async () => {
  help = await openContentServer()
})

afterAll(() => help.dispose())

const indexOf = async (query: string) => {
  const answer = await help.get(`/v1/device-index?key=pk_medisoft${query}`)
  return readCompactIndex((await answer.json()) as Parameters<typeof readCompactIndex>[0])
}

test('the whole help of a locale goes to a device, without its texts', async () => {
  const answer = await help.get('/v1/device-index?key=pk_medisoft&locale=fr', { origin: 'http://localhost:4401' })
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:4401')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=3600')
  const { index, outlines } = await indexOf('&locale=fr')
  expect(outlines.get('imprimante')).toEqual({
    id: 'imprimante',
    locale: 'fr',
    title: "L'ordonnance ne sort pas de l'imprimante",
    summary: 'Vérifier le voyant & le bac.',
    category: 'Ordonnances',
  })
  expect([...outlines.keys()].sort()).toEqual(['facture', 'imprimante', 'rejet'])
  const found = (query: string) => index.search(query).hits.map(({ id }) => id)
  expect([found('papier coincé'), found('b2043'), found('capot')]).toEqual([['imprimante'], ['rejet'], ['imprimante']])
  expect(await answer.text()).not.toMatch(/Ouvrez le capot|anne@/)
})

test('a locale nobody writes gets all of them, as its search does', async () => {
  for (const query of ['', '&locale=de']) expect((await indexOf(query)).outlines.size).toBe(4)
})

test('who has it already is told so, until an article changes', async () => {
  const first = await help.get('/v1/device-index?key=pk_medisoft&locale=en')
  const etag = first.headers.get('etag') ?? ''
  const ask = () => help.get('/v1/device-index?key=pk_medisoft&locale=en', { 'if-none-match': etag })
  expect((await ask()).status).toBe(304)
  help.content.write('articles/print.md', '---\ntitle: Nothing is printed\nlocale: en\n---\nTurn it on.\n')
  await expect.poll(async () => (await ask()).status, { timeout: 20_000 }).toBe(200)
  expect((await indexOf('&locale=en')).outlines.get('print')?.title).toBe('Nothing is printed')
})

test('the key of nobody is refused', async () => {
  expect((await help.get('/v1/device-index?key=pk_nobody')).status).toBe(401)
})

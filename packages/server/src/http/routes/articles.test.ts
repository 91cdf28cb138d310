import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContentServer, openContentServer } from '../../content-server.support.ts'

let help: ContentServer

beforeAll(async () => {
  help = await openContentServer()
})

afterAll(() => help.dispose())

test('an article is a tree with its revision; what only authors need stays here', async () => {
  const answer = await help.get('/v1/articles/imprimante?key=pk_medisoft')
  const article = (await answer.json()) as Record<string, unknown>
  expect(article).toMatchObject({
    id: 'imprimante',
    revision: 1,
    locale: 'fr',
    category: 'Ordonnances',
    toc: [{ id: 'le-voyant', title: 'Le voyant', depth: 2 }],
    related: [{ id: 'facture', title: 'Créer une facture' }],
    flow: { id: 'imprimante', title: "Configurer l'imprimante" },
  })
  expect(JSON.stringify(article)).not.toContain('anne@')
  expect(article.body).toContainEqual({
    type: 'paragraph',
    children: [
      { type: 'image', src: '/assets/content/medisoft/images/voyant.png', alt: 'Voyant', width: 320, height: 200 },
    ],
  })
  const again = await help.get('/v1/articles/imprimante?key=pk_medisoft', {
    'if-none-match': answer.headers.get('etag') ?? '',
  })
  expect(again.status).toBe(304)
})

test('a flow is served as written, an unknown one is told', async () => {
  expect(await (await help.get('/v1/flows/imprimante?key=pk_medisoft')).json()).toMatchObject({
    id: 'imprimante',
    version: 1,
    steps: [{ id: 'ouvrir', title: 'Ouvrez les imprimantes' }],
  })
  expect(await (await help.get('/v1/flows/x?key=pk_medisoft')).json()).toEqual({
    error: { code: 'FLOW_UNKNOWN', message: 'There is no flow "x" in project "medisoft".' },
  })
  const unknown = await help.get('/v1/articles/__proto__?key=pk_medisoft')
  expect([unknown.status, await unknown.json()]).toMatchObject([404, { error: { code: 'ARTICLE_UNKNOWN' } }])
})

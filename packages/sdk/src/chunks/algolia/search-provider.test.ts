/**
 * What any provider of searches does, held by the Fanal server and by Algolia alike; then what is Algolia's own. Behind both stands a real
 * Fanal server; Algolia's stand-in checks each request against what Algolia documents.
 */
import { paths, pathTo, type SearchResponse } from '@fanal/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type AlgoliaStandIn, startAlgolia } from '../../../../../tests/support/algolia-stand-in.ts'
import { type ContentServer, openContentServer } from '../../../../server/src/content-server.support.ts'
import { FetchProblem } from '../../runtime.ts'
import type { SearchProvider, SearchRuntime } from '../../search-provider.ts'
import { fanalServer } from '../../ui/ask-index.ts'
import { openAlgolia } from './open-algolia.ts'

const who = { appId: 'medisoft', searchKey: 'pk_medisoft' }
const locales = ['fr', 'en']
const nowhere = 'http://127.0.0.1:9'
let help: ContentServer
let algolia: AlgoliaStandIn
let undos: (() => void)[]

beforeAll(async () => {
  undos = []
  help = await openContentServer()
  algolia = await startAlgolia(() => help.url, who)
})
afterEach(() => {
  for (const undo of undos.splice(0)) undo()
  algolia.received = []
  algolia.refused = []
  algolia.failing = null
})
afterAll(async () => {
  await algolia?.close()
  await help?.dispose()
})

interface Opened {
  provider: SearchProvider
  /** as `runtime.report` tells who listens */
  emit(name: string, detail: unknown): void
}

function openAt(hosts: string[], more: Partial<SearchRuntime> = {}, searchKey = who.searchKey): Opened {
  const listeners: [string, (detail: unknown) => void][] = []
  const runtime: SearchRuntime = {
    key: 'pk_medisoft',
    host: nowhere,
    locale: 'fr',
    config: null,
    mayStore: () => true,
    getJson: () => Promise.reject(new Error('no settings are asked for')),
    load: () => Promise.reject(new Error('no chunk is loaded')),
    on(name, listener) {
      listeners.push([name, listener])
      return () => {}
    },
    onDestroy: (undo) => void undos.push(undo),
    ...more,
  }
  const search = { ...who, searchKey, index: 'medisoft', hosts, insightsHost: algolia.url }
  return {
    provider: openAlgolia(runtime, { locales, search }),
    emit(name, detail) {
      for (const [one, listen] of listeners) if (one === name) listen(detail)
    },
  }
}

const query = (text: string, more = {}) => ({
  query: text,
  hitsPerPage: 10,
  highlightPreTag: '\ue000',
  highlightPostTag: '\ue001',
  ...more,
})
const ask = (provider: SearchProvider, text: string, more = {}, signal = new AbortController().signal) =>
  provider.ask<SearchResponse>(
    (index) => ({ path: pathTo(paths.searchIndex, { index }), body: query(text, more) }),
    signal,
  )
const idsOf = async (provider: SearchProvider, text: string) =>
  (await ask(provider, text)).hits?.map(({ objectID }) => objectID)

describe.each([
  [
    'the Fanal server',
    {
      open: (locale: 'fr' | 'en') =>
        fanalServer({ host: help.url, key: 'pk_medisoft', locale }, { project: 'medisoft', locales }),
      stranger: () => fanalServer({ host: help.url, key: 'pk_medisoft', locale: 'fr' }, { project: 'other', locales }),
      away: () => fanalServer({ host: nowhere, key: 'pk_medisoft', locale: 'fr' }, { project: 'medisoft', locales }),
    },
  ],
  [
    'Algolia',
    {
      open: (locale: 'fr' | 'en') => openAt([algolia.url], { locale }).provider,
      stranger: () => openAt([algolia.url], {}, 'pk_other').provider,
      away: () => openAt([nowhere, nowhere]).provider,
    },
  ],
])('a search at %s', (_name, at) => {
  it('finds articles by their ids, best first, with what is shown of them and the matches marked', async () => {
    const { hits = [], nbHits } = await ask(at.open('fr'), 'papier coincé')
    expect(nbHits).toBe(1)
    expect(hits[0]).toMatchObject({ objectID: 'imprimante', category: 'Ordonnances', locale: 'fr' })
    const [marked] = (await ask(at.open('fr'), 'ordonnances imprimante')).hits ?? []
    expect(marked?._highlightResult.title?.value).toBe(
      "L'\ue000ordonnance\ue001 ne sort pas de l'\ue000imprimante\ue001",
    )
    expect(marked?._snippetResult.body?.value).toContain('\ue000')
  })

  it('stays in the language of the widget', async () => {
    expect(await idsOf(at.open('en'), 'prescription')).toEqual(['print'])
    expect(await idsOf(at.open('fr'), 'prescription')).toEqual(['imprimante'])
  })

  it('of a code, of nothing known, of signs', async () => {
    expect(await idsOf(at.open('fr'), 'B2-043')).toEqual(['rejet'])
    expect(await idsOf(at.open('fr'), 'pizza quatre fromages')).toEqual([])
    expect(await idsOf(at.open('fr'), '"<script>&☂')).toEqual([])
  })

  it('asks several queries at once, answers in their order', async () => {
    const requests = (indexName: string) => ['facture', 'pizza', 'rejet'].map((one) => ({ indexName, ...query(one) }))
    const { results = [] } = await at
      .open('fr')
      .ask<{ results: SearchResponse[] }>(
        (index) => ({ path: paths.searchIndexes, body: { requests: requests(index) } }),
        new AbortController().signal,
      )
    expect(results.map(({ hits }) => hits.map(({ objectID }) => objectID))).toEqual([['facture'], [], ['rejet']])
  })

  it('says how it was refused, and that nobody answered', async () => {
    await expect(ask(at.stranger(), 'facture')).rejects.toEqual(new FetchProblem(403))
    await expect(ask(at.away(), 'facture')).rejects.toEqual(new FetchProblem(0))
  })

  it('stops when it is told to', async () => {
    await expect(ask(at.open('fr'), 'facture', {}, AbortSignal.abort())).rejects.toThrow('abort')
  })
})

describe('a search at Algolia', () => {
  it('sends what Algolia documents: a filter for the language, contexts as it takes them, no more attributes than are shown', async () => {
    const contexts = ['page:/patients/:id/ordonnance', 'topic:imprimante', 'error:IMP-02']
    await ask(openAt([algolia.url]).provider, 'facture', { ruleContexts: contexts })
    expect(algolia.refused).toEqual([])
    expect(algolia.received).toMatchObject([
      {
        name: 'query',
        type: 'text/plain',
        body: {
          query: 'facture',
          hitsPerPage: 10,
          highlightPreTag: '\ue000',
          highlightPostTag: '\ue001',
          filters: 'locale:"fr"',
          attributesToRetrieve: ['title', 'summary', 'category', 'locale', 'articleId'],
          ruleContexts: ['page-_patients__id_ordonnance', 'topic-imprimante', 'error-IMP-02'],
          analytics: true,
          clickAnalytics: true,
        },
      },
    ])
  })

  it('sends ten contexts at most', async () => {
    await ask(openAt([algolia.url]).provider, 'facture', {
      ruleContexts: Array.from({ length: 14 }, (_, place) => `topic:${place}`),
    })
    expect(algolia.refused).toEqual([])
    expect(algolia.received).toMatchObject([{ body: { ruleContexts: { length: 10 } } }])
  })

  it('tells a click with its search, by a pseudonym of the page view', async () => {
    const { provider, emit } = openAt([algolia.url])
    const { queryID } = await ask(provider, 'ordonnance')
    await ask(provider, 'pizza')
    emit('result_clicked', { searchId: 'a', articleId: 'imprimante', position: 1 })
    await expect.poll(() => algolia.received.at(-1)?.name, { timeout: 20_000 }).toBe('events')
    expect(algolia.received.at(-1)?.body).toEqual({
      events: [
        {
          eventType: 'click',
          eventName: 'Article Clicked',
          index: 'medisoft',
          userToken: expect.stringMatching(/^anonymous-[0-9a-f-]{36}$/),
          queryID,
          objectIDs: ['imprimante'],
          positions: [1],
        },
      ],
    })
    expect(algolia.received.at(-1)?.answered).toBe('{"status":200,"message":"OK"}')
  })

  it('is told of nothing without consent, nor of what it did not find', async () => {
    const silent = openAt([algolia.url], { mayStore: () => false })
    await ask(silent.provider, 'ordonnance')
    expect(algolia.received.map(({ body }) => body)).toMatchObject([{ analytics: false, clickAnalytics: false }])
    silent.emit('result_clicked', { searchId: 'a', articleId: 'imprimante', position: 1 })
    const told = openAt([algolia.url])
    await ask(told.provider, 'ordonnance')
    told.emit('result_clicked', { searchId: 'a', articleId: 'facture', position: 1 })
    await ask(told.provider, 'facture')
    expect(algolia.received.filter(({ name }) => name === 'events')).toEqual([])
  })

  it('asks the next host where one is out of reach or fails, and goes on with the one that answered', async () => {
    const second = await startAlgolia(() => help.url, who)
    undos.push(() => void second.close())
    const { provider } = openAt([nowhere, algolia.url, second.url])
    algolia.failing = { status: 503 }
    expect(await idsOf(provider, 'facture')).toEqual(['facture'])
    algolia.failing = null
    expect(await idsOf(provider, 'facture')).toEqual(['facture'])
    expect([algolia.received.length, second.received.length]).toEqual([0, 2])
    second.failing = { status: 500 }
    expect(await idsOf(provider, 'facture')).toEqual(['facture'])
    expect(algolia.received).toHaveLength(1)
  })

  it('takes a refusal for an answer', async () => {
    const second = await startAlgolia(() => help.url, who)
    undos.push(() => void second.close())
    algolia.failing = { status: 403 }
    await expect(ask(openAt([algolia.url, second.url]).provider, 'facture')).rejects.toEqual(new FetchProblem(403))
    expect(second.received).toEqual([])
  })

  it('knows the records of a long article as that article', async () => {
    const { createServer } = await import('node:http')
    const long = createServer((_request, response) => {
      response.end(JSON.stringify({ hits: [{ objectID: 'rejet#2', articleId: 'rejet', title: 'Rejet' }], nbHits: 1 }))
    })
    await new Promise<void>((resolve) => long.listen(0, '127.0.0.1', resolve))
    undos.push(() => void long.close())
    const { port } = long.address() as { port: number }
    expect(await idsOf(openAt([`http://127.0.0.1:${port}`]).provider, 'rejet')).toEqual(['rejet'])
  })
})

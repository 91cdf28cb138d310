/** What a device remembers, in the browser's own IndexedDB. */
import type { Article } from '@fanal/contract'
import { createStore, entries, set } from 'idb-keyval'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Facts, Memory } from '../../chunks.ts'
import { FetchProblem } from '../../runtime.ts'
import { articles, config } from '../../ui/testing/sample-help.ts'
import { type MemoryRuntime, openMemory } from './open-memory.ts'

let key: string
let mayStore: boolean
let undos: (() => unknown)[]

beforeEach(() => {
  key = `pk_${crypto.randomUUID().slice(0, 8)}`
  mayStore = true
  undos = []
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const undo of undos.splice(0)) await undo()
  localStorage.clear()
})

/** A page view: one memory on the device's store. */
function open(more: Partial<MemoryRuntime> = {}, early: Facts['early'] = []): Facts & { memory: Memory } {
  const facts: Facts = { early, note: () => {} }
  const runtime: MemoryRuntime = {
    key,
    host: 'https://help.example.com',
    locale: 'fr',
    config: config('fr'),
    mayStore: () => mayStore,
    guard: (run) => run(),
    on: () => () => {},
    load: () => Promise.reject(new TypeError('no chunks here')),
    getJson: () => Promise.reject(new FetchProblem(0, 'offline')),
    onDestroy: (undo) => void undos.push(undo),
    ...more,
  }
  return Object.assign(facts, { memory: openMemory(runtime, facts) })
}

const kept = () => entries<string, unknown>(createStore(`fanal:${key}:memory`, 'kept'))
const article = (id: string): Article => {
  const found = articles('fr').find((one) => one.id === id)
  if (!found) throw new Error(`no article ${id}`)
  return found
}
const committed = (query: string, hits: number) => ({ searchId: query, query, hits })
const away = new FetchProblem(0, 'offline')

describe('answers', () => {
  it('stand in for a server out of reach, with the time they are from', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 12, 9))
    open().note('/v1/articles/imprimante?key=pk_1', article('imprimante'))
    const { memory } = open()
    const path = '/v1/articles/imprimante?key=pk_1'
    expect(await memory.instead(path, away)).toMatchObject({ id: 'imprimante', keptAt: Date.UTC(2026, 10, 12, 9) })
    expect(await memory.instead(path, new FetchProblem(503))).toMatchObject({ id: 'imprimante' })
  })

  it('are never given where none was kept', async () => {
    await expect(open().memory.instead('/v1/articles/imprimante?', away)).rejects.toBe(away)
  })

  it.each([404, 410])('never hide that an article was withdrawn (%i), and go with it', async (status) => {
    const { note, memory } = open()
    note('/v1/articles/imprimante?', article('imprimante'))
    const gone = new FetchProblem(status)
    await expect(memory.instead('/v1/articles/imprimante?', gone)).rejects.toBe(gone)
    await expect(memory.instead('/v1/articles/imprimante?', away)).rejects.toBe(away)
  })

  it('give way to no other refusal', async () => {
    const { note, memory } = open()
    note('/v1/articles/imprimante?', article('imprimante'))
    const refused = new FetchProblem(403)
    await expect(memory.instead('/v1/articles/imprimante?', refused)).rejects.toBe(refused)
    expect(await memory.instead('/v1/articles/imprimante?', away)).toMatchObject({ id: 'imprimante' })
  })

  it('for a page help with other topics and errors there, those for the same ones first', async () => {
    const { note, memory } = open()
    const path = (more: string) => `/v1/suggestions?key=pk_1&page=%2Ffacturation${more}&limit=3`
    note(path('&errors=B2-043'), [{ id: 'rejet-b2' }])
    note(path(''), [{ id: 'tiers-payant' }])
    const recall = async (more: string) => [...((await memory.recall(path(more))) as object[])]
    expect(await recall('&errors=B2-043')).toEqual([{ id: 'rejet-b2' }])
    expect(await recall('&topics=caisse')).toEqual([{ id: 'tiers-payant' }])
    expect(await memory.recall('/v1/suggestions?page=%2Fagenda')).toBeUndefined()
  })

  it('are kept without the messages of errors, which may name a person', async () => {
    const { note, memory } = open()
    note('/v1/suggestions?page=%2Fpatients&errors=Dossier%20de%20Marie%20Durand%20verrouill%C3%A9', [])
    await memory.recall('/v1/suggestions?page=%2Fpatients')
    expect(JSON.stringify(await kept())).not.toContain('Durand')
  })

  it('from before the memory was loaded are kept, and the settings', async () => {
    open({}, [['/v1/articles/imprimante?', article('imprimante')]])
    const { memory } = open({ config: null })
    expect(await memory.recall('/v1/articles/imprimante')).toMatchObject({ id: 'imprimante' })
    expect(await memory.recall('/v1/config?key=pk_1')).toMatchObject({ project: 'cabinet' })
  })

  it('of the moment are not kept', async () => {
    const { note, memory } = open()
    note('/v1/contacts/F-1?', { ref: 'F-1' })
    expect(await memory.recall('/v1/contacts/F-1?')).toBeUndefined()
  })
})

describe('the device', () => {
  const large = (id: string) => ({ ...article('imprimante'), id, summary: 'é'.repeat(400_000) })

  it('holds 5 MB in all; what was not used for longest goes first', async () => {
    let now = Date.UTC(2026, 2, 2)
    vi.spyOn(Date, 'now').mockImplementation(() => ++now)
    const { note, memory } = open({ config: null })
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) note(`/v1/articles/${id}?`, large(id))
    await memory.recall('/v1/articles/a?')
    note('/v1/articles/g?', large('g'))
    await memory.recentQueries()
    const names = (await kept()).map(([name]) => name).filter((name) => name.startsWith('/'))
    expect(names.sort()).toEqual(['a', 'c', 'd', 'e', 'f', 'g'].map((id) => `/v1/articles/${id}`))
    const bytes = new Blob((await kept()).map(([name, value]) => name + JSON.stringify(value))).size
    expect(bytes).toBeGreaterThan(4_500_000)
    expect(bytes).toBeLessThanOrEqual(5_000_000)
  })

  it('holds 400 answers, so that what is written about them stays small', async () => {
    let now = Date.UTC(2026, 2, 2)
    vi.spyOn(Date, 'now').mockImplementation(() => ++now)
    const { note, memory } = open({ config: null })
    for (let id = 0; id < 402; id++) note(`/v1/articles/${id}?`, { id })
    expect(await memory.recall('/v1/articles/1?')).toBeUndefined()
    expect(await memory.recall('/v1/articles/2?')).toMatchObject({ id: 2 })
    expect(await kept()).toHaveLength(401)
  })

  it('drops what another version of the widget kept, and never misreads it', async () => {
    const store = createStore(`fanal:${key}:memory`, 'kept')
    await set('ledger', { format: 2, kept: { '/v1/articles/imprimante': {} }, queries: { newest: 'x' } }, store)
    await set('/v1/articles/imprimante', 'compressed', store)
    const { note, memory } = open({ config: null })
    expect(await memory.recall('/v1/articles/imprimante')).toBeUndefined()
    expect(await memory.recentQueries()).toEqual([])
    note('search_committed', committed('imprimante', 2))
    expect(await memory.recentQueries()).toEqual(['imprimante'])
    expect((await kept()).map(([name]) => name)).toEqual(['ledger'])
  })

  it('keeps what two tabs remember at once', async () => {
    const [here, there] = [open({ config: null }), open({ config: null })]
    for (let turn = 0; turn < 10; turn++) {
      here.note(`/v1/articles/here-${turn}?`, { id: `here-${turn}` })
      there.note(`/v1/articles/there-${turn}?`, { id: `there-${turn}` })
    }
    here.note('search_committed', committed('imprimante', 2))
    there.note('search_committed', committed('carte vitale', 1))
    await there.memory.recentQueries()
    const { memory } = open()
    for (let turn = 0; turn < 10; turn++) {
      expect(await memory.recall(`/v1/articles/here-${turn}?`)).toMatchObject({ id: `here-${turn}` })
      expect(await memory.recall(`/v1/articles/there-${turn}?`)).toMatchObject({ id: `there-${turn}` })
    }
    expect((await memory.recentQueries()).sort()).toEqual(['carte vitale', 'imprimante'])
  })

  it.each([
    [
      'throws at the first look, as in a sandboxed frame',
      () => {
        throw new DOMException('denied', 'SecurityError')
      },
    ],
    [
      'is blocked, as in some private windows',
      () => ({
        open: () => {
          throw new DOMException('no', 'InvalidStateError')
        },
      }),
    ],
  ])('that %s: the page view remembers by itself', async (_, indexedDb) => {
    vi.spyOn(window, 'indexedDB', 'get').mockImplementation(indexedDb as unknown as () => IDBFactory)
    const { note, memory } = open()
    note('/v1/articles/imprimante?', article('imprimante'))
    note('search_committed', committed('imprimante', 2))
    expect(await memory.recall('/v1/articles/imprimante?')).toMatchObject({ id: 'imprimante' })
    expect(await memory.recentQueries()).toEqual(['imprimante'])
    expect((await memory.search('imprimante')).nbHits).toBe(1)
  })

  it('that is full: the page view remembers by itself', async () => {
    const { note, memory } = open()
    note('search_committed', committed('carte vitale', 1))
    await memory.recentQueries()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    note('search_committed', committed('imprimante', 2))
    expect(await memory.recentQueries()).toEqual(['imprimante', 'carte vitale'])
  })

  it('is not touched where nothing may be stored', async () => {
    mayStore = false
    const { note } = open()
    note('/v1/articles/imprimante?', article('imprimante'))
    note('search_committed', committed('imprimante', 2))
    await open().memory.recentQueries()
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`fanal:${key}:memory`)
    expect(localStorage.length).toBe(0)
  })

  it('forgets everything', async () => {
    const { note, memory } = open()
    note('/v1/articles/imprimante?', article('imprimante'))
    note('search_committed', committed('imprimante', 0))
    memory.setPlace(article('imprimante'), 0.4)
    await memory.unfinished()
    expect(localStorage.getItem(`fanal:${key}:memory`)).toBe('1')
    await memory.forget()
    expect(await kept()).toEqual([])
    expect(localStorage.length).toBe(0)
    expect(await memory.recall('/v1/articles/imprimante?')).toBeUndefined()
    expect(await memory.recentQueries()).toEqual([])
    expect(await memory.unfinished()).toEqual([])
  })

  it('finishes forgetting that a page left before it was done', async () => {
    const before = open().memory
    before.setPlace(article('imprimante'), 0.4)
    await before.unfinished()
    localStorage.setItem(`fanal:${key}:memory`, '1 gone')
    const { memory } = open()
    memory.setPlace(article('rejet-b2'), 0.4)
    expect((await memory.unfinished()).map(({ id }) => id)).toEqual(['rejet-b2'])
    expect(localStorage.getItem(`fanal:${key}:memory`)).toBe('1')
  })

  it('forgets although consent is gone by then', async () => {
    const { note, memory } = open()
    note('search_committed', committed('imprimante', 2))
    await memory.recentQueries()
    mayStore = false
    await memory.forget()
    expect(await kept()).toEqual([])
  })
})

describe('queries', () => {
  it('are the last five that were meant, newest first, each once, without personal data', async () => {
    const { note, memory } = open()
    for (const query of ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'Trois', 'mail de marie@cabinet.fr'])
      note('search_committed', committed(query, 1))
    expect(await memory.recentQueries()).toEqual(['mail de [email]', 'Trois', 'six', 'cinq', 'quatre'])
    await memory.forgetQueries()
    expect(await memory.recentQueries()).toEqual([])
  })
})

describe('places', () => {
  const named = (id: string) => ({ id, title: `Titre de ${id}` })

  it('are the last three articles left half read, newest first', async () => {
    const { memory } = open()
    for (const id of ['a', 'b', 'c', 'd', 'b']) memory.setPlace(named(id), 0.5)
    expect(await open().memory.unfinished()).toEqual([
      { id: 'b', title: 'Titre de b', share: 0.5 },
      { id: 'd', title: 'Titre de d', share: 0.5 },
      { id: 'c', title: 'Titre de c', share: 0.5 },
    ])
  })

  it('go when the article was read to its end, and are not taken at a glance', async () => {
    const { memory } = open()
    memory.setPlace(named('a'), 0.5)
    memory.setPlace(named('a'), 1)
    memory.setPlace(named('b'), 0.01)
    expect(await memory.unfinished()).toEqual([])
  })
})

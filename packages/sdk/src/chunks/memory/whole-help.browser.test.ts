/** The whole help on a device: when it is fetched, and what answers where the index is out of reach. */
import { type CompactDocument, writeCompactIndex } from '@fanal/search'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChunkName, Chunks, Facts, Memory } from '../../chunks.ts'
import { FetchProblem } from '../../runtime.ts'
import { articles, config } from '../../ui/testing/sample-help.ts'
import { openDeviceIndex } from '../device/entry.ts'
import { type MemoryRuntime, openMemory } from './open-memory.ts'

const path = '/v1/device-index'
const help: CompactDocument[] = [
  {
    id: 'imprimante',
    locale: 'fr',
    title: 'L’ordonnance ne sort pas',
    summary: 'Le voyant et le bac.',
    body: 'Retirez le papier coincé.',
    category: 'Ordonnances',
  },
  { id: 'lot', locale: 'fr', title: 'Envoyer un lot', body: 'Choisissez les feuilles.', category: null },
]
const sent = writeCompactIndex(help, [])

let key: string
let mayStore: boolean
let undos: (() => unknown)[]
let fetched: string[]
let loaded: ChunkName[]
let answer: () => Promise<unknown>

beforeEach(() => {
  key = `pk_${crypto.randomUUID().slice(0, 8)}`
  mayStore = true
  undos = []
  fetched = []
  loaded = []
  answer = async () => sent
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const undo of undos.splice(0)) await undo()
  localStorage.clear()
})

/** A page view whose views are loaded at once when it rests. */
function open(): Facts & { memory: Memory } {
  const facts: Facts = { early: [], note: () => {} }
  const runtime: MemoryRuntime = {
    key,
    host: 'https://help.example.com',
    locale: 'fr',
    config: config('fr'),
    mayStore: () => mayStore,
    guard: (run) => run(),
    on: () => () => {},
    async load<N extends ChunkName>(name: N) {
      loaded.push(name)
      return { openDeviceIndex } as unknown as Chunks[N]
    },
    async getJson(asked, query) {
      fetched.push(`${asked}?${new URLSearchParams(query as Record<string, string>)}`)
      const body = await answer()
      facts.note(`${asked}?${new URLSearchParams(query as Record<string, string>)}&key=${key}`, body)
      return body as never
    },
    onDestroy: (undo) => void undos.push(undo),
  }
  return Object.assign(facts, { memory: openMemory(runtime, facts) })
}

const rested = () => expect.poll(() => loaded.includes('device'), { timeout: 20_000 }).toBe(true)
const idsOf = async (memory: Memory, query: string) => (await memory.search(query)).hits.map(({ objectID }) => objectID)

describe('the whole help', () => {
  it('comes after the views, when the page rests, in the language of the widget', async () => {
    open()
    await rested()
    expect(fetched).toEqual([`${path}?locale=fr`])
    expect(loaded).toEqual(['search', 'article', 'contact', 'device'])
  })

  it('answers as the server does, with an article nobody opened here, marked for the list', async () => {
    const { memory } = open()
    await rested()
    const { hits, nbHits, confidence } = await memory.search('ordonance coincée')
    expect(nbHits).toBe(1)
    expect(confidence).toBeGreaterThan(0.5)
    expect(hits[0]).toMatchObject({ objectID: 'imprimante', summary: 'Le voyant et le bac.', category: 'Ordonnances' })
    expect(hits[0]?._highlightResult.title?.value).toBe('L’\ue000ordonnance\ue001 ne sort pas')
    expect(await memory.outline('imprimante')).toMatchObject({ title: 'L’ordonnance ne sort pas' })
    expect(await memory.outline('nothing')).toBeUndefined()
  })

  it('is there for the next page view, and not fetched again within the hour', async () => {
    let now = Date.UTC(2026, 2, 2, 9)
    vi.spyOn(Date, 'now').mockImplementation(() => now)
    open()
    await rested()
    now += 3_500_000
    loaded = []
    const { memory } = open()
    await rested()
    expect(await idsOf(memory, 'papier coincé')).toEqual(['imprimante'])
    expect(fetched).toHaveLength(1)
    now += 200_000
    loaded = []
    open()
    await rested()
    expect(fetched).toHaveLength(2)
  })

  it('is not asked for where the person saves data; what was read is searched instead', async () => {
    vi.spyOn(navigator as Navigator & { connection: object }, 'connection', 'get').mockReturnValue({ saveData: true })
    const idle = vi.spyOn(window, 'requestIdleCallback')
    const { note, memory } = open()
    const read = articles('fr').find(({ id }) => id === 'imprimante')
    note('/v1/articles/imprimante?', read)
    expect(await idsOf(memory, 'imprime')).toEqual(['imprimante'])
    expect((await memory.search('imprime')).confidence).toBeUndefined()
    expect([idle.mock.calls.length, fetched, loaded]).toEqual([0, [], []])
  })

  it('is not asked for once consent is gone', async () => {
    open()
    mayStore = false
    await expect.poll(() => loaded.includes('contact'), { timeout: 20_000 }).toBe(true)
    expect([fetched, loaded.includes('device')]).toEqual([[], false])
  })

  it('that is too large for a device, or of another version, leaves what was read', async () => {
    for (const given of [
      () => Promise.reject(new FetchProblem(404, 'DEVICE_INDEX_TOO_LARGE')),
      async () => ({ format: 9 }),
    ]) {
      answer = given
      const { note, memory } = open()
      note(
        '/v1/articles/imprimante?',
        articles('fr').find(({ id }) => id === 'imprimante'),
      )
      await expect.poll(() => fetched.length, { timeout: 20_000 }).toBe(1)
      expect(await idsOf(memory, 'imprime')).toEqual(['imprimante'])
      expect(await memory.outline('imprimante')).toBeUndefined()
      fetched = []
      key += 'x'
    }
  })

  it('goes with everything else at log-out', async () => {
    const { memory } = open()
    await rested()
    expect(await idsOf(memory, 'lot')).toEqual(['lot'])
    await memory.forget()
    expect(await idsOf(memory, 'lot')).toEqual([])
  })
})

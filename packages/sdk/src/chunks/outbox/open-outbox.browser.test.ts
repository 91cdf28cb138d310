import type { SignalName, SignalProps } from '@fanal/contract'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Happening, Outbox, OutboxOptions } from '../../chunks.ts'
import { type FakeServer, startFakeServer } from '../../testing/fake-server.ts'
import { openOutbox } from './open-outbox.ts'

let server: FakeServer
let opened: Outbox[]
let reported: string[]
let mayStore: boolean
let work: Map<string, boolean>

beforeEach(() => {
  server = startFakeServer()
  opened = []
  reported = []
  mayStore = true
  work = new Map()
  // Only the clock and the timers: IndexedDB, locks and promises are the browser's own.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2026, 2, 2, 9) })
})
afterEach(async () => {
  for (const outbox of opened) await outbox.forget()
  for (const outbox of opened) outbox.destroy()
  vi.useRealTimers()
  server.close()
})

/** A page view: one outbox on the device's store. */
function open(options: Partial<OutboxOptions> = {}): Outbox {
  const outbox = openOutbox(
    {
      key: server.key,
      host: server.host,
      locale: 'fr',
      mayStore: () => mayStore,
      guard: (run) => run(),
      report: (name, props) => reported.push(`${name} ${JSON.stringify(props)}`),
      resumeLater: (chunk, wanted) => work.set(chunk, wanted),
    },
    { beforeSend: undefined, getToken: undefined, ...options },
  )
  opened.push(outbox)
  return outbox
}
const milestone = (name: string, more: Partial<Happening> = {}): Happening => ({
  name: 'milestone_reached',
  props: { name },
  at: Date.now(),
  page: { key: '/facturation' },
  ...more,
})
const names = () => server.signals.map(({ props }) => (props as { name: string }).name)
const ids = () => server.batches.map(({ signals }) => signals.map(({ id }) => id))
/** Something fast enough for IndexedDB, without waiting for our timers. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 5000, interval: 20 })

describe('the outbox', () => {
  it('sends what waits together, after a rest, without a preflight and so that it outlives the page', async () => {
    const outbox = open()
    outbox.add(milestone('a'))
    outbox.add(milestone('b'))
    expect(server.batches).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(2000)
    await soon(() => expect(names()).toEqual(['a', 'b']))
    expect(server.batches).toHaveLength(1)
    expect(server.batches[0]).toMatchObject({ key: server.key, keepalive: true })
    expect(server.signals[0]?.at).toBe(Date.UTC(2026, 2, 2, 9))
    expect(server.batches[0]?.sentAt).toBeGreaterThanOrEqual(Date.UTC(2026, 2, 2, 9, 0, 2))
    await soon(() => expect(work.get('outbox')).toBe(false))
  })

  it('does not wait for the rest when many wait', async () => {
    const outbox = open()
    for (let index = 0; index < 21; index++) outbox.add(milestone(String(index)))
    await vi.advanceTimersByTimeAsync(0)
    await soon(() => expect(server.signals).toHaveLength(21))
  })

  it('tries again with the same ids, not before the server asked for', async () => {
    server.answers.push({ status: 503, headers: { 'retry-after': '30' } })
    const outbox = open()
    outbox.add(milestone('a'))
    await outbox.flush()
    await outbox.flush()
    expect(server.batches).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(server.batches).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1000)
    await soon(() => expect(names()).toEqual(['a']))
    expect(ids()[1]).toEqual(ids()[0])
  })

  it('keeps signals through an offline time and sends them when the network is back', async () => {
    server.answers.push('offline')
    const outbox = open()
    outbox.add(milestone('a'))
    await outbox.flush()
    expect(server.signals).toHaveLength(0)
    expect(work.get('outbox')).toBe(true)
    await vi.advanceTimersByTimeAsync(2000)
    await soon(() => expect(names()).toEqual(['a']))
  })

  it('lets go of its database when it ends', async () => {
    server.answers.push('offline', 'offline')
    const outbox = open()
    outbox.add(milestone('a'))
    await outbox.flush()
    outbox.destroy()
    // Where a connection stays open this waits for ever.
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(`fanal:${server.key}:outbox`).onsuccess = resolve
    })
  })

  it('keeps for the next page view what is told right before the end', async () => {
    const before = open({ getToken: async () => null })
    before.add(milestone('a'))
    before.destroy()
    await vi.waitFor(async () => {
      await open().flush()
      expect(names()).toEqual(['a'])
    })
  })

  it('survives a reload: the next page view sends what the last one could not', async () => {
    server.answers.push('offline', 'offline')
    const before = open()
    before.add(milestone('a'))
    await before.flush()
    before.destroy()
    open()
    await vi.advanceTimersByTimeAsync(0)
    await soon(() => expect(names()).toEqual(['a']))
    const after = open()
    await after.flush()
    expect(server.signals).toHaveLength(1)
  })

  it('sends from one tab when two have the same signals to send', async () => {
    server.answers.push('offline')
    const first = open()
    first.add(milestone('a'))
    await first.flush()
    vi.setSystemTime(Date.UTC(2026, 2, 2, 10))
    const second = open()
    await Promise.all([first.flush(), second.flush()])
    expect(names()).toEqual(['a'])
  })

  it('drops what the server refuses, says so once, and keeps the rest going', async () => {
    server.answers.push({
      status: 202,
      body: { accepted: 1, duplicates: 0, rejected: [{ index: 1, id: null, code: 'SIGNAL_INVALID', message: '' }] },
    })
    const outbox = open()
    outbox.add(milestone('good'))
    outbox.add(milestone('bad'))
    await outbox.flush()
    await outbox.flush()
    expect(server.batches).toHaveLength(1)
    expect(reported).toEqual(['widget_failed {"code":"signals_rejected:1:SIGNAL_INVALID"}'])
  })

  it('finds the one that spoils a whole body', async () => {
    server.answers.push({ status: 400 }, { status: 400 })
    const outbox = open()
    outbox.add(milestone('spoils', { at: 1 }))
    outbox.add(milestone('good', { at: 2 }))
    await outbox.flush()
    expect(names()).toEqual(['good'])
    expect(reported).toEqual(['widget_failed {"code":"signals_rejected:1:400"}'])
  })

  it('lets signals leave with the page', async () => {
    const outbox = open()
    outbox.add(milestone('a'))
    window.dispatchEvent(new Event('pagehide'))
    await soon(() => expect(names()).toEqual(['a']))
    expect(server.batches[0]?.keepalive).toBe(true)
    await vi.advanceTimersByTimeAsync(2000)
    expect(server.batches).toHaveLength(1)
  })

  it('keeps personal data out of free text before anything is kept', async () => {
    const outbox = open()
    const add = <N extends SignalName>(name: N, props: SignalProps[N]) =>
      outbox.add({ name, props, at: Date.now(), page: { key: '/' } })
    add('search_committed', { searchId: 's1', query: 'carte de marie.durand@example.org refusée', hits: 0 })
    add('error_seen', { message: 'NIR 1 84 12 76 451 089 46 inconnu' })
    await outbox.flush()
    expect(server.signals.map(({ props }) => props)).toEqual([
      { searchId: 's1', query: 'carte de [email] refusée', hits: 0 },
      { message: 'NIR [nir] inconnu' },
    ])
  })

  it('sends each visitor’s signals with that visitor’s token', async () => {
    const marie = `h.${btoa(JSON.stringify({ sub: 'u1' }))}.s`
    const paul = `h.${btoa(JSON.stringify({ sub: 'u2' }))}.s`
    const outbox = open()
    outbox.add(milestone('marie', { token: marie, at: 1 }))
    outbox.add(milestone('paul', { token: paul, at: 2 }))
    outbox.add(milestone('nobody', { at: 3 }))
    await outbox.flush()
    expect(server.batches.map(({ token, signals }) => [token, signals.map(({ visitorId }) => visitorId)])).toEqual([
      [marie, ['u1']],
      [paul, ['u2']],
      [undefined, [undefined]],
    ])
  })

  it('lets the host change or hold back a signal', async () => {
    const outbox = open({
      beforeSend: (signal) => (signal.page.key === '/secret' ? null : { ...signal, release: '4.2' }),
    })
    outbox.add(milestone('kept'))
    outbox.add(milestone('held back', { page: { key: '/secret' } }))
    await outbox.flush()
    expect(names()).toEqual(['kept'])
    expect(server.signals[0]?.release).toBe('4.2')
  })

  it('holds 1000 signals and counts exactly what found no room', async () => {
    const outbox = open()
    for (let index = 0; index < 1003; index++) outbox.add(milestone(String(index)))
    await outbox.flush()
    await soon(() => expect(server.signals).toHaveLength(1000))
    expect(reported).toEqual(['widget_failed {"code":"signals_dropped:3"}'])
  })

  it('works in memory where nothing may be stored', async () => {
    mayStore = false
    const outbox = open()
    outbox.add(milestone('a'))
    await outbox.flush()
    expect(names()).toEqual(['a'])
    expect(sessionStorage.getItem(`fanal:${server.key}:session`)).toBeNull()
  })

  it('forgets everything when consent is taken back', async () => {
    const outbox = open()
    outbox.add(milestone('a'))
    await outbox.forget()
    await outbox.flush()
    open()
    await vi.advanceTimersByTimeAsync(5000)
    expect(server.batches).toHaveLength(0)
    expect(sessionStorage.getItem(`fanal:${server.key}:session`)).toBeNull()
  })
})

describe('the session', () => {
  it('goes on across page views, and ends after 30 minutes of silence', () => {
    const first = open()
    first.add(milestone('a'))
    const { sessionId } = first
    expect(open().sessionId).toBe(sessionId)
    vi.setSystemTime(Date.UTC(2026, 2, 2, 9, 30))
    expect(first.sessionId).toBe(sessionId)
    vi.setSystemTime(Date.UTC(2026, 2, 2, 9, 30, 0, 1))
    expect(first.sessionId).not.toBe(sessionId)
  })

  it('is a new one after log out', () => {
    const outbox = open()
    outbox.add(milestone('a'))
    const { sessionId } = outbox
    outbox.reset()
    expect(outbox.sessionId).not.toBe(sessionId)
  })
})

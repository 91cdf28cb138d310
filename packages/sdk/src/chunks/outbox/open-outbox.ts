/**
 * The outbox: keeps signals until the server has acknowledged them, and sends them in small batches. It never makes a new id for an
 * old signal, never sends from two tabs at once where the browser can tell, and never lets a signal that the server refuses
 * stop the others. A blocked or offline server changes nothing for the person.
 */
import { limits, paths } from '@fanal/contract'
import type { Happening, Outbox, OutboxOptions } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { backoffMs } from './backoff.ts'
import { byteLength, nextBatch, toBody } from './batch.ts'
import { makeSignal } from './make-signal.ts'
import { type SendOutcome, sendBatch } from './send-batch.ts'
import { openSession } from './session.ts'
import { type AnySignal, openSignalStore } from './signal-store.ts'
import { keepVisitors } from './visitor.ts'

/** Silence after which what waits is sent. */
const restMs = 2000
/** So many waiting signals are sent at once. */
const fullCount = 20
const maxWaiting = 1000

/** What the outbox needs of the runtime. */
export type OutboxRuntime = Pick<Runtime, 'key' | 'host' | 'locale' | 'mayStore' | 'guard' | 'report' | 'resumeLater'>

export function openOutbox(runtime: OutboxRuntime, { beforeSend, getToken, onNews = () => {} }: OutboxOptions): Outbox {
  const url = runtime.host + paths.signals
  const name = `fanal:${runtime.key}:outbox`
  const store = openSignalStore(name, runtime.mayStore)
  const now = () => Date.now()
  const session = openSession(`fanal:${runtime.key}:session`, runtime.mayStore)
  const visitors = keepVisitors(getToken, now, (problem) => runtime.guard(() => Promise.reject(problem)))
  const inFlight = new Set<string>()
  const ended = new AbortController()
  let waiting = 0
  let failures = 0
  let notBefore = 0
  let maxSignals: number = limits.maxBatchSignals
  let timer: ReturnType<typeof setTimeout> | undefined
  let flushing: Promise<void> | undefined
  /** what is on its way to the disk */
  let adding: Promise<unknown> | undefined

  function schedule(delayMs: number): void {
    clearTimeout(timer)
    if (ended.signal.aborted) return
    timer = setTimeout(() => runtime.guard(flush), Math.max(delayMs, notBefore - now()))
  }

  async function add(happening: Happening): Promise<void> {
    // Only a host that gives tokens on demand makes this wait.
    if (getToken) await visitors.refresh()
    session.touch(happening.at)
    const visitor = visitors.nameOf(happening)
    const signal = makeSignal(happening, runtime.locale, session.id(happening.at), visitor, beforeSend)
    if (!signal) return onNews({ kind: 'dropped', name: happening.name })
    onNews({ kind: 'waiting', signals: [signal] })
    schedule(waiting >= fullCount && failures === 0 ? 0 : restMs)
    await keep(signal)
  }

  async function keep(signal: AnySignal): Promise<void> {
    if (++waiting > maxWaiting) {
      waiting--
      return store.countDrop()
    }
    runtime.resumeLater('outbox', true)
    await store.add(signal)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    flushing ??= alone(name, sendAll)
      .then((ran) => {
        // Another tab is sending, and may have looked before our last signal was kept.
        if (!ran) schedule(restMs)
      })
      .finally(() => {
        flushing = undefined
      })
    return flushing
  }

  async function sendAll(): Promise<void> {
    if (notBefore > now()) return schedule(0)
    for (;;) {
      const all = await store.list()
      waiting = all.length
      if (!waiting && !store.own().length) runtime.resumeLater('outbox', false)
      if (!(await sendSome(all))) return
    }
  }

  /** @returns whether something was settled, so that there may be more to send */
  async function sendSome(signals: AnySignal[]): Promise<boolean> {
    const free = signals.filter(({ id }) => !inFlight.has(id))
    const token = visitors.tokenOf(free[0]?.visitorId)
    const batch = nextBatch(free, byteLength(token ?? ''), maxSignals)
    if (!batch.length) return false
    const ids = batch.map(({ id }) => id)
    for (const id of ids) inFlight.add(id)
    const outcome = await sendBatch(url, toBody(runtime.key, batch, now(), token))
    const settled = await settle(batch, outcome)
    for (const id of ids) inFlight.delete(id)
    return settled
  }

  /** @returns whether to go on with the next batch */
  async function settle(batch: AnySignal[], outcome: SendOutcome): Promise<boolean> {
    if (outcome.kind === 'later') {
      onNews({ kind: 'later', signals: batch })
      const waitMs = Math.max(backoffMs(++failures, Math.random()), outcome.waitMs)
      notBefore = now() + waitMs
      schedule(waitMs)
      return false
    }
    if (outcome.kind === 'refused' && batch.length > 1) {
      // One of them spoils the body: one by one the others get through.
      maxSignals = 1
      return true
    }
    failures = 0
    await store.remove(batch.map(({ id }) => id))
    const rejected = outcome.kind === 'refused' ? [{ index: 0, code: outcome.code }] : outcome.rejected
    onNews({ kind: 'sent', signals: batch.filter((_, place) => !rejected.some(({ index }) => index === place)) })
    for (const { index, code } of rejected) onNews({ kind: 'refused', signals: batch.slice(index, index + 1), code })
    tellRejected(batch, rejected)
    const drops = await store.takeDrops()
    if (drops) runtime.report('widget_failed', { code: `signals_dropped:${drops}` })
    return true
  }

  /** Said once per batch, and never about a `widget_failed`: that would go on for ever. */
  function tellRejected(batch: AnySignal[], rejected: { index: number; code: string }[]): void {
    const told = rejected.filter(({ index }) => batch[index] && batch[index].name !== 'widget_failed')
    if (told[0]) runtime.report('widget_failed', { code: `signals_rejected:${told.length}:${told[0].code}` })
  }

  /** The page may go away for good: what is not on its way leaves now, without asking the disk. */
  function leave(): Promise<unknown> | undefined {
    if (notBefore <= now()) return sendSome(store.own())
    return undefined
  }

  const listen = (target: EventTarget, type: string, listener: () => unknown) =>
    target.addEventListener(type, () => runtime.guard(listener), { signal: ended.signal })
  listen(document, 'visibilitychange', () => {
    if (document.visibilityState === 'hidden') return leave()
    return schedule(restMs)
  })
  listen(window, 'pagehide', leave)
  listen(window, 'online', () => {
    failures = 0
    schedule(0)
  })
  // What earlier page views left behind.
  schedule(0)

  return {
    add(happening) {
      adding = Promise.allSettled([adding, runtime.guard(() => add(happening))])
    },
    get sessionId() {
      return session.id(now())
    },
    flush,
    reset() {
      session.forget()
      runtime.guard(flush)
    },
    async forget() {
      session.forget()
      clearTimeout(timer)
      waiting = 0
      await store.clear()
      runtime.resumeLater('outbox', false)
    },
    destroy() {
      ended.abort()
      clearTimeout(timer)
      runtime.guard(async () => {
        await Promise.allSettled([adding, leave(), flushing])
        await store.close()
      })
    },
  }
}

/** Runs where no other tab does the same; where one does, that tab sends what this one has kept. @returns whether it ran */
async function alone(name: string, run: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) {
    await run()
    return true
  }
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await run()
    return lock !== null
  })
}

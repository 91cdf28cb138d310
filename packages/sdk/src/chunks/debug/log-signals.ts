/**
 * The signals of this page view and what became of each. Those that wait for the first use are shown as they would leave, without keeping anything: the
 * host's `beforeSend` is asked for them here, and again when they are kept.
 */
import type { SignalName } from '@fanal/contract'
import type { Chunks, DebugParts, Happening, OutboxNews } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'

export type SignalState = 'unused' | 'waiting' | 'later' | 'sent' | 'refused' | 'dropped' | 'failed'

export interface LoggedSignal {
  /** stays the same for as long as it is listed */
  id: string
  name: SignalName
  /** milliseconds since the epoch */
  at: number
  state: SignalState
  /** why the server refused it */
  code?: string
  /** as it leaves; missing where `beforeSend` held it back */
  signal?: object
}

export interface SignalLog {
  /** newest first */
  list(): LoggedSignal[]
  /** @returns its own undo */
  watch(onChange: () => void): () => void
}

/** A page may stay open for days. */
const maxLogged = 100

export function logSignals(runtime: Runtime, { widget, reporter }: DebugParts): SignalLog {
  const logged = new Map<string, LoggedSignal>()
  const previews = new WeakMap<Happening, LoggedSignal>()
  let makeSignal: Chunks['outbox']['makeSignal'] | undefined
  let count = 0

  function note(news: OutboxNews): void {
    if (news.kind === 'dropped') {
      const id = `dropped ${++count}`
      logged.set(id, { id, name: news.name, at: Date.now(), state: 'dropped' })
    } else
      for (const signal of news.signals) {
        const { id, name, at } = signal
        const code = 'code' in news ? { code: news.code } : {}
        logged.set(id, { id, name, at, state: news.kind, ...code, signal })
      }
    for (const id of [...logged.keys()].slice(0, -maxLogged)) logged.delete(id)
  }

  function preview(happening: Happening): LoggedSignal {
    const { name, at } = happening
    const entry: LoggedSignal = { id: `unused ${++count}`, name, at, state: 'unused' }
    try {
      const signal = makeSignal?.(happening, runtime.locale, '', {}, widget.options.beforeSend)
      return signal ? { ...entry, signal } : { ...entry, state: 'dropped' }
    } catch {
      // The host hears of it when the signal is really made.
      return { ...entry, state: 'failed' }
    }
  }

  function previewOnce(happening: Happening): LoggedSignal {
    const entry = previews.get(happening) ?? preview(happening)
    previews.set(happening, entry)
    return entry
  }

  return {
    list() {
      const unused = makeSignal ? reporter.waiting.map(previewOnce) : []
      return [...logged.values(), ...unused].sort((a, b) => b.at - a.at)
    },
    watch(onChange) {
      runtime.guard(async () => {
        makeSignal = (await runtime.load('outbox')).makeSignal
        onChange()
      })
      return runtime.on('outbox', (news) => {
        note(news as OutboxNews)
        onChange()
      })
    },
  }
}

/**
 * How articles are used on each page, kept in memory per project: read from the store once, then added to as signals arrive. Read again
 * now and then, for old signals to leave and for what an import brought; whoever asks meanwhile gets what is there.
 */
import { createPageUse, type PageUse, pageUseSignals } from '@fanal/insights'
import type { Services } from '../services.ts'
import type { StoredSignal } from '../store/store.ts'

const periodMs = 90 * 24 * 3_600_000
/** Where nobody has read anything yet, what a page is called is known from those who looked for help there. */
const titlesPeriodMs = 7 * 24 * 3_600_000
/** How old what was read from the store may be, milliseconds. */
const keptMs = 60 * 60_000

interface Kept {
  readAt: number
  use: PageUse
  /** goes up whenever something is learnt */
  version: number
  /** what is being read; done once it is in `use` */
  reading: Promise<void> | null
  /** what arrived while it was: the store may have been read before */
  arrived: StoredSignal[]
}

export interface KeptPageUse {
  /** Of the last 90 days; empty where the store cannot answer. */
  of(project: string): Promise<{ use: PageUse; version: number }>
  /** Signals that are now stored. */
  add(project: string, signals: readonly StoredSignal[]): void
}

export function keepPageUse({ store, now, log }: Pick<Services, 'store' | 'now' | 'log'>): KeptPageUse {
  const kept = new Map<string, Kept>()

  async function read(project: string, one: Kept): Promise<void> {
    const startedAt = now()
    one.arrived = []
    try {
      const use = createPageUse()
      const [signals, opened] = await Promise.all([
        store.signals.read(project, { from: startedAt - periodMs, names: pageUseSignals }),
        store.signals.read(project, { from: startedAt - titlesPeriodMs, names: ['panel_opened'] }),
      ])
      for (const signal of [...signals, ...opened, ...one.arrived]) use.add(signal)
      one.use = use
      one.version += 1
    } catch (error) {
      log.error({ project, err: error }, 'how articles are used could not be read; suggestions go by what is known')
    } finally {
      one.readAt = startedAt
      one.reading = null
      one.arrived = []
    }
  }

  return {
    async of(project) {
      const known = kept.get(project)
      const one = known ?? { readAt: 0, use: createPageUse(), version: 0, reading: null, arrived: [] }
      kept.set(project, one)
      if (one.reading === null && now() - one.readAt >= keptMs) one.reading = read(project, one)
      if (one.version === 0 && one.reading !== null) await one.reading
      return { use: one.use, version: one.version }
    },

    add(project, signals) {
      const one = kept.get(project)
      if (one === undefined) return
      if (one.reading !== null) one.arrived.push(...signals)
      let learnt = false
      for (const signal of signals) learnt = one.use.add(signal) || learnt
      if (learnt) one.version += 1
    },
  }
}

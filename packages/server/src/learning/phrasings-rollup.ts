/**
 * The stored phrasings of a project: made from a year's signals, again whenever signals came or went, and once a day, for old ones to leave.
 * Source: docs/search.md#learned-phrasings
 */
import { setImmediate } from 'node:timers/promises'
import { createPhrasingLearner, phrasingSignals } from '@fanal/insights'
import { compareRows, type Rollup } from '../rollups/rollup.ts'
import type { RollupMark, Store } from '../store/store.ts'

const dayMs = 24 * 3_600_000
/** Four half-lives: what is older would count a sixteenth. */
const periodMs = 365 * dayMs

type SignalsAndPhrasings = Pick<Store, 'signals' | 'phrasings'>

/** Makes them again where signals came or went; does nothing else. */
export async function keepPhrasings(store: SignalsAndPhrasings, project: string, now: number): Promise<void> {
  const from = firstDay(now)
  const { mark } = await store.phrasings.read(project)
  // Counted before they are read: what arrives in between is learnt from, and looked at once more next time.
  const signals = await store.signals.count(project)
  if (mark?.from === from && mark.signals === signals) return
  await store.phrasings.replace(project, await learn(store, project, from), { from, signals })
}

export const phrasingsRollup: Rollup = {
  name: 'phrasings',

  async rebuild(store, project, now) {
    const { phrasings: stored, mark } = await store.phrasings.read(project)
    const signals = await store.signals.count(project)
    const next: RollupMark = { from: mark?.from ?? firstDay(now), signals }
    const phrasings = await learn(store, project, next.from)
    const differences = compareRows(stored, phrasings, ({ articleId, id }) => `${articleId} ${id}`)
    const wasCurrent = mark?.signals === signals
    if (differences.length > 0 || !wasCurrent) await store.phrasings.replace(project, phrasings, next)
    return { rows: phrasings.length, differences, wasCurrent }
  },
}

async function learn(store: SignalsAndPhrasings, project: string, from: number) {
  const learner = createPhrasingLearner()
  for await (const page of store.signals.readInPages(project, { from, names: phrasingSignals })) {
    for (const signal of page) learner.add(signal)
    // A year's signals take a while: whoever waits for an answer comes in between.
    await setImmediate()
  }
  return learner.learnt()
}

/** Whole days, so that a year's signals are the same ones all day long. */
function firstDay(now: number): number {
  return Math.floor((now - periodMs) / dayMs) * dayMs
}

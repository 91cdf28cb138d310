/** Which articles of a project are read most, counted from its signals now and then: every visitor's panel asks for it. */
import { mostRead } from '@fanal/insights'
import type { Services } from '../services.ts'

const periodMs = 28 * 24 * 3_600_000
/** How old an answer may be, milliseconds. */
const keptMs = 10 * 60_000

/** @returns article ids of the last 28 days, the most read first; some may be gone meanwhile */
export function keepMostRead({ store, now }: Pick<Services, 'store' | 'now'>): (project: string) => Promise<string[]> {
  const kept = new Map<string, { at: number; ids: Promise<string[]> }>()
  return (project) => {
    const at = now()
    const known = kept.get(project)
    if (known && at - known.at < keptMs) return known.ids
    const ids = store.signals.read(project, { from: at - periodMs, names: ['article_read'] }).then(mostRead)
    kept.set(project, { at, ids })
    // A store that cannot answer now is asked again by the next visitor.
    ids.catch(() => kept.delete(project))
    return ids
  }
}

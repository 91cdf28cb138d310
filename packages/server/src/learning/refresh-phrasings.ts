/**
 * Brings what visitors' searches teach into the search: learns where signals came, leaves out what somebody removed, and hands each article
 * its phrases. The articles are indexed again only where that changes one of them.
 * Source: docs/search.md#learned-phrasings
 */
import { phrasingsInUse } from '@fanal/insights'
import type { Services } from '../services.ts'
import type { Store } from '../store/store.ts'
import { keepPhrasings } from './phrasings-rollup.ts'

type PhrasingSources = Pick<Services, 'store' | 'knowledge' | 'now'>

interface Runs {
  /** the last one that was asked for */
  last: Promise<void>
  /** it has not begun: whoever asks now shares it */
  waits: boolean
}

const runsOf = new WeakMap<Store, Map<string, Runs>>()

/**
 * Learns, and searches by what was learnt. Who asks while a run is going on gets the next one, which sees what has been stored meanwhile.
 */
export function refreshPhrasings(sources: PhrasingSources, project: string): Promise<void> {
  const byProject = runsOf.get(sources.store) ?? new Map<string, Runs>()
  runsOf.set(sources.store, byProject)
  const known = byProject.get(project)
  if (known?.waits) return known.last
  // Who asked for the run before is told when it fails; this one is another.
  const before = known?.last.catch(() => {}) ?? Promise.resolve()
  const runs: Runs = { last: before.then(run), waits: true }
  byProject.set(project, runs)
  return runs.last

  async function run(): Promise<void> {
    runs.waits = false
    await keepPhrasings(sources.store, project, sources.now())
    await usePhrasings(sources, project)
  }
}

/** Searches by what is stored, without learning anything. */
export async function usePhrasings({ store, knowledge, now }: PhrasingSources, project: string): Promise<void> {
  const [{ phrasings }, decisions] = await Promise.all([
    store.phrasings.read(project),
    store.phrasings.decisions(project),
  ])
  const removed = new Set(decisions.filter((one) => one.removed).map(({ articleId, id }) => `${articleId} ${id}`))
  const kept = phrasings.filter(({ articleId, id }) => !removed.has(`${articleId} ${id}`))
  const texts = [...Map.groupBy(kept, ({ articleId }) => articleId)].map(
    // In the order of their ids: a weight that fades must not make an index anew.
    ([id, own]) =>
      [
        id,
        phrasingsInUse(own, now())
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ text }) => text),
      ] as const,
  )
  await knowledge.learn(project, new Map(texts.filter(([, own]) => own.length > 0)))
}

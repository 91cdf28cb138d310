/**
 * "We wrote it": asks the index again what the person searched in vain, and tells each article that answers it now, once. The questions are
 * asked as any search is, without being told as signals; all of them in one request, and never twice within six hours.
 */
import { limits, paths, type SearchHit, type SearchResponse, uncertainBelow } from '@fanal/contract'
import type { Memory } from '../../chunks.ts'
import { askIndex } from '../../ui/ask-index.ts'
import type { DeviceStore } from './device-store.ts'
import type { Unanswered } from './ledger.ts'
import type { MemoryRuntime } from './open-memory.ts'

type News = Awaited<ReturnType<Memory['news']>>

/** An answer further down is not what the person meant. */
const topHits = 3
const hourMs = 3_600_000
const askAgainMs = 6 * hourMs
/** Nobody waits longer than this for an answer. */
const forgetAfterMs = 90 * 24 * hourMs
const timeoutMs = 8000

/**
 * @param openedAt when this page view's memory began: what was searched before it is asked at once, what is searched now in an hour
 * @returns [] where nothing is new, the network is away or the index refuses
 */
export async function askNews(runtime: MemoryRuntime, store: DeviceStore, openedAt: number): Promise<News> {
  const now = Date.now()
  const isDue = ({ at, askedAt }: Unanswered) =>
    askedAt > at ? now - askedAt > askAgainMs : at < openedAt || now - at > hourMs
  if (!(await store.read()).unanswered.some(isDue)) return []
  let due: Unanswered[] = []
  // Decided in one step, so that a second tab does not ask the same.
  await store.change((ledger) => {
    ledger.unanswered = ledger.unanswered.filter(({ at }) => now - at < forgetAfterMs)
    due = ledger.unanswered.filter(isDue).map((search) => ({ ...search }))
    for (const search of ledger.unanswered) if (isDue(search)) search.askedAt = now
  })
  const answers = due.length ? await askBest(runtime, due) : []
  const found = new Map<string, News[number]>()
  const answered = new Set<string>()
  for (const [index, { query, at, hits }] of due.entries()) {
    const hit = answers[index]?.find((one) => !hits || Date.parse(String(one.updatedAt)) > at)
    if (!hit) continue
    answered.add(query)
    if (!found.has(hit.objectID)) found.set(hit.objectID, { query, articleId: hit.objectID, title: hit.title })
  }
  if (answered.size)
    await store.change((ledger) => {
      ledger.unanswered = ledger.unanswered.filter(({ query }) => !answered.has(query))
    })
  return [...found.values()]
}

/** The best hits of each search, none where they are guesses; [] where there was no answer. */
async function askBest(runtime: MemoryRuntime, due: readonly Unanswered[]): Promise<SearchHit[][]> {
  const toRequests = (indexName: string) =>
    due.map(({ query }) => ({
      indexName,
      query: query.slice(0, limits.maxQueryChars),
      hitsPerPage: topHits,
      analytics: false,
      attributesToRetrieve: ['title', 'updatedAt'],
      attributesToHighlight: [],
    }))
  try {
    const { results = [] } = await askIndex<{ results: Pick<SearchResponse, 'hits' | '_fanal'>[] }>(
      runtime,
      (index) => ({ path: paths.searchIndexes, body: { requests: toRequests(index) } }),
      AbortSignal.timeout(timeoutMs),
    )
    return results.map(({ hits, _fanal }) => (_fanal && _fanal.confidence < uncertainBelow ? [] : hits))
  } catch {
    // Away, blocked or refused: asked again another time.
    return []
  }
}

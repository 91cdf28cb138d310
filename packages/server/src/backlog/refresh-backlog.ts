/**
 * Keeps the stored backlog up to what the signals say: runs the pipeline of insights and saves what is new or changed, then
 * replays the queries of closed items and opens again those that fail. Does nothing where nothing has changed.
 * Source: docs/metrics.md#the-backlog
 */
import { createHash } from 'node:crypto'
import type { BacklogItem } from '@fanal/contract'
import { backlogWindowMs, buildBacklog } from '@fanal/insights'
import type { Knowledge, KnowledgeBase } from '../knowledge/knowledge.ts'
import { loadHistory, loadTickets } from '../reports/load-history.ts'
import { loadTitles, outlinesOf } from '../reports/make-report.ts'
import type { Store } from '../store/store.ts'
import { needsProof, proveItem } from './prove-item.ts'

const dayMs = 86_400_000
/** Votes are rarer than searches: they are looked at this far back. */
const historyMs = 90 * dayMs

export interface BacklogSources {
  store: Store
  knowledge: Pick<Knowledge, 'get'>
  now(): number
}

interface Refreshed {
  /** what the last refresh was made from */
  seen: string
  base: KnowledgeBase | undefined
}

/** By store and project: what has been seen, and the refresh that is going on. */
const refreshed = new WeakMap<Store, Map<string, Refreshed>>()
const running = new WeakMap<Store, Map<string, Promise<void>>>()

/** Refreshes a project's items; callers at the same time share one run. */
export async function refreshBacklog(sources: BacklogSources, project: string): Promise<void> {
  const runs = mapOf(running, sources.store)
  const current = runs.get(project)
  if (current) return current
  const run = refreshOnce(sources, project).finally(() => runs.delete(project))
  runs.set(project, run)
  return run
}

async function refreshOnce(sources: BacklogSources, project: string): Promise<void> {
  const { store, knowledge } = sources
  const now = sources.now()
  const base = knowledge.get(project)
  const done = mapOf(refreshed, store)
  const last = done.get(project)
  const seen = await summarise(store, project, now)
  if (last && last.seen === seen && last.base === base) return
  const saved =
    last?.seen === seen || (await saveAll(store, (await findChanges(store, project, base, { now })).changed))
  const reopened = base === undefined || base.folder === null || (await reopenFailing(store, base, now))
  // What somebody changed at the same moment was not written: the next call tries again.
  if (saved && reopened) done.set(project, { seen, base })
  else done.delete(project)
}

/** Two equal summaries: the pipeline would say the same. The day counts, for evidence grows old. */
async function summarise(store: Store, project: string, now: number): Promise<string> {
  const [count, tickets] = await Promise.all([
    store.signals.count(project),
    loadTickets(store, project, now - historyMs),
  ])
  const hash = createHash('sha256').update(JSON.stringify(tickets)).digest('hex')
  return `${Math.floor(now / dayMs)}:${count}:${hash}`
}

/**
 * The backlog as a refresh would leave it, without writing anything: for a look at the data alone, also as of a past moment.
 *
 * @param at milliseconds: the moment, later than which nothing is looked at, and how long a ticket may follow help
 */
export async function previewBacklog(
  store: Store,
  project: string,
  base: Pick<KnowledgeBase, 'settings' | 'flows'> | undefined,
  at: { now: number; windowMs: number },
): Promise<BacklogItem[]> {
  const { changed, previous } = await findChanges(store, project, base, at)
  return [...new Map([...previous, ...changed].map((item) => [item.id, item])).values()]
}

async function findChanges(
  store: Store,
  project: string,
  base: Pick<KnowledgeBase, 'settings' | 'flows'> | undefined,
  { now, ...window }: { now: number; windowMs?: number },
): Promise<{ changed: BacklogItem[]; previous: BacklogItem[] }> {
  const [history, previous, titles] = await Promise.all([
    loadHistory(store, project, base?.settings, now - Math.max(historyMs, backlogWindowMs)),
    store.backlog.list(project),
    loadTitles(store, project),
  ])
  const outlines = outlinesOf(base)
  return { changed: buildBacklog({ project, ...history, now, ...window, previous, titles, outlines }), previous }
}

/**
 * Opens again what was closed by proof and is no longer proven.
 *
 * @returns false when an item was changed by somebody meanwhile
 */
async function reopenFailing(store: Store, base: KnowledgeBase, now: number): Promise<boolean> {
  const closed = (await store.backlog.list(base.project)).filter(
    (item) => item.articleId !== null && needsProof(item, item.state),
  )
  const failing = closed.flatMap((item): BacklogItem[] => {
    const missed = proveItem(base, item).find(({ holds }) => !holds)
    return missed ? [reopen(item, `"${missed.query}" no longer finds the article in the top 3.`, now)] : []
  })
  return saveAll(store, failing)
}

function reopen(item: BacklogItem, reason: string, now: number): BacklogItem {
  const entry = { at: new Date(now).toISOString(), by: 'fanal', from: item.state, to: 'triage' as const, reason }
  return { ...item, state: 'triage', version: item.version + 1, history: [...item.history, entry] }
}

async function saveAll(store: Store, items: readonly BacklogItem[]): Promise<boolean> {
  let saved = true
  for (const item of items) {
    const expected = item.version === 1 ? null : item.version - 1
    saved = (await store.backlog.save(item, expected)) && saved
  }
  return saved
}

function mapOf<Value>(maps: WeakMap<Store, Map<string, Value>>, store: Store): Map<string, Value> {
  const known = maps.get(store)
  if (known) return known
  const fresh = new Map<string, Value>()
  maps.set(store, fresh)
  return fresh
}

/**
 * Turns what failed into backlog items: one item per problem, with all its evidence.
 * What people changed by hand (state, article, history) is kept; only the evidence is refreshed.
 * Pure: no clock, no store, no search; the same history and the same previous items give the same answer.
 * Source: docs/metrics.md#the-backlog
 */
import type { BacklogItem, BacklogQuery, Ticket } from '@fanal/contract'
import type { FlowOutline } from '../flows/flow-steps.ts'
import { readHistory } from '../help-history.ts'
import { compareText, type InsightMode, type InsightSignal } from '../history.ts'
import { findFailingArticles } from './failing-items.ts'
import { findFailingSteps } from './failing-steps.ts'
import { type Finding, findMissingAnswers, maxFingerprints } from './missing-items.ts'
import { queryWords } from './query-words.ts'

/** Evidence older than this opens nothing. */
export const backlogWindowMs = 28 * 24 * 3_600_000
const defaultTicketWindowMs = 72 * 3_600_000

export interface BacklogInput {
  project: string
  signals: readonly InsightSignal[]
  tickets: readonly Ticket[]
  /** milliseconds */
  now: number
  /** how long a ticket may follow help, milliseconds; 72 h where nothing is said */
  windowMs?: number
  mode: InsightMode
  /** every item there is, closed ones too */
  previous: readonly BacklogItem[]
  /** titles by article id */
  titles?: ReadonlyMap<string, string>
  /** flows by id; without them an item of a step is named by ids */
  outlines?: ReadonlyMap<string, FlowOutline>
}

/**
 * Builds or refreshes items.
 *
 * @returns only items that are new (version 1) or changed (version one higher than before), by id
 */
export function buildBacklog(input: BacklogInput): BacklogItem[] {
  const { project, signals, tickets, now, windowMs = defaultTicketWindowMs, mode, previous } = input
  const { titles = new Map(), outlines = new Map() } = input
  const history = readHistory({ signals, tickets, now, windowMs, mode })
  const ordered = previous.toSorted((a, b) => compareText(a.firstSeenAt, b.firstSeenAt) || compareText(a.id, b.id))
  const search = { project, history, since: now - backlogWindowMs, now, mode, previous: ordered, titles, outlines }
  const known = new Map(previous.map((item) => [item.id, item]))
  const missing = findMissingAnswers(search).map((finding) => {
    const item = known.get(finding.id)
    return item ? refresh(item, finding) : open(finding, null, now)
  })
  const failing = findFailingArticles(search).map(({ fails, articleId, ...finding }) => {
    const item = known.get(finding.id)
    if (!item) return open(finding, articleId, now)
    return fails ? reopen(refresh(item, finding), 'Readers vote "no" again.', now) : refresh(item, finding)
  })
  const steps = findFailingSteps(search).map(({ fails, ...finding }) => {
    const item = known.get(finding.id)
    if (!item) return open(finding, null, now)
    return fails ? reopen(refresh(item, finding), 'The step fails again.', now) : refresh(item, finding)
  })
  return [...missing, ...failing, ...steps]
    .filter((item) => JSON.stringify(item) !== JSON.stringify(known.get(item.id)))
    .map((item) => ({ ...item, version: (known.get(item.id)?.version ?? 0) + 1 }))
    .sort((a, b) => compareText(a.id, b.id))
}

function open(finding: Finding, articleId: string | null, now: number): BacklogItem {
  return {
    ...finding,
    articleId,
    state: 'new',
    history: [{ at: new Date(now).toISOString(), by: 'fanal', from: null, to: 'new' }],
    version: 0,
  }
}

/** Until somebody has taken the item up, its title and diagnosis follow the evidence; from then on they stay. */
function refresh(item: BacklogItem, finding: Finding): BacklogItem {
  const untouched = item.state === 'new'
  const { fingerprints = [] } = item
  return {
    ...item,
    title: untouched ? finding.title : item.title,
    diagnosis: untouched ? finding.diagnosis : item.diagnosis,
    locale: finding.locale ?? item.locale,
    score: finding.score,
    accounts: finding.accounts,
    episodes: finding.episodes,
    severity: finding.severity,
    queries: mergeQueries(item.queries, finding.queries),
    evidence: finding.evidence,
    pages: finding.pages,
    ...(finding.step ? { step: finding.step } : {}),
    firstSeenAt: [finding.firstSeenAt, item.firstSeenAt].sort()[0] ?? item.firstSeenAt,
    lastSeenAt: [finding.lastSeenAt, item.lastSeenAt].sort()[1] ?? item.lastSeenAt,
    ...(finding.fingerprints
      ? { fingerprints: [...new Set([...fingerprints, ...finding.fingerprints])].slice(0, maxFingerprints) }
      : {}),
  }
}

/** What was closed as mended and fails again. */
function reopen(item: BacklogItem, reason: string, now: number): BacklogItem {
  if (item.state !== 'improved' && item.state !== 'published' && item.state !== 'measured') return item
  return {
    ...item,
    state: 'triage',
    history: [
      ...item.history,
      {
        at: new Date(now).toISOString(),
        by: 'fanal',
        from: item.state,
        to: 'triage',
        reason,
      },
    ],
  }
}

/** Queries once shown stay with the item: they are what it is proven by. Newer figures replace older ones. */
function mergeQueries(old: readonly BacklogQuery[], recent: readonly BacklogQuery[]): BacklogQuery[] {
  const keyOf = ({ text }: BacklogQuery): string => queryWords(text).join(' ')
  const merged = new Map(old.map((query) => [keyOf(query), query]))
  for (const query of recent) merged.set(keyOf(query), { ...query, text: merged.get(keyOf(query))?.text ?? query.text })
  return [...merged.values()].sort((a, b) => b.count - a.count || compareText(a.text, b.text))
}

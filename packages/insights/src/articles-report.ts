/**
 * The articles report: what was opened, read, voted on, and what people still wrote about after reading.
 * Pure: no clock, no store.
 * Source: docs/metrics.md#articles
 */
import type { ArticlesReport, Ticket } from '@fanal/contract'
import { isWithin, type JudgedEpisode, readHistory } from './help-history.ts'
import { countVotes, helpfulness, lastVotes, type VoteSignal } from './helpfulness.ts'
import { compareText, type InsightMode, type InsightSignal } from './history.ts'
import { isRead } from './outcomes.ts'

export interface ArticlesInput {
  project: string
  signals: readonly InsightSignal[]
  tickets: readonly Ticket[]
  /** milliseconds; `to` is excluded */
  from: number
  to: number
  now: number
  windowMs: number
  mode: InsightMode
  /** titles by article id, for people to read */
  titles: ReadonlyMap<string, string>
}

/** Computes the report of one period: articles that were opened, read or voted on, the most read first. */
export function computeArticles(input: ArticlesInput): ArticlesReport {
  const { project, from, to, mode, titles } = input
  const history = readHistory(input)
  const inPeriod = history.signals.filter((signal) => isWithin(signal.at, input))
  const opened = new Map<string, number>()
  const read = new Map<string, number>()
  for (const signal of inPeriod) {
    if (signal.name === 'article_opened') add(opened, signal.props.articleId)
    if (isRead(signal)) add(read, signal.props.articleId)
  }
  const last = lastVotes(inPeriod, mode)
  const votes = countVotes(last)
  const contacts = new Map<string, number>()
  for (const one of history.episodes) {
    if (isWithin(one.episode.startAt, input)) for (const id of articlesReadBeforeContact(one)) add(contacts, id)
  }
  const ids = new Set([...opened.keys(), ...read.keys(), ...votes.keys()])
  return {
    project,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    articles: [...ids]
      .map((id) => ({
        id,
        title: titles.get(id) ?? null,
        opened: opened.get(id) ?? 0,
        read: read.get(id) ?? 0,
        ...(votes.get(id) ?? { yes: 0, no: 0 }),
        h: helpfulness(votes.get(id)).toNumber(),
        reasons: countReasons(last.filter(({ props }) => props.articleId === id)),
        contactAfterRead: contacts.get(id) ?? 0,
      }))
      .sort((a, b) => b.read - a.read || b.opened - a.opened || compareText(a.id, b.id)),
  }
}

/** The distinct articles read before the episode's first contact; none where nobody was contacted. */
export function articlesReadBeforeContact({ episode, outcome, tickets }: JudgedEpisode): Set<string> {
  if (outcome !== 'contacted') return new Set()
  const sent = episode.acts.find((act) => act.name === 'contact_sent')
  const contactAt = Math.min(sent?.at ?? Number.POSITIVE_INFINITY, tickets[0]?.createdAt ?? Number.POSITIVE_INFINITY)
  const reads = episode.acts.filter(isRead).filter((act) => act.at <= contactAt)
  return new Set(reads.map((act) => act.props.articleId))
}

/** How often each reason was given with a "no". */
export function countReasons(votes: readonly VoteSignal[]): Record<string, number> {
  const reasons = new Map<string, number>()
  for (const { props } of votes) if (!props.helpful && props.reason !== undefined) add(reasons, props.reason)
  return Object.fromEntries([...reasons].sort(([a], [b]) => compareText(a, b)))
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

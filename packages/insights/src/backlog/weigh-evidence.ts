/**
 * What the signals behind an item weigh: customers, episodes, severity, score, and each kind of evidence.
 * Source: docs/metrics.md#the-backlog
 */
import type { BacklogEvidence, EvidenceKind, ImpactLevel } from '@fanal/contract'
import { countCrowd, customerKey } from '../crowd.ts'
import type { JudgedEpisode } from '../help-history.ts'
import type { InsightMode, InsightSignal } from '../history.ts'

/** One customer's failures count this often at most: nobody buys a place in the list. */
const maxEpisodesPerCustomer = 5
const minEpisodes = 5
const minUrgentCustomers = 2

const severities: Readonly<Record<ImpactLevel, number>> = { P1: 4, P2: 3, P3: 2, P4: 1 }

/** A signal that something failed, and the episode it failed in; a vote cast long after reading stands in none. */
export interface Failure {
  signal: InsightSignal
  episode: JudgedEpisode | null
}

/** A request for help that followed a failure. */
export interface FollowingTicket {
  key: string
  at: number
  priority: ImpactLevel | undefined
  customer: string
}

export interface Weight {
  accounts: number
  isCrowd: boolean
  episodes: number
  severity: number
  score: number
  /** customers with a P1 or P2 ticket */
  urgentCustomers: number
}

/** Weighs failures and the tickets that followed them. Score: Σ over customers of min(5, failed episodes) × severity. */
export function weigh(failures: readonly Failure[], tickets: readonly FollowingTicket[], mode: InsightMode): Weight {
  const crowd = countCrowd(
    failures.map(({ signal }) => signal),
    mode,
  )
  const perCustomer = new Map<string, Set<JudgedEpisode | InsightSignal>>()
  for (const { signal, episode } of failures) {
    const customer = customerKey(signal, mode)
    perCustomer.set(customer, (perCustomer.get(customer) ?? new Set()).add(episode ?? signal))
  }
  const severity = tickets.reduce((most, { priority }) => Math.max(most, priority ? severities[priority] : 1), 1)
  const capped = [...perCustomer.values()].map((episodes) => Math.min(maxEpisodesPerCustomer, episodes.size))
  const urgent = tickets.filter(({ priority }) => priority === 'P1' || priority === 'P2')
  return {
    accounts: crowd.size,
    isCrowd: crowd.isCrowd,
    episodes: new Set(failures.map(({ signal, episode }) => episode ?? signal)).size,
    severity,
    score: capped.reduce((sum, count) => sum + count, 0) * severity,
    urgentCustomers: new Set(urgent.map(({ customer }) => customer)).size,
  }
}

/** Whether failures are enough to open an item: a crowd's and five episodes, or two customers' with an urgent ticket. */
export function opensItem({ isCrowd, episodes, urgentCustomers }: Weight): boolean {
  return (isCrowd && episodes >= minEpisodes) || urgentCustomers >= minUrgentCustomers
}

/** Each signal with the episode it stands in. */
export function failuresOf(signals: readonly InsightSignal[], episodes: readonly JudgedEpisode[]): Failure[] {
  const wanted = new Set(signals)
  const found = new Map<InsightSignal, JudgedEpisode>()
  for (const one of episodes) for (const act of one.episode.acts) if (wanted.has(act)) found.set(act, one)
  return signals.map((signal) => ({ signal, episode: found.get(signal) ?? null }))
}

/** Tickets and contacts of the failures' episodes that came after the failure; each once. */
export function ticketsAfter(failures: readonly Failure[], mode: InsightMode): FollowingTicket[] {
  const following = new Map<string, FollowingTicket>()
  for (const { signal, episode } of failures) {
    if (episode === null) continue
    const customer = customerKey(signal, mode)
    const fromContacts = new Set<string>()
    for (const { id, createdAt, priority, contactRef } of episode.tickets) {
      if (contactRef !== undefined) fromContacts.add(contactRef)
      if (createdAt >= signal.at)
        following.set(`ticket:${id}`, { key: `ticket:${id}`, at: createdAt, priority, customer })
    }
    for (const act of episode.episode.acts) {
      if (act.name !== 'contact_sent' || act.at < signal.at || fromContacts.has(act.props.contactRef)) continue
      const key = `contact:${act.props.contactRef}`
      following.set(key, { key, at: act.at, priority: act.props.priority, customer })
    }
  }
  return [...following.values()]
}

/** One line of evidence; [] where there is nothing of the kind. */
export function evidenceLine(
  kind: EvidenceKind,
  signals: Iterable<InsightSignal>,
  mode: InsightMode,
  reasons?: Record<string, number>,
): BacklogEvidence[] {
  const distinct = [...new Set(signals)]
  if (distinct.length === 0) return []
  return [
    {
      kind,
      count: distinct.length,
      accounts: countCrowd(distinct, mode).size,
      lastAt: spanOf(distinct).last,
      ...(reasons && Object.keys(reasons).length > 0 ? { reasons } : {}),
    },
  ]
}

/** The line of the tickets that followed. */
export function ticketLine(tickets: readonly FollowingTicket[]): BacklogEvidence[] {
  if (tickets.length === 0) return []
  return [
    {
      kind: 'ticket',
      count: tickets.length,
      accounts: new Set(tickets.map(({ customer }) => customer)).size,
      lastAt: spanOf(tickets).last,
    },
  ]
}

/** When the first and the last of them happened, ISO 8601. @throws RangeError for none */
export function spanOf(moments: readonly { at: number }[]): { first: string; last: string } {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const { at } of moments) {
    first = Math.min(first, at)
    last = Math.max(last, at)
  }
  return { first: new Date(first).toISOString(), last: new Date(last).toISOString() }
}

/** Values by how often they occur, ties in code unit order. */
export function byFrequency(values: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1)).map(([value]) => value)
}

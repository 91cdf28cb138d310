/**
 * What a history of signals is before anything is counted: each id once, in one order, by visitor.
 * The order is total (time, then id), so that no figure depends on how signals arrived.
 * Source: docs/metrics.md#units
 */
import type { Signal, Ticket } from '@fanal/contract'

/** A signal with what the server knows about it. */
export type InsightSignal = Signal & {
  /** the visitor's identity was signed by the host, or an operator imported it */
  verified?: boolean
  simulated?: boolean
}

/**
 * `identified`: visitors are known by an id, tickets can be joined.
 * `anonymous`: nobody has an id; everything is computed inside the session.
 */
export type InsightMode = 'identified' | 'anonymous'

/**
 * Each signal once, oldest first, ties by id.
 *
 * @param until milliseconds; later signals are left out, so that a report "as of" a past moment can be made again
 */
export function orderSignals(signals: readonly InsightSignal[], until = Number.POSITIVE_INFINITY): InsightSignal[] {
  const seen = new Set<string>()
  return signals
    .filter((signal) => signal.at <= until)
    .sort((a, b) => a.at - b.at || compareText(a.id, b.id))
    .filter((signal) => !seen.has(signal.id) && seen.add(signal.id))
}

/** Each ticket once, oldest first, ties by id; those created after `until` are left out. */
export function orderTickets(tickets: readonly Ticket[], until = Number.POSITIVE_INFINITY): Ticket[] {
  const seen = new Set<string>()
  return tickets
    .filter((ticket) => ticket.createdAt <= until)
    .sort((a, b) => a.createdAt - b.createdAt || compareText(a.id, b.id))
    .filter((ticket) => !seen.has(ticket.id) && seen.add(ticket.id))
}

/**
 * The key of whoever sent a signal: their visitor id, else their session.
 * A signed identity and an unsigned one never share a key: anybody can claim the latter.
 */
export function visitorKey(signal: InsightSignal, mode: InsightMode): string {
  if (mode === 'anonymous' || signal.visitorId === undefined) return `session:${signal.sessionId}`
  return visitorIdKey(signal.visitorId, signal.verified === true)
}

/** The key of a visitor known by id. */
export function visitorIdKey(visitorId: string, verified: boolean): string {
  return `${verified ? 'verified' : 'claimed'}:${visitorId}`
}

/**
 * The account a signal counts for: the host's account, else the visitor (a host without accounts has one person per customer),
 * else null (nobody is known: see anonymity.ts).
 */
export function accountKey(signal: InsightSignal): string | null {
  if (signal.accountId !== undefined) return `account:${signal.accountId}`
  return signal.visitorId === undefined ? null : `visitor:${signal.visitorId}`
}

/** Groups ordered signals by visitor; order is kept inside each group. */
export function groupByVisitor(ordered: readonly InsightSignal[], mode: InsightMode): Map<string, InsightSignal[]> {
  return Map.groupBy(ordered, (signal) => visitorKey(signal, mode))
}

/** Code unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

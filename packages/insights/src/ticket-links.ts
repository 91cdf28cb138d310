/**
 * Joins tickets to episodes: a ticket belongs to the same visitor's latest episode with start ≤ t ≤ end + W.
 * One ticket, one episode. Without visitor ids there is nothing to join by.
 * Source: docs/metrics.md#units
 */
import type { Ticket } from '@fanal/contract'
import type { Episode } from './episodes.ts'
import { type InsightMode, type InsightSignal, visitorIdKey, visitorKey } from './history.ts'

const postTicketMs = 24 * 3_600_000

export interface TicketLinks {
  /** tickets of each episode, oldest first */
  linked: ReadonlyMap<Episode, Ticket[]>
  /** episodes that came within 24 h after a ticket of the same visitor */
  postTicket: ReadonlySet<Episode>
}

/**
 * @param ordered every signal of the history: who sent a contact is read from it
 * @param episodes each visitor's, oldest first
 * @param tickets as given by `orderTickets`
 * @param windowMs W, milliseconds
 */
export function linkTickets(
  ordered: readonly InsightSignal[],
  episodes: ReadonlyMap<string, readonly Episode[]>,
  tickets: readonly Ticket[],
  windowMs: number,
  mode: InsightMode,
): TicketLinks {
  const linked = new Map<Episode, Ticket[]>()
  const postTicket = new Set<Episode>()
  if (mode === 'anonymous') return { linked, postTicket }
  const visitorOf = ticketVisitors(ordered)
  for (const ticket of tickets) {
    const visitor = visitorOf(ticket)
    const own = (visitor && episodes.get(visitor)) || []
    const at = ticket.createdAt
    const episode = own.findLast((one) => one.startAt <= at && at <= one.endAt + windowMs)
    if (episode) linked.set(episode, [...(linked.get(episode) ?? []), ticket])
    for (const one of own) {
      if (one.startAt - postTicketMs <= at && at < one.startAt) postTicket.add(one)
    }
  }
  return { linked, postTicket }
}

/**
 * Who wrote a ticket: the visitor it names (their signed self where there is one), else whoever sent the contact it came from.
 */
export function ticketVisitors(ordered: readonly InsightSignal[]): (ticket: Ticket) => string | null {
  const known = new Set<string>()
  const senders = new Map<string, string>()
  for (const signal of ordered) {
    const visitor = visitorKey(signal, 'identified')
    known.add(visitor)
    if (signal.name === 'contact_sent' && !senders.has(signal.props.contactRef)) {
      senders.set(signal.props.contactRef, visitor)
    }
  }
  return (ticket) => {
    const named =
      ticket.visitorId === undefined
        ? undefined
        : [visitorIdKey(ticket.visitorId, true), visitorIdKey(ticket.visitorId, false)].find((key) => known.has(key))
    return named ?? (ticket.contactRef === undefined ? null : (senders.get(ticket.contactRef) ?? null))
  }
}

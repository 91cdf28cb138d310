/**
 * The pages report: on which pages people are before they ask for help, against how often anybody is there.
 * Ordered by the low end of the interval, so that a page seen twice and followed by a contact once does not come first.
 * Pure: no clock, no store.
 * Source: docs/metrics.md#pages-before-a-contact
 */
import type { PagesReport, Ticket } from '@fanal/contract'
import { countCrowd } from './crowd.ts'
import { isWithin, readHistory } from './help-history.ts'
import { compareText, type InsightMode, type InsightSignal } from './history.ts'
import type { Session } from './sessions.ts'
import { ticketVisitors } from './ticket-links.ts'
import { rateOf } from './wilson.ts'

const maxPages = 50

export interface PagesInput {
  project: string
  signals: readonly InsightSignal[]
  tickets: readonly Ticket[]
  /** milliseconds; `to` is excluded */
  from: number
  to: number
  now: number
  windowMs: number
  mode: InsightMode
  /** ids of what is offered on a page; null where the content is not known */
  suggestionsOn(page: string): string[] | null
}

interface PageCount {
  sessions: number
  contacts: number
  signals: InsightSignal[]
}

/** Computes the report of one period: at most 50 pages, those most telling of a contact first. */
export function computePages(input: PagesInput): PagesReport {
  const { project, from, to, mode } = input
  const history = readHistory(input)
  const inPeriod = history.sessions.filter((session) => isWithin(session.startAt, input))
  const viewed = inPeriod.filter(({ signals }) => signals.some(({ name }) => name === 'page_viewed'))
  // Pages of other signals are those where help was used; mixed with all pages visited they would lower every share.
  const sessions = viewed.length > 0 ? viewed : inPeriod
  const contactAt = findContacts(history.sessions, history.signals, history.tickets, input)
  const pages = countPages(sessions, contactAt)
  const contacts = sessions.filter((session) => contactAt.has(session)).length
  const overall = rateOf(contacts, sessions.length)
  return {
    project,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    base: viewed.length > 0 ? 'page_viewed' : 'signals',
    sessions: sessions.length,
    contacts,
    contactRate: overall,
    pages: [...pages]
      .filter(([, count]) => count.contacts > 0 && countCrowd(count.signals, mode).isCrowd)
      .map(([page, count]) => {
        const contactRate = rateOf(count.contacts, count.sessions)
        const lift = (share: number | null) => (share ?? 0) / (overall.value ?? 1)
        return {
          page,
          sessions: count.sessions,
          contacts: count.contacts,
          contactRate,
          lift: { value: lift(contactRate.value), low: lift(contactRate.low), high: lift(contactRate.high) },
        }
      })
      .sort((a, b) => b.lift.low - a.lift.low || b.contacts - a.contacts || compareText(a.page, b.page))
      .slice(0, maxPages)
      .map((line) => ({ ...line, suggestions: input.suggestionsOn(line.page) })),
  }
}

/** When somebody first asked for help in, or after, each session: by a contact sent in it, or a ticket that follows within W. */
function findContacts(
  sessions: readonly Session[],
  signals: readonly InsightSignal[],
  tickets: readonly Ticket[],
  { windowMs, mode }: PagesInput,
): Map<Session, number> {
  const contactAt = new Map<Session, number>()
  const note = (session: Session, at: number) =>
    contactAt.set(session, Math.min(at, contactAt.get(session) ?? Number.POSITIVE_INFINITY))
  const sent = new Set<string>()
  for (const session of sessions) {
    for (const signal of session.signals) {
      if (signal.name !== 'contact_sent') continue
      sent.add(signal.props.contactRef)
      note(session, signal.at)
    }
  }
  if (mode === 'anonymous') return contactAt
  const visitorOf = ticketVisitors(signals)
  const byVisitor = Map.groupBy(sessions, ({ visitor }) => visitor)
  for (const ticket of tickets) {
    const visitor = ticket.contactRef !== undefined && sent.has(ticket.contactRef) ? null : visitorOf(ticket)
    const at = ticket.createdAt
    const own = visitor === null ? undefined : byVisitor.get(visitor)
    const session = own?.findLast(({ startAt }) => startAt <= at)
    if (session && at <= session.endAt + windowMs) note(session, at)
  }
  return contactAt
}

/** @param contactAt when the contact of a session was: pages seen later did not lead to it */
function countPages(sessions: readonly Session[], contactAt: ReadonlyMap<Session, number>): Map<string, PageCount> {
  const pages = new Map<string, PageCount>()
  for (const session of sessions) {
    const contact = contactAt.get(session)
    for (const [page, signals] of Map.groupBy(session.signals, (signal) => signal.page.key)) {
      const count = pages.get(page) ?? { sessions: 0, contacts: 0, signals: [] }
      pages.set(page, count)
      count.sessions += 1
      if (contact !== undefined && signals.some(({ at }) => at <= contact)) count.contacts += 1
      count.signals.push(...signals)
    }
  }
  return pages
}

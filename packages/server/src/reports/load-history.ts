/**
 * Brings together what a report or the backlog is computed from: signals, and every request for help, whether it came as a
 * ticket from the help desk or as a contact from the widget. A contact that the help desk knows counts once.
 */
import type { ProjectSettings, Ticket } from '@fanal/contract'
import type { InsightMode } from '@fanal/insights'
import type { Store, StoredContact, StoredSignal } from '../store/store.ts'

export interface LoadedHistory {
  signals: StoredSignal[]
  tickets: Ticket[]
  mode: InsightMode
}

/**
 * @param settings of the project; without them (a project known by its import alone) the data say how visitors are known
 * @param from milliseconds; older signals and tickets are left out
 */
export async function loadHistory(
  store: Pick<Store, 'signals' | 'tickets' | 'contacts'>,
  project: string,
  settings: Pick<ProjectSettings, 'privacy'> | undefined,
  from?: number,
): Promise<LoadedHistory> {
  const range = from === undefined ? {} : { from }
  const [signals, tickets] = await Promise.all([store.signals.read(project, range), loadTickets(store, project, from)])
  return { signals, tickets, mode: chooseMode(settings, signals) }
}

/** Tickets of the help desk and contacts of the widget, each request once. */
export async function loadTickets(
  store: Pick<Store, 'tickets' | 'contacts'>,
  project: string,
  from?: number,
): Promise<Ticket[]> {
  const range = from === undefined ? {} : { from }
  const [tickets, contacts] = await Promise.all([
    store.tickets.read(project, range),
    store.contacts.read(project, range),
  ])
  const known = new Set(tickets.map(({ contactRef }) => contactRef))
  return [...tickets, ...contacts.filter(({ ref }) => !known.has(ref)).map(toTicket)]
}

function toTicket({ ref, request, channel, createdAt }: StoredContact): Ticket {
  const { visitorId, accountId, impact } = request
  return {
    id: `contact:${ref}`,
    contactRef: ref,
    createdAt,
    channel,
    priority: impact,
    ...(visitorId === undefined ? {} : { visitorId }),
    ...(accountId === undefined ? {} : { accountId }),
  }
}

/**
 * Anonymous only where nobody is known. An operator's import or a signed token makes visitors known whatever the settings say;
 * what a page merely claims does not.
 */
function chooseMode(
  settings: Pick<ProjectSettings, 'privacy'> | undefined,
  signals: readonly StoredSignal[],
): InsightMode {
  const known = signals.some(({ verified, visitorId }) => verified && visitorId !== undefined)
  return known || settings?.privacy.mode === 'identified' ? 'identified' : 'anonymous'
}

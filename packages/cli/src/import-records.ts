/**
 * Takes in signals, tickets and releases, one JSON object a line. Any past time is accepted; ids make an import repeatable.
 * A line that is refused never stops the others. What people typed is redacted, as it is on the way in from browsers.
 */
import { FanalError, type Release, type Ticket } from '@fanal/contract'
import { describeProblem, instant, releaseSchema, ticketSchema } from '@fanal/contract/schema'
import { parseSignal, redactSignal, type Store, type StoredSignal } from '@fanal/server'

const batchSize = 1000
/** Longest line that is parsed, characters; a signal is a hundred times shorter. */
const maxLineChars = 1_000_000

export interface ImportTotals {
  signals: number
  /** signals that were there already */
  duplicates: number
  tickets: number
  releases: number
  refused: number
}

export interface RefusedLine {
  /** from 1 */
  line: number
  reason: string
}

export interface ImportOptions {
  store: Pick<Store, 'signals' | 'tickets' | 'releases'>
  project: string
  /** milliseconds since the epoch */
  now: number
  onRefused(refused: RefusedLine): void
  /** called after each batch with the lines read so far */
  onProgress(lines: number): void
}

interface Batch {
  signals: StoredSignal[]
  tickets: Ticket[]
  releases: Release[]
}

/**
 * Imports lines until there are none.
 *
 * @returns once everything is durable
 * @throws FanalError STORE_UNAVAILABLE: earlier batches are kept, and importing again is safe
 */
export async function importRecords(lines: AsyncIterable<string>, options: ImportOptions): Promise<ImportTotals> {
  const { store, project, now } = options
  const totals: ImportTotals = { signals: 0, duplicates: 0, tickets: 0, releases: 0, refused: 0 }
  let batch: Batch = { signals: [], tickets: [], releases: [] }
  let line = 0

  async function write(): Promise<void> {
    const { signals, tickets, releases } = batch
    batch = { signals: [], tickets: [], releases: [] }
    const { accepted, duplicateIds } = await store.signals.append(project, signals)
    if (tickets.length > 0) await store.tickets.upsert(project, tickets)
    if (releases.length > 0) await store.releases.upsert(project, releases)
    totals.signals += accepted
    totals.duplicates += duplicateIds.length
    totals.tickets += tickets.length
    totals.releases += releases.length
    options.onProgress(line)
  }

  for await (const text of lines) {
    line += 1
    // A byte order mark counts as space, so that trimming takes it off the first line.
    const written = text.trim()
    if (written === '') continue
    try {
      addRecord(batch, written, now)
    } catch (error) {
      if (!(error instanceof RefusedRecord) && !(error instanceof FanalError)) throw error
      totals.refused += 1
      options.onRefused({ line, reason: error.message })
    }
    if (batch.signals.length + batch.tickets.length + batch.releases.length >= batchSize) await write()
  }
  await write()
  return totals
}

/** A line that cannot be taken in; the message says why. */
class RefusedRecord extends Error {}

function addRecord(batch: Batch, text: string, now: number): void {
  const { kind, ...record } = parseLine(text)
  switch (kind) {
    case 'signal':
      batch.signals.push(toSignal(record, now))
      return
    case 'ticket':
      batch.tickets.push(parse(ticketSchema, record))
      return
    case 'release':
      batch.releases.push(parse(releaseSchema, record))
      return
    default:
      throw new RefusedRecord(`kind: is ${JSON.stringify(kind) ?? 'missing'}; send "signal", "ticket" or "release"`)
  }
}

function parseLine(text: string): Record<string, unknown> {
  if (text.length > maxLineChars) throw new RefusedRecord(`the line is over ${maxLineChars} characters`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new RefusedRecord(`not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RefusedRecord('not a JSON object: write {"kind": "signal", …} on each line')
  }
  return Object.fromEntries(Object.entries(value))
}

/** An operator's import is as good as a signature: visitors in it count as verified. */
function toSignal(record: Record<string, unknown>, now: number): StoredSignal {
  const signal = redactSignal(parseSignal({ ...record, at: parse(instant, record.at, 'at') }))
  if (signal.at > now) throw new RefusedRecord(`at: ${new Date(signal.at).toISOString()} lies in the future`)
  return {
    ...signal,
    receivedAt: now,
    verified: true,
    ...(record.simulated === true ? { simulated: true } : {}),
  }
}

/** @param field names the place where the record is one field of a line */
function parse<T>(
  schema: {
    safeParse(
      value: unknown,
    ): { success: true; data: T } | { success: false; error: Parameters<typeof describeProblem>[0] }
  },
  record: unknown,
  field?: string,
): T {
  const parsed = schema.safeParse(record)
  if (parsed.success) return parsed.data
  const { path, reason } = describeProblem(parsed.error, record)
  throw new RefusedRecord(`${field ?? path}: ${reason}`)
}

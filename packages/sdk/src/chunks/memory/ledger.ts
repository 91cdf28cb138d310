/**
 * The one record that says what is kept: answers with their sizes and last uses, queries, places in articles, searches in vain.
 * Pure. A record of another format, or of another script, is no ledger: what came with it is dropped, never misread.
 */

/** Counts up when the shape of anything kept changes. */
export const ledgerFormat = 1

/** What all kept answers together may take, UTF-8 bytes; the rest of 5 MB is for the ledger itself. */
export const maxKeptBytes = 4_900_000
const maxKeptAnswers = 400

export interface KeptAnswer {
  /** UTF-8 bytes of path and text */
  bytes: number
  /** when the server gave it, milliseconds since the epoch */
  at: number
  /** when it was last asked for */
  usedAt: number
}

export interface Place {
  id: string
  title: string
  /** 0 to 1 */
  share: number
}

/** A search in vain; waits until an article answers it. */
export interface Unanswered {
  query: string
  /** how many articles it found then, none of which answered */
  hits: number
  /** when it was searched, milliseconds since the epoch */
  at: number
  /** when the index was last asked again */
  askedAt: number
}

export interface Ledger {
  format: typeof ledgerFormat
  /** by path */
  kept: Record<string, KeptAnswer>
  /** newest first */
  queries: string[]
  /** newest first */
  places: Place[]
  /** newest first */
  unanswered: Unanswered[]
  /** newest first; missing where the ledger was written before votes were kept */
  votes?: KeptVote[]
  /** how flows ended and which milestones were reached, newest first; missing where nothing of it happened yet */
  flows?: [name: string, detail: unknown][]
}

/** Whether a revision of an article helped. */
export interface KeptVote {
  id: string
  revision: number
  helpful: boolean
}

export const emptyLedger = (): Ledger => ({
  format: ledgerFormat,
  kept: {},
  queries: [],
  places: [],
  unanswered: [],
})

export function isLedger(value: unknown): value is Ledger {
  const { format, kept, queries, places, unanswered } = (value ?? {}) as Partial<Ledger>
  return format === ledgerFormat && typeof kept === 'object' && [queries, places, unanswered].every(Array.isArray)
}

/**
 * Writes an answer into the ledger; the least recently used give way to it.
 *
 * @param bytes of path and text
 * @returns paths whose texts have to go; the new one's own where it has no room at all
 */
export function makeRoom(ledger: Ledger, path: string, bytes: number, now: number): string[] {
  ledger.kept[path] = { bytes, at: now, usedAt: now }
  const byUse = Object.entries(ledger.kept).sort(([, a], [, b]) => b.usedAt - a.usedAt)
  let total = 0
  const gone = byUse.filter(([, answer], index) => {
    const fits = total + answer.bytes <= maxKeptBytes && index < maxKeptAnswers
    if (fits) total += answer.bytes
    return !fits
  })
  for (const [name] of gone) delete ledger.kept[name]
  return gone.map(([name]) => name)
}

/** Puts one in front of a list, once. */
export function putFirst<T>(list: readonly T[], item: T, isSame: (other: T) => boolean, most: number): T[] {
  return [item, ...list.filter((other) => !isSame(other))].slice(0, most)
}

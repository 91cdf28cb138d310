/** What SQLite and PostgreSQL do not say alike; everything else in this folder is Kysely's SQL, the same on both. */
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../schema.ts'

/** The columns of a signal, in the order in which `insertSignals` is given them. */
export const signalColumns = [
  'project',
  'id',
  'name',
  'at',
  'received_at',
  'session_id',
  'visitor_id',
  'account_id',
  'page_key',
  'page_title',
  'release',
  'locale',
  'verified',
  'simulated',
  'props',
] as const satisfies (keyof Tables['signals'])[]

export interface Dialect {
  /**
   * Adds the rows whose key is not there, in one durable commit.
   *
   * @param rows JSON: an array of arrays, each in the order of `signalColumns`
   * @returns the keys that were new
   */
  insertSignals(db: Kysely<Tables>, rows: string): Promise<{ project: string; id: string }[]>
  /** Nobody else holding the same name runs until the transaction has ended, in whichever process. */
  lock(transaction: Transaction<Tables>, name: string): Promise<void>
  /** rows that another server is about to change are passed over instead of waited for */
  skipsLocked: boolean
  /** Whether a uniqueness or foreign-key rule was broken. */
  isConstraintError(error: unknown): boolean
}

/** Tells trouble with the file or the disk (the caller may come back later) from a fault of ours. */
import { FanalError } from '@fanal/contract'

/** Primary result codes of SQLite that say "the store cannot be used now"; https://www.sqlite.org/rescode.html */
const reasons: Readonly<Record<number, string>> = {
  5: 'the database is locked by another process',
  8: 'the database is read-only',
  10: 'disk input/output error',
  11: 'the database file is damaged',
  13: 'the disk is full',
  14: 'the database file cannot be opened',
  26: 'the file is not a database',
}

/** Primary result code for a broken constraint. */
const constraintCode = 19

/** @returns a FanalError STORE_UNAVAILABLE for trouble with file or disk, else the error itself */
export function toStoreError(error: unknown): unknown {
  const reason = reasons[primaryCode(error) ?? -1]
  return reason ? new FanalError('STORE_UNAVAILABLE', { reason }, { cause: error }) : error
}

/** Whether a uniqueness or foreign-key rule was broken. */
export function isConstraintError(error: unknown): boolean {
  return primaryCode(error) === constraintCode
}

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined
  return error.errcode & 0xff
}

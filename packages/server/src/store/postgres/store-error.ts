/** Tells trouble with the server or the way to it (the caller may come back later) from a fault of ours. */
import { FanalError } from '@fanal/contract'

/** SQLSTATE classes, or whole codes, that say "the store cannot be used now"; https://www.postgresql.org/docs/15/errcodes-appendix.html */
const reasons: Readonly<Record<string, string>> = {
  '08': 'the connection to PostgreSQL was lost',
  '25006': 'PostgreSQL is read-only here',
  '28': 'PostgreSQL refuses the user or the password',
  '3D000': 'PostgreSQL has no such database',
  '40': 'PostgreSQL undid the change because another one stood in its way',
  '53': 'PostgreSQL is out of connections, memory or disk',
  '55P03': 'another process holds a lock',
  '57': 'PostgreSQL is stopping, starting, or cancelled the statement',
  '58': 'PostgreSQL has trouble with its disk',
}

/** What Node says when there is nobody at the other end. */
const unreachable = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOST|ENET|ENOENT)/
/** The driver has no code for these. */
const lost = /Connection terminated|timeout exceeded when trying to connect|not queryable|Cannot use a pool after/

const uniqueOrForeignKey = /^2350[35]$/

/** @returns a FanalError STORE_UNAVAILABLE for trouble with the server or the way to it, else the error itself */
export function toStoreError(error: unknown): unknown {
  const reason = reasonOf(error)
  return reason ? new FanalError('STORE_UNAVAILABLE', { reason }, { cause: error }) : error
}

/** Whether a uniqueness or foreign-key rule was broken. */
export function isConstraintError(error: unknown): boolean {
  return uniqueOrForeignKey.test(codeOf(error))
}

function reasonOf(error: unknown): string | undefined {
  const code = codeOf(error)
  if (unreachable.test(code)) return `PostgreSQL cannot be reached: ${code}`
  if (error instanceof Error && lost.test(error.message)) return 'the connection to PostgreSQL was lost'
  return reasons[code] ?? reasons[code.slice(0, 2)]
}

function codeOf(error: unknown): string {
  // Node tries every address of a name and tells of all of them at once.
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

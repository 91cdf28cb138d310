/**
 * Signals stand in one partition a month, by id: a UUIDv7 begins with its time, so what arrives is appended to the newest one, and a month that
 * has been kept long enough can be taken out whole. Ids of another kind, and months without a partition, stand in `signals_other`.
 */
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../schema.ts'
import { postgres } from './dialect.ts'

/** How far ahead: a server that is never restarted in this time goes on in `signals_other`. */
const monthsAhead = 24

/**
 * Makes the partitions of this month and the coming ones that are not there.
 *
 * @param now milliseconds since the epoch
 */
export async function addPartitions(db: Kysely<Tables>, now: number): Promise<void> {
  const first = new Date(now)
  await db.transaction().execute(async (transaction) => {
    await postgres.lock(transaction, 'partitions')
    const { rows } = await sql<{ name: string }>`
      select child.relname as name from pg_inherits
      join pg_class child on child.oid = inhrelid
      where inhparent = 'signals'::regclass`.execute(transaction)
    const known = new Set(rows.map(({ name }) => name))
    for (let month = 0; month <= monthsAhead; month++) {
      const [from, to] = [0, 1].map((next) => Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month + next))
      const name = `signals_${new Date(from ?? 0).toISOString().slice(0, 7).replace('-', '_')}`
      const [low, high] = [firstId(from ?? 0), firstId(to ?? 0)]
      if (known.has(name)) continue
      // What is in the other partition already stays there, and so does the rest of its month.
      const { rows: other } = await sql`
        select 1 from signals_other where id >= ${low} and id < ${high} limit 1`.execute(transaction)
      if (other.length) continue
      await sql`create table ${sql.table(name)} partition of signals
        for values from (${sql.lit(low)}) to (${sql.lit(high)})`.execute(transaction)
    }
  })
}

/** The smallest UUIDv7 of an instant, as far as it says the time. */
function firstId(at: number): string {
  const hex = at.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}

import { sql } from 'kysely'
import type { Dialect } from '../sql/dialect.ts'
import { isConstraintError } from './store-error.ts'

export const postgres: Dialect = {
  async insertSignals(db, rows) {
    // In the order of the key: two servers that are sent the same signals never wait for one another in a circle.
    const added = await sql<{ project: string; id: string }>`
      insert into signals (project, id, name, at, received_at, session_id, visitor_id, account_id, page_key, page_title,
        release, locale, verified, simulated, props)
      select value ->> 0, value ->> 1, value ->> 2, (value ->> 3)::bigint, (value ->> 4)::bigint, value ->> 5, value ->> 6,
        value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, (value ->> 12)::integer, (value ->> 13)::integer,
        value ->> 14
      from json_array_elements(${rows}::json)
      order by value ->> 0, value ->> 1
      on conflict (project, id) do nothing
      returning project, id`.execute(db)
    return added.rows
  },
  async lock(transaction, name) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction)
  },
  skipsLocked: true,
  isConstraintError,
}

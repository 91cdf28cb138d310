import { sql } from 'kysely'
import type { Dialect } from '../sql/dialect.ts'
import { isConstraintError } from './store-error.ts'

export const sqlite: Dialect = {
  async insertSignals(db, rows) {
    const added = await sql<{ project: string; id: string }>`
      insert into signals (project, id, name, at, received_at, session_id, visitor_id, account_id, page_key, page_title,
        release, locale, verified, simulated, props)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
        value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14
      from json_each(${rows}) where true
      on conflict (project, id) do nothing
      returning project, id`.execute(db)
    return added.rows
  },
  // Transactions begin IMMEDIATE: there is never a second writer.
  lock: async () => {},
  skipsLocked: false,
  isConstraintError,
}

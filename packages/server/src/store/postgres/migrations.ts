/** The steps from an empty database to this version's tables, as PostgreSQL is told them. A new one has a file of the same name in both dialects. */
import type { Migrations } from '../sql/migrate.ts'
import { firstTables } from './migrations/0001-first-tables.ts'
import { learnedPhrasings } from './migrations/0002-learned-phrasings.ts'

export const migrations: Migrations = {
  '0001-first-tables': firstTables,
  '0002-learned-phrasings': learnedPhrasings,
}

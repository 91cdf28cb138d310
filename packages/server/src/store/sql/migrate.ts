/**
 * Brings a database to this version's tables. Forward only: one made by a newer Fanal is refused, never changed. Servers that start together wait
 * for one another.
 */
import { FanalError } from '@fanal/contract'
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Tables } from '../schema.ts'

/** By name, in whose order they are run. */
export type Migrations = Readonly<Record<string, Migration>>

/** @throws FanalError STORE_UNAVAILABLE when a newer version made the tables, or they cannot be changed */
export async function migrate(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: 'fanal_migration',
    migrationLockTableName: 'fanal_migration_lock',
  })
  const { error } = await migrator.migrateToLatest()
  if (!error) return
  // Kysely's words for a step in the database that this version does not have.
  if (String(error).includes('previously executed migration')) throw newerTables(error)
  throw error
}

function newerTables(cause: unknown): FanalError {
  return new FanalError(
    'STORE_UNAVAILABLE',
    { reason: 'the database was made by a newer version of Fanal; update Fanal' },
    { cause },
  )
}

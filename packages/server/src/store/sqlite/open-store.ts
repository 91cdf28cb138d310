/**
 * Opens the embedded database: one SQLite file in the data folder.
 * WAL with synchronous=FULL: a commit is on the disk, by the operating system's word, before it is answered.
 * Source: docs/server.md#durability
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { FanalError } from '@fanal/contract'
import { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'
import { migrate } from '../sql/migrate.ts'
import { openTables } from '../sql/open-tables.ts'
import type { Store } from '../store.ts'
import { sqlite } from './dialect.ts'
import { migrations } from './migrations.ts'
import { NodeSqliteDialect } from './node-sqlite-dialect.ts'
import { toStoreError } from './store-error.ts'

const databaseFile = 'fanal.sqlite'

/** How long one process waits for another (a server and an import, say) to end its commit, milliseconds. */
const defaultBusyTimeoutMs = 5000

/**
 * @param options.dataDir made when it is not there
 * @throws FanalError STORE_UNAVAILABLE when folder or file cannot be used, or a newer Fanal made the file
 */
export async function openSqliteStore(options: { dataDir: string; busyTimeoutMs?: number }): Promise<Store> {
  const database = openDatabase(options.dataDir, options.busyTimeoutMs ?? defaultBusyTimeoutMs)
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) })
  try {
    await migrate(db, migrations)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return openTables(db, sqlite)
}

function openDatabase(dataDir: string, busyTimeoutMs: number): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    const reason = `the data folder ${dataDir} cannot be made: ${(error as NodeJS.ErrnoException).code}`
    throw new FanalError('STORE_UNAVAILABLE', { reason }, { cause: error })
  }
  try {
    const database = new DatabaseSync(join(dataDir, databaseFile))
    database.exec(`pragma busy_timeout = ${busyTimeoutMs}`)
    database.exec('pragma journal_mode = wal')
    database.exec('pragma synchronous = full')
    database.exec('pragma foreign_keys = on')
    return database
  } catch (error) {
    throw toStoreError(error)
  }
}

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
import type { Store } from '../store.ts'
import { createBacklogStore } from './backlog.ts'
import { createContactStore } from './contacts.ts'
import { migrate } from './migrate.ts'
import { NodeSqliteDialect } from './node-sqlite-dialect.ts'
import { createPeopleStore } from './people.ts'
import { createPhrasingStore } from './phrasings.ts'
import { createProjectStore } from './projects.ts'
import { createReleaseStore } from './releases.ts'
import { createRevisionStore } from './revisions.ts'
import { createSignalStore } from './signals.ts'
import { toStoreError } from './store-error.ts'
import { createTicketStore } from './tickets.ts'

const databaseFile = 'fanal.sqlite'

/** How long one process waits for another (a server and an import, say) to end its commit, milliseconds. */
const defaultBusyTimeoutMs = 5000

/**
 * @param options.dataDir made when it is not there
 * @throws FanalError STORE_UNAVAILABLE when folder or file cannot be used, or a newer Fanal made the file
 */
export async function openStore(options: { dataDir: string; busyTimeoutMs?: number }): Promise<Store> {
  const database = openDatabase(options.dataDir, options.busyTimeoutMs ?? defaultBusyTimeoutMs)
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  const signals = createSignalStore(db)
  return {
    projects: createProjectStore(db),
    signals,
    tickets: createTicketStore(db),
    releases: createReleaseStore(db),
    revisions: createRevisionStore(db),
    contacts: createContactStore(db),
    backlog: createBacklogStore(db),
    people: createPeopleStore(db),
    phrasings: createPhrasingStore(db),
    async checkWritable() {
      await db
        .updateTable('write_probe')
        .set((eb) => ({ writes: eb('writes', '+', 1) }))
        .where('id', '=', 1)
        .execute()
    },
    async close() {
      await signals.settled()
      await db.destroy()
    },
  }
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

/**
 * Opens a PostgreSQL database (15 or later): for more than one server, or more signals than one machine holds.
 * A commit is answered once PostgreSQL says it is durable; with `synchronous_commit = on` and a synchronous replica, once two machines do.
 * Source: docs/server.md#postgresql
 */
import { FanalError } from '@fanal/contract'
import { Kysely } from 'kysely'
import { Pool, types } from 'pg'
import type { Tables } from '../schema.ts'
import { migrate } from '../sql/migrate.ts'
import { openTables } from '../sql/open-tables.ts'
import type { Store } from '../store.ts'
import { postgres } from './dialect.ts'
import { migrations } from './migrations.ts'
import { addPartitions } from './partitions.ts'
import { GuardedPostgresDialect } from './postgres-dialect.ts'

/** Connections of one server. Reads are few and long, signals are written by one connection at a time. */
const maxConnections = 10
/** How long a request waits for a connection before it is told to come back, milliseconds. */
const connectTimeoutMs = 5000
const int8 = 20

/**
 * @param options.databaseUrl `postgres://user:password@host:5432/database`
 * @param options.now milliseconds since the epoch: from when on partitions are made
 * @throws FanalError STORE_UNAVAILABLE when the server cannot be reached or used, or a newer Fanal made the tables
 */
export async function openPostgresStore(options: { databaseUrl: string; now: number }): Promise<Store> {
  const pool = new Pool({
    connectionString: options.databaseUrl,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    application_name: 'fanal',
    // Counts and times are far below 2^53.
    types: {
      getTypeParser: (oid, format) => (oid === int8 && format !== 'binary' ? Number : types.getTypeParser(oid, format)),
    },
  })
  // An idle connection that is lost is replaced with the next query; unheard, the event would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new GuardedPostgresDialect(pool) })
  try {
    await migrate(db, migrations)
    await addPartitions(db, options.now)
  } catch (error) {
    await db.destroy()
    throw error instanceof FanalError ? error : new Error('the tables could not be prepared', { cause: error })
  }
  return openTables(db, postgres)
}

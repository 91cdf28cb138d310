/** Kysely's PostgreSQL dialect, but that trouble with the server leaves as STORE_UNAVAILABLE. */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  PostgresDriver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Pool } from 'pg'
import { toStoreError } from './store-error.ts'

export class GuardedPostgresDialect extends PostgresDialect {
  readonly #pool: Pool

  constructor(pool: Pool) {
    super({ pool })
    this.#pool = pool
  }

  override createDriver(): Driver {
    return new GuardedDriver({ pool: this.#pool })
  }
}

class GuardedDriver extends PostgresDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await guard(super.acquireConnection())
    const execute = connection.executeQuery.bind(connection)
    connection.executeQuery = <R>(query: CompiledQuery): Promise<QueryResult<R>> => guard(execute<R>(query))
    return connection
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await guard(super.beginTransaction(connection, settings))
  }
}

async function guard<T>(running: Promise<T>): Promise<T> {
  try {
    return await running
  } catch (error) {
    throw toStoreError(error)
  }
}

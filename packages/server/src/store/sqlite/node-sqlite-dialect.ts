/**
 * Lets Kysely speak to `node:sqlite`. Kysely's own SQLite dialect expects better-sqlite3's statements; the difference is
 * small: how parameters are passed, and how a statement tells whether it answers rows.
 * Decides two more things: transactions begin IMMEDIATE (all of ours write, and a deferred one that turns into a writer
 * fails at once when another process has written meanwhile, whatever the busy timeout), and trouble with the file
 * or the disk leaves as STORE_UNAVAILABLE.
 */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import { toStoreError } from './store-error.ts'

/** Statements kept prepared; all of ours are fixed texts, so this is more than ever needed. */
const maxCachedStatements = 200

export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(database: DatabaseSync) {
    const config = { database: adaptDatabase(database) }
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config)
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalDdlAdapter()
  }
}

/** SQLite can change tables inside a transaction: a migration cut short by a crash leaves nothing behind. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

function adaptDatabase(database: DatabaseSync) {
  const cache = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(sql: string): SqliteStatement {
      const known = cache.get(sql)
      if (known) return known
      const statement = guard(() => adaptStatement(database.prepare(sql)))
      if (cache.size >= maxCachedStatements) cache.clear()
      cache.set(sql, statement)
      return statement
    },
  }
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  // Kysely types parameters as unknown; our queries only bind text, numbers and null.
  const bind = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[]
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => guard(() => statement.all(...bind(parameters))),
    run: (parameters) => guard(() => statement.run(...bind(parameters))),
    iterate: (parameters) => guard(() => statement.iterate(...bind(parameters))),
  }
}

function guard<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw toStoreError(error)
  }
}

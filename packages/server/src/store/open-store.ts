/** Opens the store where the settings say: PostgreSQL where a database is named, else the embedded database of the data folder. */
import { openPostgresStore } from './postgres/open-store.ts'
import { openSqliteStore } from './sqlite/open-store.ts'
import type { Store } from './store.ts'

export interface StoreOptions {
  /** absolute; holds the embedded database */
  dataDir: string
  /** `postgres://…`; null: the embedded database */
  databaseUrl: string | null
  /** milliseconds since the epoch */
  now: number
}

/** @throws FanalError STORE_UNAVAILABLE when it cannot be used, or a newer Fanal made it */
export async function openStore({ dataDir, databaseUrl, now }: StoreOptions): Promise<Store> {
  return databaseUrl ? openPostgresStore({ databaseUrl, now }) : openSqliteStore({ dataDir })
}

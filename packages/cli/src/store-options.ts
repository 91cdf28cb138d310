/** `--data DIR` and `--database URL`: where the signals stand. Every command has the same defaults, so that they see the same data. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openStore, readDatabaseUrl, type Store } from '@fanal/server'
import { type Command, Option } from 'commander'
import { CommandError, exitCodes } from './exit-code.ts'

export interface StoreOptions {
  data: string
  database?: string
}

export function addStoreOptions(command: Command): Command {
  return command
    .addOption(new Option('--data <dir>', 'folder of the database').env('FANAL_DATA').default('.fanal'))
    .addOption(
      new Option('--database <url>', 'postgres://… instead of the embedded database').env('FANAL_DATABASE_URL'),
    )
}

/**
 * Opens the store, runs with it, and closes it.
 *
 * @param create whether an absent embedded database is made; a report on one is more likely a mistyped folder
 * @throws CommandError unreachable when there is no database; ConfigError for an address that is none; FanalError
 *   STORE_UNAVAILABLE when it cannot be used
 */
export async function withStore<T>(
  { data, database, create }: StoreOptions & { create: boolean },
  run: (store: Store) => Promise<T>,
): Promise<T> {
  const dataDir = resolve(data)
  const databaseUrl = readDatabaseUrl(database ?? null)
  if (!databaseUrl && !create && !existsSync(join(dataDir, 'fanal.sqlite'))) {
    throw new CommandError(
      exitCodes.unreachable,
      `There is no database in ${dataDir}. Name its folder with --data, or fill one with "fanal import" or "fanal serve".`,
    )
  }
  const store = await openStore({ dataDir, databaseUrl, now: Date.now() })
  try {
    return await run(store)
  } finally {
    await store.close()
  }
}

/** `--data DIR`: where the embedded database stands. Every command has the same default, so that they see the same data. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openStore, type Store } from '@fanal/server'
import { Option } from 'commander'
import { CommandError, exitCodes } from './exit-code.ts'

export function dataOption(): Option {
  return new Option('--data <dir>', 'folder of the database').env('FANAL_DATA').default('.fanal')
}

/**
 * Opens the store, runs with it, and closes it.
 *
 * @param create whether an absent database is made; a report on one is more likely a mistyped folder
 * @throws CommandError unreachable when there is no database; FanalError STORE_UNAVAILABLE when it cannot be used
 */
export async function withStore<T>(
  { data, create }: { data: string; create: boolean },
  run: (store: Store) => Promise<T>,
): Promise<T> {
  const dataDir = resolve(data)
  if (!create && !existsSync(join(dataDir, 'fanal.sqlite'))) {
    throw new CommandError(
      exitCodes.unreachable,
      `There is no database in ${dataDir}. Name its folder with --data, or fill one with "fanal import" or "fanal serve".`,
    )
  }
  const store = await openStore({ dataDir })
  try {
    return await run(store)
  } finally {
    await store.close()
  }
}

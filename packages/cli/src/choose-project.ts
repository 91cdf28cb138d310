/** `--project ID`: which of the store's projects a command is about. */
import type { Store } from '@fanal/server'
import { CommandError, exitCodes } from './exit-code.ts'

/**
 * @param named what was asked for; where there is only one project nothing has to be
 * @throws CommandError wrong usage, naming the projects that are there
 */
export async function chooseProject(store: Store, named: string | undefined): Promise<string> {
  const known = (await store.projects.list()).map(({ id }) => id)
  const [only] = known
  if (named === undefined && only !== undefined && known.length === 1) return only
  if (named !== undefined && known.includes(named)) return named
  const there = known.length > 0 ? `There are: ${known.join(', ')}.` : 'There is none yet.'
  const asked = named === undefined ? 'Name a project with --project.' : `There is no project "${named}".`
  throw new CommandError(exitCodes.wrongUsage, `${asked} ${there}`)
}

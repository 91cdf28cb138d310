/** `fanal author-link`: a signed link that opens the recorder of flows in a page of the product. */
import { FanalError, limits } from '@fanal/contract'
import { durationText } from '@fanal/contract/schema'
import { defaultAuthorLinkMs, makeAuthorLink } from '@fanal/server'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { CommandError, exitCodes } from '../exit-code.ts'
import { addStoreOptions, type StoreOptions, withStore } from '../store-options.ts'

interface Options extends StoreOptions {
  project: string
  url: string
  valid: number
}

export function addAuthorLinkCommand(program: Command): void {
  const command = program
    .command('author-link')
    .description('make a link that opens the recorder of flows in a page of the product; give it to nobody but authors')
    .requiredOption('--project <id>', 'the project whose help it is')
    .requiredOption('--url <address>', 'page of the product to start recording on', readUrl)
    .addOption(
      new Option('--valid <duration>', 'how long it opens the recorder, at most 24h')
        .argParser(readDuration)
        .default(defaultAuthorLinkMs, '1h'),
    )
  addStoreOptions(command).action(printLink)
}

async function printLink({ project, url, valid, ...options }: Options): Promise<void> {
  const link = await withStore({ ...options, create: false }, async (store) => {
    const known = await store.projects.list()
    const found = known.find(({ id }) => id === project)
    if (!found) {
      const ids = known.map(({ id }) => id).join(', ') || 'none'
      throw new CommandError(exitCodes.wrongUsage, `There is no project "${project}" here. There are: ${ids}.`)
    }
    return makeAuthorLink(found, { url, validMs: valid }, Date.now()).catch((error: unknown) => {
      if (!(error instanceof FanalError)) throw error
      throw new CommandError(
        exitCodes.refused,
        `Project "${project}" has no secret key yet. Start it once with "fanal serve", or set FANAL_SECRET_KEY.`,
        { cause: error },
      )
    })
  })
  process.stdout.write(`${link.url}\n`)
  const minutes = Math.round((link.expiresAt - Date.now()) / 60_000)
  process.stderr.write(`Opens the recorder for ${minutes} min. Whoever has it can record, and publish nothing.\n`)
}

function readUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new InvalidArgumentError('Give an address such as https://staging.example.com/parametres.')
}

function readDuration(text: string): number {
  const read = durationText.safeParse(text)
  if (read.success && read.data >= 60_000 && read.data <= limits.maxAuthorLinkMs) return read.data
  throw new InvalidArgumentError('Write a duration from 1m to 24h, such as 1h.')
}

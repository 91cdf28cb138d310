/** `fanal push DIR --algolia`: publishes a content folder to an Algolia index. */
import { loadContent } from '@fanal/server'
import type { Command } from 'commander'
import { type AlgoliaTarget, type Published, publishToAlgolia } from '../algolia/publish.ts'
import { CommandError, exitCodes } from '../exit-code.ts'
import { showProgress } from '../show-progress.ts'

type Content = Awaited<ReturnType<typeof loadContent>>

export function addPushCommand(program: Command, end: (code: number) => void): void {
  program
    .command('push <dir>')
    .description('publish a content folder; its errors are to be mended first (see fanal check)')
    .requiredOption('--algolia', 'to Algolia: ALGOLIA_APP_ID, ALGOLIA_ADMIN_KEY, and search.index of fanal.yaml')
    .action(async (dir: string) => {
      const content = await loadContent(dir).catch((error: unknown) => {
        throw new CommandError(exitCodes.wrongUsage, error instanceof Error ? error.message : String(error), {
          cause: error,
        })
      })
      const problem = whyNot(content, dir)
      if (problem !== undefined) {
        process.stderr.write(`Nothing was published: ${problem}\n`)
        return end(exitCodes.refused)
      }
      const target = readTarget(content)
      const published = await publishToAlgolia(content, target, showProgress())
      process.stdout.write(`${describe(published)} in index ${target.index}\n`)
    })
}

/** Content that would leave visitors with less than they have is not published. */
function whyNot({ articles, findings }: Content, dir: string): string | undefined {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (errors > 0) return `${errors} ${errors === 1 ? 'error' : 'errors'}. Run fanal check ${dir} and mend them.`
  if (articles.length === 0)
    return `${dir} holds no article, and the index would be emptied. Name the folder of the help.`
  return undefined
}

/** @throws CommandError wrong usage where something is not said */
function readTarget({ settings }: Content): AlgoliaTarget {
  const refuse = (message: string): never => {
    throw new CommandError(exitCodes.wrongUsage, message)
  }
  const appId = process.env.ALGOLIA_APP_ID || settings.search?.appId
  const adminKey = process.env.ALGOLIA_ADMIN_KEY
  const host = process.env.ALGOLIA_HOST
  if (!appId) return refuse('Which application? Set ALGOLIA_APP_ID, or search.appId in fanal.yaml.')
  if (!adminKey) {
    return refuse('ALGOLIA_ADMIN_KEY is not set. It is the key that may write the index; keep it out of fanal.yaml.')
  }
  if (host && !URL.canParse(host)) return refuse(`ALGOLIA_HOST "${host}" is no address such as https://host.`)
  return {
    appId,
    adminKey,
    index: settings.search?.index ?? settings.project,
    host: host ? new URL(host) : undefined,
  }
}

function describe({ records, articles, synonyms, rules }: Published): string {
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
  return `${counted(articles, 'article')} (${counted(records, 'record')}), ${counted(synonyms, 'synonym')}, ${counted(rules, 'rule')}`
}

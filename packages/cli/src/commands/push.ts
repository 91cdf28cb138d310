/** `fanal push DIR --algolia`: publishes a content folder to an Algolia index: records, settings, synonyms and rules. */
import { loadContent } from '@fanal/server'
import { algoliasearch } from 'algoliasearch'
import type { Command } from 'commander'
import { toRecords } from '../algolia/to-records.ts'
import { toRules, toSettings, toSynonyms } from '../algolia/to-settings.ts'
import { CommandError, exitCodes } from '../exit-code.ts'

type Content = Awaited<ReturnType<typeof loadContent>>

interface Target {
  appId: string
  adminKey: string
  index: string
}

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
      const errors = content.findings.filter(({ severity }) => severity === 'error').length
      if (errors > 0) {
        process.stderr.write(`Nothing was published: ${errors} errors. Run fanal check ${dir} and mend them.\n`)
        return end(exitCodes.refused)
      }
      const target = readTarget(content)
      const published = await publish(content, target)
      process.stdout.write(`${describe(published)} in index ${target.index}\n`)
    })
}

/** @throws CommandError wrong usage where something is not said */
function readTarget({ settings }: Content): Target {
  const appId = process.env.ALGOLIA_APP_ID ?? settings.search?.appId
  const adminKey = process.env.ALGOLIA_ADMIN_KEY
  if (!appId) {
    const message = 'Which application? Set ALGOLIA_APP_ID, or search.appId in fanal.yaml.'
    throw new CommandError(exitCodes.wrongUsage, message)
  }
  if (!adminKey) {
    const message = 'ALGOLIA_ADMIN_KEY is not set. It is the key that may write the index; keep it out of fanal.yaml.'
    throw new CommandError(exitCodes.wrongUsage, message)
  }
  return { appId, adminKey, index: settings.search?.index ?? settings.project }
}

interface Published {
  records: number
  articles: number
  synonyms: number
  rules: number
}

/**
 * Everything is put into the index at once: a search meanwhile finds the old articles or the new ones.
 *
 * @throws CommandError unreachable, or refused with what Algolia says
 */
async function publish({ articles, settings, synonyms: groups }: Content, target: Target): Promise<Published> {
  const { index: indexName } = target
  const client = algoliasearch(target.appId, target.adminKey, hostsFromEnvironment())
  const locales = settings.locales.length > 0 ? settings.locales : articles.map((article) => article.locale)
  const objects = articles.flatMap(toRecords)
  const synonymHit = toSynonyms(groups)
  const rules = toRules(articles)
  try {
    const tasks = [await client.setSettings({ indexName, indexSettings: toSettings(locales) })]
    tasks.push(await client.saveSynonyms({ indexName, synonymHit, replaceExistingSynonyms: true }))
    tasks.push(await client.saveRules({ indexName, rules, clearExistingRules: true }))
    for (const { taskID } of tasks) await client.waitForTask({ indexName, taskID })
    await client.replaceAllObjects({ indexName, objects })
  } catch (error) {
    throw explain(error)
  }
  return { records: objects.length, articles: articles.length, synonyms: synonymHit.length, rules: rules.length }
}

/** `ALGOLIA_HOST` is for a proxy in front of Algolia: `https://algolia.example.com`. */
function hostsFromEnvironment() {
  const given = process.env.ALGOLIA_HOST
  if (!given) return {}
  if (!URL.canParse(given)) {
    throw new CommandError(exitCodes.wrongUsage, `ALGOLIA_HOST "${given}" is no address such as https://host.`)
  }
  const { host, protocol } = new URL(given)
  const scheme = protocol === 'http:' ? 'http' : 'https'
  return { hosts: [{ url: host, accept: 'readWrite', protocol: scheme } as const] }
}

function explain(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const status: unknown = 'status' in error ? error.status : undefined
  if (typeof status === 'number') {
    const message = `Algolia refused (${status}): ${error.message}`
    return new CommandError(exitCodes.refused, message, { cause: error })
  }
  if (error.name !== 'RetryError') return error
  const message = 'Algolia could not be reached. Check ALGOLIA_APP_ID and the network, and run it again.'
  return new CommandError(exitCodes.unreachable, message, { cause: error })
}

function describe({ records, articles, synonyms, rules }: Published): string {
  return `${articles} articles (${records} records), ${synonyms} synonyms, ${rules} rules`
}

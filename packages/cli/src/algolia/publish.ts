/**
 * Puts a help into an Algolia index, all at once: settings, synonyms, rules and records are built in an index beside it, which then takes
 * its place. A search meanwhile finds the old help or the new one, and what fails on the way leaves the old one as it was.
 * Source: docs/search.md#publishing-to-algolia
 */
import type { loadContent } from '@fanal/server'
import { algoliasearch } from 'algoliasearch'
import { CommandError, exitCodes } from '../exit-code.ts'
import type { Progress } from '../show-progress.ts'
import { toRecords } from './to-records.ts'
import { toRules } from './to-rules.ts'
import { toSettings, toSynonyms } from './to-settings.ts'

type Content = Pick<Awaited<ReturnType<typeof loadContent>>, 'articles' | 'settings' | 'synonyms'>

export interface AlgoliaTarget {
  appId: string
  adminKey: string
  index: string
  /** a proxy in front of Algolia */
  host: URL | undefined
}

export interface Published {
  articles: number
  records: number
  synonyms: number
  rules: number
}

/** Records in one request; Algolia advises no more. */
const batchSize = 1000

/** @throws CommandError unreachable, or refused with what Algolia says */
export async function publishToAlgolia(
  content: Content,
  target: AlgoliaTarget,
  progress: Progress,
): Promise<Published> {
  const { articles, settings, synonyms: groups } = content
  const { index } = target
  const client = algoliasearch(target.appId, target.adminKey, hostsOf(target))
  const locales = settings.locales.length > 0 ? settings.locales : articles.map((article) => article.locale)
  const records = articles.flatMap(toRecords)
  const synonymHit = toSynonyms(groups)
  const rules = toRules(articles)
  const indexName = `${index}_tmp_${Date.now().toString(36)}`
  let begun = false
  const done = async ({ taskID }: { taskID: number }) => {
    begun = true
    await client.waitForTask({ indexName, taskID })
  }
  try {
    progress.show('settings, synonyms, rules …')
    // What owners set by hand beside what is set here stays as it is.
    const copy = { operation: 'copy', destination: indexName, scope: ['settings'] } as const
    await done(
      await client.operationIndex({ indexName: index, operationIndexParams: { ...copy, scope: [...copy.scope] } }),
    )
    await done(await client.setSettings({ indexName, indexSettings: toSettings(locales) }))
    if (synonymHit.length > 0) await done(await client.saveSynonyms({ indexName, synonymHit }))
    if (rules.length > 0) await done(await client.saveRules({ indexName, rules }))
    for (let from = 0; from < records.length; from += batchSize) {
      progress.show(`${from} of ${records.length} records`)
      const objects = records.slice(from, from + batchSize)
      await client.chunkedBatch({ indexName, objects, batchSize, waitForTasks: true })
    }
    progress.show('putting it in place …')
    await done(
      await client.operationIndex({ indexName, operationIndexParams: { operation: 'move', destination: index } }),
    )
  } catch (error) {
    // What is left of it would count as records; where it cannot be removed either, the reason is the one that is told.
    if (begun) await client.deleteIndex({ indexName }).catch(() => {})
    throw explain(error)
  } finally {
    progress.end()
  }
  return { articles: articles.length, records: records.length, synonyms: synonymHit.length, rules: rules.length }
}

function hostsOf({ host }: AlgoliaTarget) {
  if (!host) return {}
  const protocol = host.protocol === 'http:' ? 'http' : 'https'
  return { hosts: [{ url: host.host, accept: 'readWrite', protocol } as const] }
}

/** Algolia's failures as sentences for whoever typed the command; faults of ours stay as they are. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (error.name === 'RetryError') {
    const message =
      'Algolia could not be reached. Check ALGOLIA_APP_ID, ALGOLIA_HOST if it is set, and the network, and run it again.'
    return new CommandError(exitCodes.unreachable, message, { cause: error })
  }
  if (error.name === 'DeserializationError') {
    const message = 'What answered is not Algolia. Check ALGOLIA_HOST, and whatever stands between.'
    return new CommandError(exitCodes.unreachable, message, { cause: error })
  }
  if (error.name !== 'ApiError') return error
  const status: unknown = 'status' in error ? error.status : undefined
  const said = typeof status === 'number' ? `Algolia refused (${status}): ${error.message}` : error.message
  const keyAdvice =
    status === 401 || status === 403
      ? ' The key in ALGOLIA_ADMIN_KEY must be one of this application that may write: addObject, deleteObject, deleteIndex, editSettings, settings.'
      : ''
  return new CommandError(exitCodes.refused, `${said.replace(/\.?$/, '.')}${keyAdvice}`, { cause: error })
}

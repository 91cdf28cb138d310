/**
 * Searches at Algolia itself: what is asked as on the Fanal server becomes what Algolia's documentation asks for, and its records become
 * articles. Clicks are told to Algolia's Insights by a pseudonym of this page view, and only where this person lets anything be kept.
 * Source: docs/search.md#algolia-as-the-engine, docs/embed.md#algolia
 */
import type { SearchHit, SearchParams, SearchResponse, SignalProps } from '@fanal/contract'
import type { AlgoliaConfig, SearchProvider, SearchRuntime } from '../../search-provider.ts'
import { toJson } from '../../ui/to-json.ts'
import { uuidv7 } from '../../ui/uuid.ts'
import { openHosts } from './ask-hosts.ts'

const insightsOrigin = 'https://insights.algolia.io'
/** What the views show; bodies are long. */
const shown = ['title', 'summary', 'category', 'locale', 'articleId']
/** More are refused. */
const maxContexts = 10
/** Answers whose clicks can still be told: the one on screen, and those one may go back to. */
const maxRemembered = 5

/** An answer that can be clicked. */
interface Clickable {
  queryID: string
  /** in their order: of the articles, and of the records they came as */
  articleIds: string[]
  objectIDs: string[]
}

type Requests = { requests: SearchParams[] }
type Results = { results: SearchResponse[] }

const opened = new WeakMap<SearchRuntime, SearchProvider>()

export function openAlgolia(runtime: SearchRuntime, config: AlgoliaConfig): SearchProvider {
  const provider = opened.get(runtime) ?? createProvider(runtime, config)
  opened.set(runtime, provider)
  return provider
}

function createProvider(runtime: SearchRuntime, { locales, search }: AlgoliaConfig): SearchProvider {
  const { appId, searchKey, index, hosts, insightsHost = insightsOrigin } = search
  const { locale } = runtime
  const who = `?x-algolia-application-id=${appId}&x-algolia-api-key=${encodeURIComponent(searchKey)}`
  const askSearch = openHosts(hosts ?? algoliaHosts(appId))
  const tellInsights = openHosts([insightsHost])
  const life = new AbortController()
  const userToken = `anonymous-${uuidv7(Date.now())}`
  let remembered: Clickable[] = []

  /** Where the Fanal server has an index for each language, Algolia has a filter. */
  function toParams({ ruleContexts = [], attributesToRetrieve, ...params }: SearchParams): SearchParams {
    const isTold = runtime.mayStore() && params.analytics !== false
    return {
      ...params,
      ...(locales.length > 1 && locales.includes(locale) && { filters: `locale:"${locale}"` }),
      attributesToRetrieve: attributesToRetrieve ? [...attributesToRetrieve, 'articleId'] : shown,
      ruleContexts: [ruleContexts].flat().map(toContext).slice(0, maxContexts),
      analytics: isTold,
      clickAnalytics: isTold,
    }
  }

  function toAnswer<Answer extends Partial<SearchResponse>>(answer: Answer): Answer {
    const { hits = [], queryID } = answer
    const articles = hits.map(toArticle)
    if (queryID) {
      const [articleIds, objectIDs] = [articles, hits].map((list) => list.map((hit) => hit.objectID))
      if (articleIds && objectIDs)
        remembered = [{ queryID, articleIds, objectIDs }, ...remembered].slice(0, maxRemembered)
    }
    return { ...answer, hits: articles }
  }

  async function tellClick({ articleId, position }: SignalProps['result_clicked']): Promise<void> {
    const place = position - 1
    const answer = remembered.find(({ articleIds }) => articleIds[place] === articleId)
    if (!answer || !runtime.mayStore()) return
    const event = {
      eventType: 'click',
      eventName: 'Article Clicked',
      index,
      userToken,
      queryID: answer.queryID,
      objectIDs: [answer.objectIDs[place]],
      positions: [position],
    }
    // Told or not, the article opens; nothing here is kept for another try.
    await tellInsights(`/1/events${who}`, toJson({ events: [event] }), life.signal).catch(() => {})
  }

  const leave = runtime.on('result_clicked', (click) => void tellClick(click as SignalProps['result_clicked']))
  runtime.onDestroy(() => {
    leave()
    life.abort()
  })

  return {
    async ask<Answer>(ask: Parameters<SearchProvider['ask']>[0], signal: AbortSignal) {
      const { path, body } = ask(index)
      const { requests } = body as Partial<Requests>
      const asked = requests ? { requests: requests.map(toParams) } : toParams(body as SearchParams)
      const answer = await askSearch<Partial<SearchResponse & Results>>(path + who, toJson(asked), signal)
      return (answer.results ? { results: answer.results.map(toAnswer) } : toAnswer(answer)) as Partial<Answer>
    },
  }
}

/** As Algolia documents them: the nearest first, then three of another network, in any order. */
function algoliaHosts(appId: string): string[] {
  const others = [1, 2, 3].map((place) => ({ place, order: Math.random() })).sort((a, b) => a.order - b.order)
  return [`https://${appId}-dsn.algolia.net`, ...others.map(({ place }) => `https://${appId}-${place}.algolianet.com`)]
}

/** As `fanal push --algolia` names contexts in its rules, of letters, digits, `-` and `_`: `page:/facturation` is `page-_facturation`. */
const toContext = (context: string): string => context.replace(':', '-').replace(/[^A-Za-z0-9_-]/g, '_')

/** A long article is several records of one `articleId` (`fanal push --algolia`). */
const toArticle = (hit: SearchHit): SearchHit => ({ ...hit, objectID: String(hit.articleId ?? hit.objectID) })

/**
 * The Algolia Search API v1 subset: `algoliasearch` and other Algolia clients work against it unchanged.
 * Bodies are JSON under whatever content type (clients send text/plain to spare a preflight). The public key stands for the API key, the project for the application id.
 * Source: docs/search.md#algolia
 */
import { setImmediate } from 'node:timers/promises'
import { FanalError, paths } from '@fanal/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { SearchMemory } from '../../ingest/search-memory.ts'
import { answerObject } from '../../knowledge/algolia/answer-object.ts'
import { answerFacet, answerQuery, type QueryAnswer } from '../../knowledge/algolia/answer-query.ts'
import type { FacetAnswer } from '../../knowledge/algolia/facets.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge.ts'
import { type ArticleUse, keepArticleUse } from '../../reports/keep-article-use.ts'
import type { KeptPageUse } from '../../reports/keep-page-use.ts'
import type { Services } from '../../services.ts'
import { acceptAnyJson, askedInAddress, readJsonObject, requireProject } from '../algolia-request.ts'

/** Queries in one request to many indexes; Algolia's own limit. */
const maxQueries = 50
/** Objects in one request; Algolia's own limit. */
const maxObjects = 1000

interface OfIndex {
  Params: { index: string }
}

/** Registers the routes; wants a scope of its own, for its body parser. */
export function registerAlgoliaRoutes(
  app: FastifyInstance,
  services: Services,
  searches: SearchMemory,
  pageUse: Pick<KeptPageUse, 'of'>,
): void {
  const articleUse = keepArticleUse(pageUse, services.now)
  acceptAnyJson(app)

  app.post<OfIndex>(paths.searchIndex, async (request) => {
    const base = requireProject(services, request)
    return answerQuery(base, request.params.index, readJsonObject(request), searches, await articleUse(base))
  })

  app.post<{ Params: { index: string; facet: string } }>(paths.searchFacet, async (request) => {
    const base = requireProject(services, request)
    return answerFacet(base, request.params.index, request.params.facet, readJsonObject(request))
  })

  // The `*` of the path is sent as it stands.
  app.post<OfIndex>('/1/indexes/:index/queries', async (request) => {
    const base = requireProject(services, request)
    requireEveryIndex(request)
    const { requests, strategy } = readJsonObject(request)
    if (strategy !== undefined && strategy !== 'none' && strategy !== 'stopIfEnoughMatches') {
      throw invalid('strategy', 'must be "none" or "stopIfEnoughMatches"')
    }
    const stops = strategy === 'stopIfEnoughMatches'
    const asked = readRequests(requests, maxQueries)
    const use = await articleUse(base)
    return { results: await answerAll({ base, searches, use }, asked, stops) }
  })

  app.post<OfIndex>('/1/indexes/:index/objects', async (request) => {
    const base = requireProject(services, request)
    requireEveryIndex(request)
    const asked = readRequests(readJsonObject(request).requests, maxObjects)
    return {
      results: asked.map(({ indexName, objectID, ...given }) => {
        if (typeof objectID !== 'string') throw invalid('requests', 'each must name its objectID')
        return answerObject(base, indexName, objectID, given)
      }),
    }
  })

  app.get<OfIndex>(paths.browseIndex, async (request) => {
    const base = requireProject(services, request)
    return answerQuery(base, request.params.index, askedInAddress(request), searches, await articleUse(base))
  })

  app.get<{ Params: { index: string; object: string } }>(paths.object, async (request) => {
    const base = requireProject(services, request)
    const { index, object } = request.params
    const found = answerObject(base, index, object, askedInAddress(request))
    if (!found) throw new FanalError('OBJECT_UNKNOWN', { id: object.slice(0, 200) })
    return found
  })
}

type Answer = (QueryAnswer & { processed?: boolean }) | FacetAnswer

interface Asking {
  base: KnowledgeBase
  searches: SearchMemory
  use: ArticleUse | undefined
}

/** With `stopIfEnoughMatches` the queries after one that fills its page are answered without hits. */
async function answerAll(
  { base, searches, use }: Asking,
  requests: readonly IndexRequest[],
  stops: boolean,
): Promise<Answer[]> {
  const answers: Answer[] = []
  let enough = false
  for (const { indexName, type, facet, ...params } of requests) {
    // Fifty hostile queries are a second's work: whoever else asks is answered between two of them.
    if (answers.length > 0) await setImmediate()
    if (type === 'facet') {
      if (typeof facet !== 'string') throw invalid('requests', 'a search of type "facet" must name its facet')
      answers.push(answerFacet(base, indexName, facet, params))
      continue
    }
    if (type !== undefined && type !== 'default') throw invalid('type', 'must be "default" or "facet"')
    const answer = answerQuery(base, indexName, params, searches, use)
    if (stops && enough) {
      answers.push({ ...answer, hits: [], nbHits: 0, nbPages: 0, processed: false })
      continue
    }
    enough = answer.hits.length >= (answer.hitsPerPage ?? answer.length ?? 0)
    answers.push(stops ? { ...answer, processed: true } : answer)
  }
  return answers
}

interface IndexRequest {
  indexName: string
  [parameter: string]: unknown
}

function readRequests(requests: unknown, most: number): IndexRequest[] {
  if (!Array.isArray(requests) || requests.length > most) {
    throw invalid('requests', `must be a list of at most ${most}`)
  }
  return requests.map((one: unknown) => {
    if (!isIndexRequest(one)) throw invalid('requests', 'each must name its indexName')
    return one
  })
}

function isIndexRequest(one: unknown): one is IndexRequest {
  return typeof one === 'object' && one !== null && 'indexName' in one && typeof one.indexName === 'string'
}

function requireEveryIndex(request: FastifyRequest<OfIndex>): void {
  const { index } = request.params
  if (index !== '*') throw new FanalError('INDEX_UNKNOWN', { index })
}

function invalid(parameter: string, reason: string): FanalError {
  return new FanalError('QUERY_INVALID', { parameter, reason })
}

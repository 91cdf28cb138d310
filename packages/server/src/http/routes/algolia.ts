/**
 * The Algolia Search API v1 subset: `algoliasearch` and other Algolia clients work against it unchanged.
 * Bodies are JSON under whatever content type (clients send text/plain to spare a preflight). The public key stands for the API key, the project for the application id.
 * Source: docs/search.md#algolia
 */
import { FanalError, paths } from '@fanal/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerQuery, type QueryAnswer } from '../../knowledge/algolia/answer-query.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge.ts'
import type { Services } from '../../services.ts'
import { requirePublicKey } from '../require-key.ts'

/** Queries in one request to many indexes; Algolia's own limit. */
const maxQueries = 50
const applicationId = 'x-algolia-application-id'

/** Registers the routes; wants a scope of its own, for its body parser. */
export function registerAlgoliaRoutes(app: FastifyInstance, services: Services): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body)
  })

  app.post<{ Params: { index: string } }>(paths.searchIndex, async (request) => {
    const base = requireProject(services, request)
    return answerQuery(base, request.params.index, readBody(request))
  })

  // The `*` of the path is sent as it stands.
  app.post<{ Params: { index: string } }>('/1/indexes/:index/queries', async (request) => {
    const base = requireProject(services, request)
    if (request.params.index !== '*') throw new FanalError('INDEX_UNKNOWN', { index: request.params.index })
    const { requests, strategy } = readBody(request)
    if (!Array.isArray(requests) || requests.length > maxQueries) {
      throw new FanalError('QUERY_INVALID', {
        parameter: 'requests',
        reason: `must be a list of at most ${maxQueries} queries`,
      })
    }
    return { results: answerAll(base, requests, strategy === 'stopIfEnoughMatches') }
  })

  app.get<{ Params: { index: string }; Querystring: Record<string, unknown> }>(paths.browseIndex, async (request) => {
    const base = requireProject(services, request)
    const asked = Object.entries(request.query).filter(([name]) => !name.startsWith('x-algolia-') && name !== 'key')
    return answerQuery(base, request.params.index, Object.fromEntries(asked))
  })
}

/** @throws FanalError of requirePublicKey; APPLICATION_MISMATCH when the application id is another project */
function requireProject(services: Services, request: FastifyRequest): KnowledgeBase {
  const query = request.query as Record<string, unknown>
  const base = requirePublicKey(services, request, request.headers['x-algolia-api-key'] ?? query['x-algolia-api-key'])
  const appId = request.headers[applicationId] ?? query[applicationId]
  if (appId !== undefined && String(appId).toLowerCase() !== base.project) {
    throw new FanalError('APPLICATION_MISMATCH', { appId: String(appId).slice(0, 80), project: base.project })
  }
  return base
}

function readBody(request: FastifyRequest): Record<string, unknown> {
  const { body } = request
  if (body === undefined || body === null || body === '') return {}
  let data: unknown = body
  if (typeof body === 'string') {
    try {
      data = JSON.parse(body)
    } catch {
      throw new FanalError('BODY_NOT_JSON', { reason: 'it cannot be parsed' })
    }
  }
  if (!isRecord(data)) throw new FanalError('BODY_NOT_JSON', { reason: 'it is not an object' })
  return data
}

/** With `stopIfEnoughMatches` the queries after one that fills its page are answered without hits. */
function answerAll(
  base: KnowledgeBase,
  requests: readonly unknown[],
  stops: boolean,
): (QueryAnswer & { processed?: boolean })[] {
  let enough = false
  return requests.map((one) => {
    if (!isRecord(one) || typeof one.indexName !== 'string') {
      throw new FanalError('QUERY_INVALID', { parameter: 'requests', reason: 'each must name its indexName' })
    }
    const { indexName, type, facet: _facet, ...params } = one
    if (type !== undefined && type !== 'default') {
      throw new FanalError('QUERY_INVALID', { parameter: 'type', reason: 'only "default" searches are answered here' })
    }
    const answer = answerQuery(base, indexName, params)
    if (stops && enough) return { ...answer, hits: [], nbHits: 0, nbPages: 0, processed: false }
    enough = answer.hits.length >= answer.hitsPerPage
    return answer
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

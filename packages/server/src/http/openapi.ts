/**
 * The API's own description (OpenAPI 3.1), made from the table of routes and the contract's schemas. A test holds the table
 * equal to the routes that are really there.
 */
import { errorCodes, limits, paths } from '@fanal/contract'
import {
  authorLinkRequestSchema,
  authorLinkSchema,
  authorPassRequestSchema,
  authorPassSchema,
  backlogPatchSchema,
  checklistAnswerSchema,
  consoleSessionSchema,
  contactReceiptSchema,
  contactRequestSchema,
  flowsReportSchema,
  phrasingChangeSchema,
  phrasingListSchema,
  releaseSchema,
  signalBatchSchema,
  signalReceiptSchema,
  signInSchema,
  ticketListSchema,
} from '@fanal/contract/schema'
import { z } from 'zod'

type Guard = 'none' | 'public key' | 'secret key' | 'secret key or session' | 'session'

export interface DescribedRoute {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** in the router's words, `:id` for a variable part */
  path: string
  guard: Guard
  summary: string
  query?: readonly string[]
  body?: z.ZodType
  answer?: { status: number; schema?: z.ZodType }
}

const period = ['project', 'from', 'to', 'now', 'window'] as const

const otherReport = z
  .looseObject({ project: z.string(), from: z.string(), to: z.string() })
  .describe('Deflection, searches, articles or pages: docs/metrics.md')

/** What Algolia's clients usually send; docs/search.md lists the rest. */
const searchQuery = z.looseObject({
  query: z.string().optional(),
  page: z.int().min(0).optional(),
  hitsPerPage: z.int().min(0).max(limits.maxHitsPerPage).optional(),
  filters: z.string().optional(),
  facets: z.array(z.string()).optional(),
  params: z.string().optional(),
})

/** Every route for programs; pages and files (`/console`, `/fanal.js`, `/assets/`) stand beside the API. */
export const describedRoutes: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: paths.config,
    guard: 'public key',
    summary: 'Settings, page rules and flow triggers.',
    query: ['key', 'locale'],
  },
  {
    method: 'get',
    path: paths.suggestions,
    guard: 'public key',
    summary: 'Articles for a page, best first.',
    query: ['key', 'page', 'topics', 'errors', 'features', 'limit', 'locale', 'popular', 'title', 'explain'],
  },
  {
    method: 'get',
    path: paths.article,
    guard: 'public key',
    summary: 'One article, its body as a tree.',
    query: ['key'],
  },
  {
    method: 'get',
    path: paths.phrasings,
    guard: 'secret key or session',
    summary: "Words that visitors' searches taught about an article; none that fewer than three accounts used.",
    query: ['project'],
    answer: { status: 200, schema: phrasingListSchema },
  },
  {
    method: 'delete',
    path: paths.phrasing,
    guard: 'secret key or session',
    summary: 'Removes a phrasing: the article is searched by it no longer, whatever is learnt later.',
    query: ['project'],
    answer: { status: 200, schema: phrasingChangeSchema },
  },
  {
    method: 'put',
    path: paths.phrasing,
    guard: 'secret key or session',
    summary: 'Puts a removed phrasing back.',
    query: ['project'],
    answer: { status: 200, schema: phrasingChangeSchema },
  },
  {
    method: 'post',
    path: paths.author,
    guard: 'public key',
    summary: 'Whether an author link holds: opens the recorder of flows.',
    body: authorPassRequestSchema,
    answer: { status: 200, schema: authorPassSchema },
  },
  {
    method: 'post',
    path: paths.authorLinks,
    guard: 'secret key or session',
    summary: 'A signed link that opens the recorder of flows in a page of the product.',
    query: ['project'],
    body: authorLinkRequestSchema,
    answer: { status: 201, schema: authorLinkSchema },
  },
  { method: 'get', path: paths.flow, guard: 'public key', summary: 'One guided flow.', query: ['key'] },
  {
    method: 'get',
    path: paths.checklist,
    guard: 'public key',
    summary: 'The guided flows that a new visitor is to go through.',
    query: ['key'],
    answer: { status: 200, schema: checklistAnswerSchema },
  },
  {
    method: 'get',
    path: paths.deviceIndex,
    guard: 'public key',
    summary: 'The whole help in a compact form, for searching without network.',
    query: ['key', 'locale'],
  },
  {
    method: 'post',
    path: paths.searchIndex,
    guard: 'public key',
    summary: 'Algolia Search API: one query.',
    body: searchQuery,
  },
  {
    method: 'post',
    path: paths.searchIndexes,
    guard: 'public key',
    summary: 'Algolia Search API: several queries.',
    body: z.object({ requests: z.array(searchQuery.extend({ indexName: z.string() })).max(50) }),
  },
  {
    method: 'get',
    path: paths.browseIndex,
    guard: 'public key',
    summary: 'Algolia Search API: one query in the address.',
    query: ['query', 'page', 'hitsPerPage', 'filters', 'facets', 'params'],
  },
  {
    method: 'post',
    path: paths.searchFacet,
    guard: 'public key',
    summary: 'Algolia Search API: values of one facet.',
    body: searchQuery.extend({ facetQuery: z.string().optional(), maxFacetHits: z.int().optional() }),
  },
  {
    method: 'post',
    path: paths.objects,
    guard: 'public key',
    summary: 'Algolia Search API: records by their ids.',
    body: z.object({
      requests: z
        .array(
          z.object({
            indexName: z.string(),
            objectID: z.string(),
            attributesToRetrieve: z.array(z.string()).optional(),
          }),
        )
        .max(1000),
    }),
  },
  {
    method: 'get',
    path: paths.object,
    guard: 'public key',
    summary: 'Algolia Search API: one record by its id.',
    query: ['attributesToRetrieve'],
  },
  {
    method: 'post',
    path: paths.events,
    guard: 'public key',
    summary: 'Algolia Insights API: what was done with what was found.',
    body: z.object({ events: z.array(z.looseObject({ eventType: z.string(), eventName: z.string() })) }),
    answer: { status: 200, schema: z.object({ status: z.int(), message: z.string() }) },
  },
  {
    method: 'post',
    path: paths.signals,
    guard: 'public key',
    summary: 'Takes in signals; answered once the accepted ones are durable.',
    body: signalBatchSchema,
    answer: { status: 202, schema: signalReceiptSchema },
  },
  {
    method: 'post',
    path: paths.contacts,
    guard: 'public key',
    summary: 'Takes in a contact; idempotent by id.',
    body: contactRequestSchema,
    answer: { status: 201, schema: contactReceiptSchema },
  },
  {
    method: 'post',
    path: paths.tickets,
    guard: 'secret key',
    summary: 'Adds or replaces tickets.',
    query: ['project'],
    body: ticketListSchema,
    answer: { status: 200, schema: z.object({ accepted: z.int() }) },
  },
  {
    method: 'post',
    path: paths.releases,
    guard: 'secret key',
    summary: 'Adds or replaces a release of the host application.',
    query: ['project'],
    body: releaseSchema,
    answer: { status: 201, schema: releaseSchema },
  },
  {
    method: 'get',
    path: paths.reports,
    guard: 'secret key or session',
    summary: 'A report over a period: deflection, searches, articles, flows or pages.',
    query: period,
    answer: { status: 200, schema: z.union([flowsReportSchema, otherReport]) },
  },
  {
    method: 'get',
    path: paths.backlog,
    guard: 'secret key or session',
    summary: 'The backlog, ranked.',
    query: ['project', 'state'],
  },
  {
    method: 'get',
    path: paths.backlogItem,
    guard: 'secret key or session',
    summary: 'One backlog item.',
    query: ['project'],
  },
  {
    method: 'patch',
    path: paths.backlogItem,
    guard: 'secret key or session',
    summary: 'Changes a backlog item.',
    query: ['project'],
    body: backlogPatchSchema,
  },
  {
    method: 'post',
    path: paths.session,
    guard: 'none',
    summary: 'Signs in to the console.',
    body: signInSchema,
    answer: { status: 200, schema: consoleSessionSchema },
  },
  {
    method: 'get',
    path: paths.session,
    guard: 'session',
    summary: 'Who is signed in.',
    answer: { status: 200, schema: consoleSessionSchema },
  },
  { method: 'delete', path: paths.session, guard: 'session', summary: 'Signs out.', answer: { status: 204 } },
  { method: 'get', path: '/healthz', guard: 'none', summary: 'The process is alive.' },
  { method: 'get', path: '/readyz', guard: 'none', summary: 'The store can be written and content is loaded.' },
  { method: 'get', path: '/metrics', guard: 'none', summary: 'Counters, as Prometheus text.' },
  { method: 'get', path: '/openapi.json', guard: 'none', summary: 'This description.' },
]

const guards: Readonly<Record<Guard, readonly Record<string, []>[]>> = {
  none: [],
  'public key': [{ publicKey: [] }, { publicKeyInQuery: [] }],
  'secret key': [{ secretKey: [] }],
  'secret key or session': [{ secretKey: [] }, { session: [] }],
  session: [{ session: [] }],
}

const errorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.unknown().exactOptional() }),
})

/** @returns an OpenAPI 3.1 document */
export function describeApi() {
  const described: Record<string, Record<string, unknown>> = {}
  for (const route of describedRoutes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    described[path] = { ...described[path], [route.method]: describeRoute(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Fanal', version: '1', description: `Error codes: ${Object.keys(errorCodes).join(', ')}.` },
    paths: described,
    components: {
      securitySchemes: {
        publicKey: { type: 'apiKey', in: 'header', name: 'x-fanal-key' },
        publicKeyInQuery: { type: 'apiKey', in: 'query', name: 'key' },
        secretKey: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'fanal' },
      },
      responses: { Error: { description: 'Refused or failed.', content: json(errorSchema) } },
    },
  }
}

function describeRoute(route: DescribedRoute) {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true }))
  const inQuery = (route.query ?? []).map((name) => ({ name, in: 'query', required: false }))
  const { status, schema } = route.answer ?? { status: 200 }
  return {
    summary: route.summary,
    security: guards[route.guard],
    parameters: [...inPath, ...inQuery].map((parameter) => ({ ...parameter, schema: { type: 'string' } })),
    ...(route.body ? { requestBody: { required: true, content: json(route.body) } } : {}),
    responses: {
      [status]: { description: 'Done.', ...(schema ? { content: json(schema) } : {}) },
      default: { $ref: '#/components/responses/Error' },
    },
  }
}

/** What is sent, not what comes out of the schema: times may be text on the wire. */
function json(schema: z.ZodType) {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input' })
  return { 'application/json': { schema: described } }
}

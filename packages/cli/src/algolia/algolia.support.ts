/**
 * Stands in for Algolia in tests: takes what publishing sends, checks every body against the shapes Algolia documents, and keeps it.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

const language = z.enum(['fr', 'en', 'de', 'es', 'it', 'nl', 'pt'])
const record = z
  .looseObject({ objectID: z.string().min(1), _tags: z.array(z.string()) })
  .refine((one) => Buffer.byteLength(JSON.stringify(one)) <= 10_000, 'Record is too big')

const batch = z.strictObject({
  requests: z.array(z.strictObject({ action: z.literal('addObject'), body: record })).min(1),
})
const operation = z.strictObject({
  operation: z.enum(['copy', 'move']),
  destination: z.string(),
  scope: z.array(z.enum(['settings', 'synonyms', 'rules'])).optional(),
})
const settings = z.strictObject({
  searchableAttributes: z.array(z.string().regex(/^(?:unordered\()?[\w.]+\)?$/)),
  attributesForFaceting: z.array(z.string().regex(/^(?:(?:searchable|filterOnly)\()?[\w.]+\)?$/)),
  unretrievableAttributes: z.array(z.string()),
  attributesToHighlight: z.array(z.string()),
  attributesToSnippet: z.array(z.string().regex(/^\w+(?::\d+)?$/)),
  customRanking: z.array(z.string().regex(/^(?:asc|desc)\(\w+\)$/)),
  attributeForDistinct: z.string(),
  distinct: z.union([z.boolean(), z.int()]),
  removeWordsIfNoResults: z.enum(['none', 'lastWords', 'firstWords', 'allOptional']),
  disableTypoToleranceOnAttributes: z.array(z.string()),
  queryLanguages: z.array(language).optional(),
  indexLanguages: z.array(language).optional(),
  ignorePlurals: z.union([z.boolean(), z.array(language)]).optional(),
  removeStopWords: z.union([z.boolean(), z.array(language)]).optional(),
})
const synonyms = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({ objectID: z.string(), type: z.literal('synonym'), synonyms: z.array(z.string()).min(2).max(20) }),
    z.strictObject({
      objectID: z.string(),
      type: z.literal('onewaysynonym'),
      input: z.string(),
      synonyms: z.array(z.string()).min(1).max(100),
    }),
  ]),
)
const rules = z.array(
  z.strictObject({
    objectID: z.string().min(1),
    description: z.string(),
    conditions: z.array(
      z.strictObject({
        pattern: z.string(),
        anchoring: z.enum(['is', 'startsWith', 'endsWith', 'contains']),
        context: z
          .string()
          .regex(/^[A-Za-z0-9_-]+$/)
          .optional(),
      }),
    ),
    consequence: z.strictObject({
      promote: z.array(z.strictObject({ objectIDs: z.array(z.string()).min(1).max(100), position: z.int().min(0) })),
      filterPromotes: z.boolean(),
    }),
  }),
)

const routes = [
  { method: 'PUT', path: /^\/1\/indexes\/[\w-]+\/settings$/, name: 'settings', shape: settings },
  { method: 'POST', path: /^\/1\/indexes\/[\w-]+\/synonyms\/batch$/, name: 'synonyms', shape: synonyms },
  { method: 'POST', path: /^\/1\/indexes\/[\w-]+\/rules\/batch$/, name: 'rules', shape: rules },
  { method: 'POST', path: /^\/1\/indexes\/[\w-]+\/batch$/, name: 'batch', shape: batch },
  { method: 'POST', path: /^\/1\/indexes\/[\w-]+\/operation$/, name: 'operation', shape: operation },
  { method: 'GET', path: /^\/1\/indexes\/[\w-]+\/task\/\d+$/, name: 'task', shape: z.undefined() },
  { method: 'DELETE', path: /^\/1\/indexes\/[\w-]+$/, name: 'delete', shape: z.undefined() },
] as const

export interface Received {
  name: (typeof routes)[number]['name']
  /** path and query, without what the client says of itself */
  address: string
  headers: Record<string, unknown>
  body: unknown
}

export interface AlgoliaStandIn {
  url: string
  /** what is refused from now on, as on a plan that is used up */
  refused: Received['name'] | undefined
  received: Received[]
  close(): void
}

/** @param key the admin key it lets in; any other is refused as Algolia does */
export async function startAlgolia(key: string): Promise<AlgoliaStandIn> {
  const received: Received[] = []
  const standIn: AlgoliaStandIn = { url: '', refused: undefined, received, close: () => void server.close() }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status).end(JSON.stringify(body))
    }
    const address = request.url ?? '/'
    const route = routes.find((one) => one.method === request.method && one.path.test(address.split('?', 1)[0] ?? ''))
    if (request.headers['x-algolia-api-key'] !== key) {
      return answer(403, { message: 'Invalid Application-ID or API key', status: 403 })
    }
    if (route && route.name === standIn.refused) return answer(402, { message: 'Record quota exceeded', status: 402 })
    if (!route) return answer(404, { message: `Path not found: ${address}`, status: 404 })
    const text = Buffer.concat(chunks).toString()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    const checked = route.shape.safeParse(body)
    if (!checked.success) return answer(400, { message: checked.error.message, status: 400 })
    const asked = address.replace(/[?&]x-algolia-agent=[^&]*/, '').replace(/^([^?&]*)&/, '$1?')
    received.push({ name: route.name, address: asked, headers: request.headers, body })
    if (route.name === 'task') return answer(200, { status: 'published', pendingTask: false })
    answer(200, { taskID: received.length, updatedAt: '2026-03-02T09:00:00Z', objectIDs: [] })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  standIn.url = `http://127.0.0.1:${port}`
  return standIn
}

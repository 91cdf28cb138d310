/**
 * Stands in for Algolia where the widget asks it: checks every request against the shapes that Algolia documents for its Search and Insights
 * APIs, keeps it, and has the Fanal server answer, without what only that server says.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/** Of the search parameters those the widget has a use for; an unknown one is refused, as Algolia does. */
const params = z.strictObject({
  query: z.string().max(512),
  hitsPerPage: z.int().min(1).max(1000),
  filters: z.string().optional(),
  attributesToRetrieve: z.array(z.string()).optional(),
  attributesToHighlight: z.array(z.string()).optional(),
  highlightPreTag: z.string().optional(),
  highlightPostTag: z.string().optional(),
  ruleContexts: z
    .array(z.string().regex(/^[A-Za-z0-9_-]+$/))
    .max(10)
    .optional(),
  analytics: z.boolean().optional(),
  clickAnalytics: z.boolean().optional(),
})
const queries = z.strictObject({
  requests: z
    .array(params.extend({ indexName: z.string() }))
    .min(1)
    .max(50),
  strategy: z.enum(['none', 'stopIfEnoughMatches']).optional(),
})
const events = z.strictObject({
  events: z
    .array(
      z
        .strictObject({
          eventType: z.literal('click'),
          eventName: z.string().regex(/^[ -~]{1,64}$/),
          index: z.string(),
          userToken: z.string().regex(/^[A-Za-z0-9_=/+.-]{1,129}$/),
          queryID: z.string().regex(/^[a-f0-9]{32}$/),
          objectIDs: z.array(z.string()).min(1).max(20),
          positions: z.array(z.int().min(1)).min(1).max(20),
        })
        .refine(({ objectIDs, positions }) => objectIDs.length === positions.length),
    )
    .min(1)
    .max(1000),
})

const routes = [
  { name: 'query', path: /^\/1\/indexes\/[\w-]+\/query$/, shape: params },
  { name: 'queries', path: /^\/1\/indexes\/\*\/queries$/, shape: queries },
  { name: 'events', path: /^\/1\/events$/, shape: events },
] as const

export interface AlgoliaStandIn {
  url: string
  /** requests of the documented shape, oldest first */
  received: { name: (typeof routes)[number]['name']; body: unknown; type: string | undefined; answered: string }[]
  /** what was wrong with the others */
  refused: string[]
  /** answered instead, whatever is asked; null: requests are answered */
  failing: { status: number } | null
  close(): Promise<void>
}

/**
 * @param fanal origin of the server that answers; asked with each request
 * @param who application id and search key that it lets in
 */
export async function startAlgolia(
  fanal: () => string,
  who: { appId: string; searchKey: string },
): Promise<AlgoliaStandIn> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: string) =>
      response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' }).end(body)
    const refuse = (status: number, message: string) => {
      if (!standIn.failing) standIn.refused.push(message)
      answer(status, JSON.stringify({ message, status }))
    }
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://algolia')
    const text = await bodyOf(request)
    if (standIn.failing) return refuse(standIn.failing.status, 'failing')
    const route = routes.find(({ path }) => request.method === 'POST' && path.test(pathname))
    if (!route) return refuse(404, `${request.method} ${pathname}`)
    const given = ['x-algolia-application-id', 'x-algolia-api-key'].map((name) => searchParams.get(name))
    if (given[0] !== who.appId || given[1] !== who.searchKey) return refuse(403, `${given}`)
    const checked = route.shape.safeParse(JSON.parse(text))
    if (!checked.success) return refuse(400, checked.error.message)
    const answered = await fetch(fanal() + pathname + search, { method: 'POST', body: text })
    // How sure it is Algolia never says.
    const body = (await answered.text()).replace(/,"_fanal":\{"confidence":[^}]*\}/g, '')
    standIn.received.push({
      name: route.name,
      body: checked.data,
      type: request.headers['content-type'],
      answered: body,
    })
    answer(answered.status, body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const standIn: AlgoliaStandIn = {
    url: `http://127.0.0.1:${port}`,
    received: [],
    refused: [],
    failing: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return standIn
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

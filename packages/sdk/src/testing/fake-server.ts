/** The Fanal server as a page sees it: answers `fetch`, and writes down what was asked. The only thing widget tests replace. */
import type {
  SearchParams,
  SearchResponse,
  SignalBatch,
  SignalName,
  SignalOf,
  Suggestion,
  WidgetConfig,
} from '@fanal/contract'

export const config: WidgetConfig = {
  project: 'demo',
  locales: ['fr', 'en'],
  widget: {},
  privacy: { mode: 'anonymous' },
  contact: { channels: [] },
  rules: [],
  flows: [],
}

export interface FakeServer {
  readonly host: string
  /** its own for each server, so that nothing kept for one is sent to another, in this file or in one that runs beside it */
  readonly key: string
  /** `GET /v1/suggestions?page=%2F&limit=3`, the key left out, oldest first */
  readonly requests: string[]
  /** signals it took, oldest first */
  readonly signals: SignalOf<SignalName>[]
  readonly batches: (SignalBatch & { bytes: number; keepalive: boolean })[]
  /** How the next POST /v1/signals is answered; `offline` for none. An empty list accepts. */
  readonly answers: ('offline' | { status: number; headers?: Record<string, string>; body?: unknown })[]
  settings: WidgetConfig
  suggestions: Suggestion[]
  /** what the search index finds, whatever it is asked */
  found: Partial<SearchResponse>
  /** what it was asked, oldest first */
  readonly asked: SearchParams[]
  close(): void
}

/** Takes the place of `fetch` until `close`. */
export function startFakeServer(settings: WidgetConfig = config): FakeServer {
  const real = window.fetch
  const key = `pk_${crypto.randomUUID().slice(0, 8)}`
  const server: FakeServer = {
    host: `https://${key.replace('_', '-')}.test`,
    key,
    requests: [],
    signals: [],
    batches: [],
    answers: [],
    settings,
    suggestions: [],
    found: { hits: [], nbHits: 0 },
    asked: [],
    close() {
      window.fetch = real
    },
  }
  window.fetch = async (input, init = {}) => {
    const url = new URL(String(input))
    if (url.origin !== server.host) return real(input, init)
    url.searchParams.delete('key')
    server.requests.push(`${init.method ?? 'GET'} ${url.pathname}${url.search}`)
    if (url.pathname === '/v1/config') return Response.json(server.settings)
    if (url.pathname === '/v1/suggestions') return Response.json(server.suggestions)
    if (url.pathname.startsWith('/1/indexes/')) {
      server.asked.push(JSON.parse(String(init.body)))
      return Response.json(server.found)
    }
    if (url.pathname === '/v1/signals') return answerSignals(server, String(init.body), init.keepalive === true)
    return Response.json({ error: { code: 'ROUTE_UNKNOWN', message: url.pathname } }, { status: 404 })
  }
  return server
}

function answerSignals(server: FakeServer, body: string, keepalive: boolean): Response {
  const answer = server.answers.shift()
  if (answer === 'offline') throw new TypeError('Failed to fetch')
  const batch = JSON.parse(body) as SignalBatch
  server.batches.push({ ...batch, bytes: new TextEncoder().encode(body).byteLength, keepalive })
  if (answer && answer.status !== 202) return Response.json(answer.body ?? {}, answer)
  server.signals.push(...batch.signals)
  return Response.json(answer?.body ?? { accepted: batch.signals.length, duplicates: 0, rejected: [] }, { status: 202 })
}

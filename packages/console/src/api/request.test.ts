import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shouldRetry } from './query-client.ts'
import { ApiError, request } from './request.ts'

let server: Server
let origin: string
let answer: { status: number; headers?: Record<string, string>; body: string }
let seen: {
  method?: string | undefined
  url?: string | undefined
  headers: NodeJS.Dict<string | string[]>
  body: string
}

beforeEach(async () => {
  server = createServer((incoming, outgoing) => {
    let body = ''
    incoming.on('data', (chunk) => {
      body += chunk
    })
    incoming.on('end', () => {
      seen = { method: incoming.method, url: incoming.url, headers: incoming.headers, body }
      outgoing.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => new Promise((resolve) => server.close(resolve)))

async function failure(path = '/v1/backlog'): Promise<ApiError> {
  return request(`${origin}${path}`).then(
    () => Promise.reject(new Error('The request was answered.')),
    (error: ApiError) => error,
  )
}

test('sends JSON with the CSRF token, and leaves empty query parts out', async () => {
  answer = { status: 200, body: '{"ok":true}' }
  const answered = await request(`${origin}/v1/backlog/b1`, {
    method: 'PATCH',
    query: { project: 'cabinet', window: null },
    body: { state: 'writing' },
    csrfToken: 'csrf-1',
  })
  expect(answered).toEqual({ ok: true })
  expect(seen).toMatchObject({ method: 'PATCH', url: '/v1/backlog/b1?project=cabinet', body: '{"state":"writing"}' })
  expect(seen.headers).toMatchObject({ 'x-fanal-csrf': 'csrf-1', 'content-type': 'application/json' })
})

test('an answer without a body is no failure', async () => {
  answer = { status: 204, body: '' }
  expect(await request(`${origin}/v1/session`, { method: 'DELETE' })).toBeUndefined()
})

test('a refusal keeps its code, its details and how long to wait', async () => {
  answer = {
    status: 429,
    headers: { 'retry-after': '12' },
    body: '{"error":{"code":"TOO_MANY_TRIES","message":"Too many tries.","details":{"seconds":99}}}',
  }
  expect(await failure()).toMatchObject({
    code: 'TOO_MANY_TRIES',
    status: 429,
    retryAfterS: 12,
    details: { seconds: 99 },
  })
  answer.headers = {}
  expect((await failure()).retryAfterS).toBe(99)
})

test.each([
  ['a proxy’s page', '<html>Bad gateway</html>'],
  ['a code nobody knows', '{"error":{"code":"toString","message":"x"}}'],
  ['another shape', '[1]'],
])('%s is unreadable, not a crash', async (_, body) => {
  answer = { status: 502, body }
  expect(await failure()).toMatchObject({ code: 'UNREADABLE', status: 502 })
})

test('no answer at all is told apart', async () => {
  await new Promise((resolve) => server.close(resolve))
  expect(await failure()).toMatchObject({ code: 'OFFLINE', status: 0 })
})

test('only what a second try can help is tried again, twice at most', () => {
  expect(shouldRetry(0, new ApiError('OFFLINE', ''))).toBe(true)
  expect(shouldRetry(1, new ApiError('INTERNAL', '', { status: 500 }))).toBe(true)
  expect(shouldRetry(2, new ApiError('INTERNAL', '', { status: 500 }))).toBe(false)
  expect(shouldRetry(0, new ApiError('SIGNED_OUT', '', { status: 401 }))).toBe(false)
})

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../app.support.ts'
import { describedRoutes } from '../openapi.ts'

let testApp: TestApp

beforeEach(async () => {
  testApp = await openTestApp({ busyTimeoutMs: 20 })
})

afterEach(() => testApp.dispose())

const get = (url: string) => testApp.app.inject({ url })

test('alive and ready', async () => {
  expect((await get('/healthz')).json()).toEqual({ status: 'alive' })
  expect((await get('/readyz')).json()).toEqual({ status: 'ready' })
})

test('not ready while the store cannot be written', async () => {
  const other = new DatabaseSync(join(testApp.services.config.dataDir, 'fanal.sqlite'))
  other.exec('begin immediate')
  const answer = await get('/readyz')
  other.close()
  expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'STORE_UNAVAILABLE'])
})

test('counts signals by what became of them, waiting contacts, and requests by route', async () => {
  const id = '0195e3a0-0000-7000-8000-000000000001'
  const signal = { id, name: 'page_viewed', at: testApp.clock.now, sessionId: 's', page: { key: '/' }, props: {} }
  const payload = { key: 'pk_medisoft', sentAt: testApp.clock.now, signals: [signal, signal, { name: 'x' }] }
  await testApp.app.inject({ method: 'POST', url: '/v1/signals', payload })
  const message = { subject: 's', message: 'm', impact: 'P4', email: 'dr@cabinet.example' }
  await testApp.app.inject({
    method: 'POST',
    url: '/v1/contacts',
    payload: { key: 'pk_medisoft', id: 'c1', ...message },
  })
  await get('/nowhere?email=dr@cabinet.example')
  const answer = await get('/metrics')
  expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
  for (const line of [
    'fanal_signals_total{outcome="accepted"} 1',
    'fanal_signals_total{outcome="duplicate"} 1',
    'fanal_signals_total{outcome="rejected"} 1',
    'fanal_contacts_waiting 1',
    'fanal_http_requests_total{method="POST",route="/v1/signals",status="202"} 1',
    'fanal_http_requests_total{method="GET",route="unknown",status="404"} 1',
  ]) {
    expect(answer.body.split('\n')).toContain(line)
  }
  expect(answer.body).not.toContain('cabinet.example')
})

test('what is not there says so', async () => {
  const answer = await get('/v1/nothing?key=pk_medisoft')
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toEqual({
    error: { code: 'ROUTE_UNKNOWN', message: 'There is nothing at GET /v1/nothing.' },
  })
})

test.each([
  ['GET', '/v1/signals', 'POST'],
  ['DELETE', '/v1/articles/facture', 'GET, HEAD'],
  ['PUT', '/v1/backlog/missing-1?project=medisoft', 'GET, HEAD, PATCH'],
  ['POST', '/console/backlog', 'GET, HEAD'],
] as const)('%s %s is refused with what the address does take', async (method, url, allowed) => {
  const answer = await testApp.app.inject({ method, url })
  const path = url.split('?', 1)[0]
  expect([answer.statusCode, answer.headers.allow, answer.json()]).toEqual([
    405,
    allowed,
    { error: { code: 'METHOD_NOT_ALLOWED', message: `${path} does not take ${method}. Use ${allowed}.` } },
  ])
})

test.each([
  ['/v1/articles/%zz', 'it is not percent-encoded'],
  [`/v1/articles/${'a'.repeat(900)}`, 'a part of it is too long'],
])('an address the router cannot read is refused like everything else: %#', async (url, reason) => {
  const answer = await get(url)
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toEqual({
    error: {
      code: 'ADDRESS_INVALID',
      message: `The address cannot be read (${reason}). Percent-encode it as UTF-8 and shorten it.`,
    },
  })
})

test('the description names every route that is there, and none that is not', () => {
  // Pages and files are no API, and Fastify adds a HEAD to every GET.
  const real = testApp.routes.filter((route) => !/^HEAD |^GET \/(?:console|assets|fanal)/.test(route))
  // The star in Algolia's path is a plain character; the router knows it as a variable part.
  const described = describedRoutes.map(
    (route) => `${route.method.toUpperCase()} ${route.path.replace('/*/', '/:index/')}`,
  )
  expect(real.toSorted()).toEqual(described.toSorted())
})

test('the description carries the shapes', async () => {
  const { openapi, paths } = (await get('/openapi.json')).json()
  expect(openapi).toBe('3.1.0')
  const body = paths['/v1/contacts'].post.requestBody.content['application/json'].schema
  expect(body.required).toEqual(['key', 'id', 'subject', 'message', 'impact', 'email'])
  expect(paths['/v1/articles/{id}'].get.parameters[0]).toEqual({
    name: 'id',
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })
})

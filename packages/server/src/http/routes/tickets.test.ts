import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../app.support.ts'

let testApp: TestApp

beforeEach(async () => {
  testApp = await openTestApp()
})

afterEach(() => testApp.dispose())

const headers = { authorization: 'Bearer sk_0123456789abcdef0123' }

function post(url: string, payload: unknown, more: Record<string, string> = headers) {
  return testApp.app.inject({ method: 'POST', url, payload: payload as object, headers: more })
}

test('tickets are added, and replaced when they come again', async () => {
  const first = await post('/v1/tickets', [
    { id: 'k1', createdAt: '2026-03-03T08:10:00Z', visitorId: 'u3', priority: 'P2' },
    { id: 'k2', createdAt: 1_772_960_400_000 },
  ])
  expect([first.statusCode, first.json()]).toEqual([200, { accepted: 2 }])
  await post('/v1/tickets', [{ id: 'k1', createdAt: '2026-03-03T08:10:00Z', solvedAt: '2026-03-03T10:10:00+01:00' }])
  expect(await testApp.services.store.tickets.read('medisoft')).toEqual([
    { id: 'k1', createdAt: 1_772_525_400_000, solvedAt: 1_772_529_000_000 },
    { id: 'k2', createdAt: 1_772_960_400_000 },
  ])
})

test('one bad ticket refuses the list, by place, and nothing is written', async () => {
  const answer = await post('/v1/tickets', [
    { id: 'k1', createdAt: 1 },
    { id: 'k2', createdAt: 'yesterday' },
  ])
  expect(answer.statusCode).toBe(400)
  expect(answer.json().error.message).toBe(
    '[1].createdAt: is "yesterday"; send milliseconds, or ISO 8601 with its zone such as 2026-03-02T09:00:00Z. ' +
      'Correct it and send it again.',
  )
  expect(await testApp.services.store.tickets.read('medisoft')).toEqual([])
})

test('a release is kept by its version', async () => {
  const release = { version: '9.2', at: '2026-03-02T00:00:00Z', features: ['import'], pages: ['/import'] }
  const answer = await post('/v1/releases', release)
  expect([answer.statusCode, answer.json()]).toEqual([201, { ...release, at: 1_772_409_600_000 }])
  expect(await testApp.services.store.releases.read('medisoft')).toEqual([{ ...release, at: 1_772_409_600_000 }])
})

test.each(['/v1/tickets', '/v1/releases'])('%s needs the secret key', async (url) => {
  const none = await post(url, [], {})
  expect([none.statusCode, none.json().error.code]).toEqual([401, 'SECRET_KEY_REQUIRED'])
  const publicKey = await post(url, [], { 'x-fanal-key': 'pk_medisoft' })
  expect(publicKey.statusCode).toBe(401)
})

test('a help desk may send more at once than a page', async () => {
  const tickets = Array.from({ length: 2000 }, (_, index) => ({
    id: `ticket-${index}`,
    createdAt: index,
    topic: 'x'.repeat(40),
  }))
  expect((await post('/v1/tickets', tickets)).json()).toEqual({ accepted: 2000 })
  const tooMany = await post('/v1/tickets', [{ id: 'x'.repeat(1024 * 1024), createdAt: 1 }])
  expect(tooMany.json().error.message).toBe('The body is over 1048576 bytes. Send fewer signals per request.')
})

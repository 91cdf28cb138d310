import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp, testIdentitySecret } from '../../app.support.ts'

const now = Date.parse('2026-03-02T09:00:00Z')

let testApp: TestApp

beforeEach(async () => {
  testApp = await openTestApp()
})

afterEach(() => testApp.dispose())

/** @param number makes the id: the same number is the same signal */
function search(number: number, more: Record<string, unknown> = {}) {
  return {
    id: `0195e3a0-0000-7000-8000-${String(number).padStart(12, '0')}`,
    name: 'search_committed',
    at: now - 1000,
    sessionId: 's1',
    page: { key: '/teletransmission' },
    props: { searchId: 'q1', query: 'rejet lot b2', hits: 0 },
    ...more,
  }
}

function post(body: unknown, headers: Record<string, string> = {}) {
  return testApp.app.inject({
    method: 'POST',
    url: '/v1/signals',
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })
}

const batch = (signals: unknown[], more: Record<string, unknown> = {}) => ({
  key: 'pk_medisoft',
  sentAt: now,
  signals,
  ...more,
})

const stored = () => testApp.services.store.signals.read('medisoft')

describe('POST /v1/signals', () => {
  test('answers 202 once the signals are stored, and the same answer counts duplicates when they come again', async () => {
    const first = await post(batch([search(1), search(2)]))
    expect(first.statusCode).toBe(202)
    expect(first.json()).toEqual({ accepted: 2, duplicates: 0, rejected: [] })
    const again = await post(batch([search(2), search(3), search(3)]))
    expect(again.json()).toEqual({ accepted: 1, duplicates: 2, rejected: [] })
    expect((await stored()).map((signal) => signal.id.slice(-1))).toEqual(['1', '2', '3'])
  })

  test('takes what is good and names what is not, by place', async () => {
    const answer = await post(
      batch([
        search(1),
        search(2, { name: 'mouse_moved' }),
        search(3, { props: { searchId: 'q1', query: 'b2', hits: -1 } }),
        'poison',
        search(4, { id: 'not-a-uuid' }),
        search(5),
      ]),
    )
    expect(answer.statusCode).toBe(202)
    expect(answer.json()).toEqual({
      accepted: 2,
      duplicates: 0,
      rejected: [
        {
          index: 1,
          id: '0195e3a0-0000-7000-8000-000000000002',
          code: 'SIGNAL_NAME_UNKNOWN',
          message: 'There is no signal named "mouse_moved". See the list in docs/contract.md.',
        },
        {
          index: 2,
          id: '0195e3a0-0000-7000-8000-000000000003',
          code: 'SIGNAL_INVALID',
          message: 'props.hits: is -1; send at least 0',
        },
        {
          index: 3,
          id: null,
          code: 'SIGNAL_INVALID',
          message: 'signal: is not an object; send one per signal',
        },
        {
          index: 4,
          id: 'not-a-uuid',
          code: 'SIGNAL_ID_NOT_V7',
          message: 'Signal id "not-a-uuid" is not a UUIDv7. Make ids that are time-ordered.',
        },
      ],
    })
    expect(await testApp.services.store.signals.count('medisoft')).toBe(2)
  })

  test('takes a beacon: text/plain, with or without a charset', async () => {
    const plain = await post(batch([search(1)]), { 'content-type': 'text/plain' })
    const utf8 = await post(batch([search(2)]), { 'content-type': 'text/plain;charset=UTF-8' })
    expect([plain.statusCode, utf8.statusCode]).toEqual([202, 202])
    expect(await testApp.services.store.signals.count('medisoft')).toBe(2)
  })

  test('corrects the time by what the visitor’s clock said when the batch left', async () => {
    const threeHours = 3 * 3_600_000
    await post(batch([search(1, { at: now + threeHours - 5000 })], { sentAt: now + threeHours }))
    expect((await stored())[0]).toMatchObject({ at: now - 5000, receivedAt: now })
  })

  test('refuses what is older than 30 days, alone', async () => {
    const answer = await post(batch([search(1, { at: now - 31 * 24 * 3_600_000 }), search(2)]))
    expect(answer.json()).toMatchObject({ accepted: 1, rejected: [{ index: 0, code: 'SIGNAL_TOO_OLD' }] })
  })

  test('keeps no personal data that a page let through', async () => {
    await post(
      batch([
        search(1, {
          page: { key: '/patients/184467' },
          props: { searchId: 'q', query: 'ordonnance dr@cabinet.example', hits: 1 },
        }),
      ]),
    )
    expect((await stored())[0]).toMatchObject({
      page: { key: '/patients/:id' },
      props: { query: 'ordonnance [email]' },
    })
  })

  test('takes the key from a header too', async () => {
    const { key: _key, ...body } = batch([search(1)])
    expect((await post(body, { 'x-fanal-key': 'pk_medisoft' })).statusCode).toBe(202)
  })
})

describe('identity', () => {
  test('signed by the host is kept as verified', async () => {
    const token = await new SignJWT({ sub: 'u1', account: 'cabinet-12', exp: now / 1000 + 60 })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(testIdentitySecret))
    await post(batch([search(1, { visitorId: 'somebody-else' })], { token }))
    expect((await stored())[0]).toMatchObject({ visitorId: 'u1', accountId: 'cabinet-12', verified: true })
  })

  test('claimed by the page is kept as not verified', async () => {
    await post(batch([search(1, { visitorId: 'u1', accountId: 'cabinet-12' })]))
    expect((await stored())[0]).toMatchObject({ visitorId: 'u1', accountId: 'cabinet-12', verified: false })
  })

  test('a wrong token refuses the whole batch, and nothing is stored', async () => {
    const answer = await post(batch([search(1)], { token: 'hello' }))
    expect(answer.statusCode).toBe(401)
    expect(answer.json().error.code).toBe('TOKEN_INVALID')
    expect(await testApp.services.store.signals.count('medisoft')).toBe(0)
  })

  test('is dropped in anonymous mode', async () => {
    await testApp.dispose()
    testApp = await openTestApp({ settings: 'project: medisoft\nprivacy: { mode: anonymous }\n' })
    await post(batch([search(1, { visitorId: 'u1', accountId: 'a1' })]))
    const [signal] = await stored()
    expect(signal).not.toHaveProperty('visitorId')
    expect(signal).not.toHaveProperty('accountId')
  })
})

describe('a batch that is refused as a whole', () => {
  test.each([
    ['no key', { sentAt: now, signals: [] }, 401, 'KEY_MISSING'],
    ['an unknown key', { key: 'pk_other', sentAt: now, signals: [] }, 401, 'KEY_UNKNOWN'],
    ['a secret key', { key: 'sk_0123456789abcdef0123', sentAt: now, signals: [] }, 403, 'KEY_SECRET_IN_BROWSER'],
    ['no time of sending', { key: 'pk_medisoft', signals: [] }, 400, 'BODY_INVALID'],
    ['no list', { key: 'pk_medisoft', sentAt: now, signals: {} }, 400, 'BODY_INVALID'],
    ['no object', '[]', 401, 'KEY_MISSING'],
    ['no JSON', '{"key":', 400, 'BODY_NOT_JSON'],
    ['nothing', '', 400, 'BODY_NOT_JSON'],
    ['too many signals', { key: 'pk_medisoft', sentAt: now, signals: Array(101).fill({}) }, 413, 'BATCH_TOO_LARGE'],
    ['too many bytes', { key: 'pk_medisoft', sentAt: now, signals: ['x'.repeat(65_536)] }, 413, 'BODY_TOO_LARGE'],
  ])('with %s', async (_name, body, status, code) => {
    const answer = await post(body)
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code])
  })

  test('says what to do', async () => {
    expect((await post({ key: 'pk_medisoft', signals: [] })).json()).toEqual({
      error: { code: 'BODY_INVALID', message: 'sentAt: is missing; send a number. Correct it and send it again.' },
    })
  })

  test('with another content type', async () => {
    const answer = await post(batch([]), { 'content-type': 'application/xml' })
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'BODY_NOT_JSON'])
  })
})

describe('a body as senders write it', () => {
  test('a prototype key is dropped, and costs no other signal', async () => {
    const poisoned = JSON.stringify(batch([search(1), search(2)])).replaceAll('"hits"', '"__proto__":{"a":1},"hits"')
    const constructed = poisoned.replace('"sentAt"', '"constructor":{"prototype":{"a":1}},"sentAt"')
    expect((await post(constructed)).json()).toEqual({ accepted: 2, duplicates: 0, rejected: [] })
    const plain = await post(constructed, { 'content-type': 'text/plain' })
    expect(plain.json()).toEqual({ accepted: 0, duplicates: 2, rejected: [] })
    expect(Object.keys((await stored())[0]?.props ?? {}).sort()).toEqual(['hits', 'query', 'searchId'])
  })

  test('may be compressed, within the same limit', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const small = await post(gzipSync(JSON.stringify(batch([search(1)]))), headers)
    expect(small.json()).toEqual({ accepted: 1, duplicates: 0, rejected: [] })
    const bomb = await post(gzipSync(Buffer.alloc(10_000_000, ' ')), headers)
    expect([bomb.statusCode, bomb.json().error.code]).toEqual([413, 'BODY_TOO_LARGE'])
    const broken = await post('not gzip', headers)
    expect([broken.statusCode, broken.json().error.code]).toEqual([400, 'BODY_INVALID'])
  })
})

describe('origins', () => {
  test('any page on this machine may send while none are listed', async () => {
    const answer = await post(batch([search(1)]), { origin: 'http://localhost:5173' })
    expect(answer.statusCode).toBe(202)
    expect(answer.headers['access-control-allow-origin']).toBe('http://localhost:5173')
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials')
  })

  test('a page from elsewhere may not', async () => {
    const answer = await post(batch([search(1)]), { origin: 'https://evil.example' })
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'ORIGIN_REFUSED'])
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    expect(await testApp.services.store.signals.count('medisoft')).toBe(0)
  })

  test('listed origins are let in, and then this machine is not', async () => {
    await testApp.dispose()
    testApp = await openTestApp({ settings: 'project: medisoft\norigins: ["https://app.medisoft.example"]\n' })
    expect((await post(batch([search(1)]), { origin: 'https://app.medisoft.example' })).statusCode).toBe(202)
    expect((await post(batch([search(2)]), { origin: 'http://localhost:5173' })).statusCode).toBe(403)
  })

  test('an operator may let in an origin beside those listed', async () => {
    await testApp.dispose()
    testApp = await openTestApp({
      settings: 'project: medisoft\norigins: ["https://app.medisoft.example"]\n',
      options: { extraOrigins: ['http://localhost:5173'] },
    })
    expect((await post(batch([search(1)]), { origin: 'http://localhost:5173' })).statusCode).toBe(202)
    expect((await post(batch([search(2)]), { origin: 'http://localhost:5174' })).statusCode).toBe(403)
  })

  test('a preflight is answered and may be kept', async () => {
    const answer = await testApp.app.inject({
      method: 'OPTIONS',
      url: '/v1/signals',
      headers: { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' },
    })
    expect(answer.statusCode).toBe(204)
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': 'http://localhost:5173',
      'access-control-allow-methods': 'GET, POST',
      'access-control-max-age': '7200',
      vary: expect.stringContaining('Origin'),
    })
  })

  test('routes of the console are not opened to other pages', async () => {
    const answer = await testApp.app.inject({
      method: 'OPTIONS',
      url: '/v1/backlog',
      headers: { origin: 'http://localhost:5173', 'access-control-request-method': 'GET' },
    })
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
  })
})

test('the log knows no address, no query and no body', async () => {
  await testApp.app.inject({
    method: 'POST',
    url: '/v1/signals?note=madame-durand',
    remoteAddress: '203.0.113.9',
    headers: { 'content-type': 'application/json' },
    payload: batch([search(1, { visitorId: 'visitor-77' })]),
  })
  expect(testApp.logText()).toContain('"route":"/v1/signals","status":202')
  expect(testApp.logText()).not.toMatch(/203\.0\.113\.9|durand|visitor-77|rejet lot/)
})

test('a store that cannot be written is said so, with when to come back, and nothing was accepted', async () => {
  await testApp.dispose()
  testApp = await openTestApp({ busyTimeoutMs: 20 })
  const other = new DatabaseSync(join(testApp.services.config.dataDir, 'fanal.sqlite'))
  other.exec('begin immediate')
  const refused = await post(batch([search(1)]))
  other.exec('rollback')
  other.close()
  expect([refused.statusCode, refused.json().error.code]).toEqual([503, 'STORE_UNAVAILABLE'])
  expect(refused.headers['retry-after']).toBe('5')
  expect((await post(batch([search(1)]))).json()).toEqual({ accepted: 1, duplicates: 0, rejected: [] })
})

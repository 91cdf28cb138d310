import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addPerson, openTestApp, type TestApp } from '../../app.support.ts'

let testApp: TestApp

beforeEach(async () => {
  testApp = await openTestApp()
  await addPerson(testApp.services, 'owner@medisoft.example', 'owner')
})

afterEach(() => testApp.dispose())

const right = { email: ' Owner@MediSoft.example ', password: 'secret-7' }

function signIn(body: object = right, more: { headers?: Record<string, string>; remoteAddress?: string } = {}) {
  return testApp.app.inject({ method: 'POST', url: '/v1/session', payload: body, ...more })
}

async function signedIn(body: object = right): Promise<{ cookies: { fanal: string }; csrf: string }> {
  const answer = await signIn(body)
  const [cookie] = answer.cookies
  return { cookies: { fanal: cookie?.value ?? '' }, csrf: answer.json().csrfToken }
}

describe('signing in', () => {
  test('answers who it is, which projects, and a token for changes', async () => {
    const answer = await signIn()
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      person: { email: 'owner@medisoft.example', name: 'owner', role: 'owner' },
      projects: [{ id: 'medisoft', title: 'MediSoft', publicKey: 'pk_medisoft' }],
      csrfToken: expect.stringMatching(/^[\w-]{32}$/),
    })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('sets a cookie no script can read and no other site can send along', async () => {
    const [cookie] = (await signIn()).cookies
    expect(cookie).toMatchObject({ name: 'fanal', httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 43_200 })
  })

  test('over https uses the __Host- name and Secure', async () => {
    await testApp.dispose()
    testApp = await openTestApp({ options: { publicUrl: 'https://help.medisoft.example' } })
    await addPerson(testApp.services, 'owner@medisoft.example', 'owner')
    const answer = await signIn()
    expect(answer.cookies[0]).toMatchObject({ name: '__Host-fanal', secure: true, path: '/' })
    expect(answer.cookies[0]).not.toHaveProperty('domain')
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
  })

  test('says the same of a wrong password and an unknown address', async () => {
    const wrong = await signIn({ ...right, password: 'no' })
    const unknown = await signIn({ email: 'nobody@medisoft.example', password: 'no' })
    expect([wrong.statusCode, wrong.body]).toEqual([unknown.statusCode, unknown.body])
    expect(wrong.json().error).toEqual({
      code: 'SIGN_IN_REFUSED',
      message: 'This e-mail address and password do not go together.',
    })
  })

  test('is slowed down after five wrong tries for one address, whoever tries, and opens again', async () => {
    for (let tries = 0; tries < 5; tries += 1) await signIn({ ...right, password: 'no' })
    const answer = await signIn(right, { remoteAddress: '203.0.113.9' })
    expect([answer.statusCode, answer.json().error.message]).toEqual([429, 'Too many tries. Wait 900 s and try again.'])
    testApp.clock.now += 900_000
    expect((await signIn()).statusCode).toBe(200)
  })

  test('gives a new session each time and ends the one before', async () => {
    const first = await signedIn()
    const second = await testApp.app.inject({
      method: 'POST',
      url: '/v1/session',
      payload: right,
      cookies: first.cookies,
    })
    expect(second.cookies[0]?.value).not.toBe(first.cookies.fanal)
    const stale = await testApp.app.inject({ url: '/v1/session', cookies: first.cookies })
    expect(stale.statusCode).toBe(401)
  })

  test('from another site is refused', async () => {
    const answer = await signIn(right, { headers: { origin: 'https://evil.example' } })
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'CSRF_REFUSED'])
  })
})

describe('being signed in', () => {
  test('lasts twelve hours', async () => {
    const { cookies } = await signedIn()
    expect((await testApp.app.inject({ url: '/v1/session', cookies })).statusCode).toBe(200)
    testApp.clock.now += 12 * 3_600_000
    const late = await testApp.app.inject({ url: '/v1/session', cookies })
    expect([late.statusCode, late.json().error.code]).toEqual([401, 'SIGNED_OUT'])
  })

  test('ends at sign-out, for good', async () => {
    const { cookies, csrf } = await signedIn()
    const out = await testApp.app.inject({
      method: 'DELETE',
      url: '/v1/session',
      cookies,
      headers: { 'x-fanal-csrf': csrf },
    })
    expect(out.statusCode).toBe(204)
    expect((await testApp.app.inject({ url: '/v1/session', cookies })).statusCode).toBe(401)
  })

  test('ends with the person', async () => {
    const { cookies } = await signedIn()
    await testApp.services.store.people.remove('owner@medisoft.example')
    expect((await testApp.app.inject({ url: '/v1/session', cookies })).statusCode).toBe(401)
  })

  test.each([
    ['without the token', {}],
    ['with a wrong token', { 'x-fanal-csrf': 'x' }],
  ])('a change %s is refused', async (_name, headers) => {
    const { cookies } = await signedIn()
    const answer = await testApp.app.inject({ method: 'DELETE', url: '/v1/session', cookies, headers })
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'CSRF_REFUSED'])
  })

  test('a change from another site is refused even with the token', async () => {
    const { cookies, csrf } = await signedIn()
    const headers = { 'x-fanal-csrf': csrf, origin: 'https://evil.example' }
    const answer = await testApp.app.inject({ method: 'DELETE', url: '/v1/session', cookies, headers })
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'CSRF_REFUSED'])
  })
})

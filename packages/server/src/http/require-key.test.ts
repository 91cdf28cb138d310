import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPerson, openTestApp, type TestApp, type TestAppOptions } from '../app.support.ts'
import { requireSecretKeyOrSession } from './require-key.ts'

const key = { authorization: 'Bearer sk_0123456789abcdef0123' }

let testApp: TestApp

/** An application with one more route, which asks for an editor. */
async function openGuarded(options?: TestAppOptions): Promise<void> {
  testApp = await openTestApp(options)
  testApp.app.get('/guarded', (request) => requireSecretKeyOrSession(testApp.services, request, 'editor'))
}

beforeEach(() => openGuarded())

afterEach(() => testApp.dispose())

async function signIn(email: string): Promise<{ fanal: string }> {
  const payload = { email, password: 'secret-7' }
  const answer = await testApp.app.inject({ method: 'POST', url: '/v1/session', payload })
  return { fanal: answer.cookies[0]?.value ?? '' }
}

/** What the guard answers: who it is, or status and code of the refusal. */
async function ask(request: { url?: string; headers?: Record<string, string>; cookies?: Record<string, string> }) {
  const answer = await testApp.app.inject({ url: '/guarded', ...request })
  const body = answer.json()
  return body.error ? `${answer.statusCode} ${body.error.code}: ${body.error.message}` : body
}

test('a program with the secret key may do what an owner may', async () => {
  expect(await ask({ headers: key })).toEqual({ project: 'medisoft', actor: { by: 'fanal', role: 'owner' } })
})

test('the scheme may be written in any case', async () => {
  expect(await ask({ headers: { authorization: 'bearer sk_0123456789abcdef0123' } })).toMatchObject({
    project: 'medisoft',
  })
})

test.each([
  ['nothing at all', {}, '401 SECRET_KEY_REQUIRED'],
  ['an unknown key', { authorization: 'Bearer sk_00000000000000000000' }, '401 KEY_UNKNOWN: Key "sk_…"'],
  ['a public key', { authorization: 'Bearer pk_medisoft' }, '401 SECRET_KEY_REQUIRED'],
  ['another scheme', { authorization: 'Basic c2s6' }, '401 SECRET_KEY_REQUIRED'],
])('nobody may with %s', async (_name, headers, expected) => {
  expect(await ask({ headers })).toContain(expected)
})

test('a person may with the role, and nobody below it', async () => {
  await addPerson(testApp.services, 'editor@medisoft.example', 'editor')
  await addPerson(testApp.services, 'viewer@medisoft.example', 'viewer')
  expect(await ask({ cookies: await signIn('editor@medisoft.example') })).toEqual({
    project: 'medisoft',
    actor: { by: 'editor@medisoft.example', role: 'editor' },
  })
  expect(await ask({ cookies: await signIn('viewer@medisoft.example') })).toBe(
    '403 ROLE_TOO_LOW: Your role is viewer; this needs editor. Ask an owner.',
  )
})

test('with several projects one must be named, and only one of one’s own', async () => {
  await testApp.dispose()
  await openGuarded({ otherProjects: ['project: nordsoft\n'] })
  await addPerson(testApp.services, 'nord@nordsoft.example', 'owner', ['nordsoft'])
  const cookies = await signIn('nord@nordsoft.example')
  expect(await ask({ headers: key })).toBe('400 QUERY_INVALID: project: name one of: medisoft, nordsoft.')
  expect(await ask({ headers: key, url: '/guarded?project=nordsoft' })).toMatchObject({ project: 'nordsoft' })
  expect(await ask({ cookies })).toMatchObject({ project: 'nordsoft' })
  expect(await ask({ cookies, url: '/guarded?project=medisoft' })).toBe(
    '404 PROJECT_UNKNOWN: There is no project "medisoft" here.',
  )
})

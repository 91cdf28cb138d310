import { SignJWT } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPerson, openTestApp, type TestApp, testIdentitySecret, testSecretKey } from '../../app.support.ts'

const key = { authorization: `Bearer ${testSecretKey}` }
const hourMs = 3_600_000

let testApp: TestApp

beforeEach(async () => {
  testApp = await openTestApp({ otherProjects: ['project: nordsoft\n'] })
})

afterEach(() => testApp.dispose())

async function makeLink(wish: object = {}, project = 'medisoft') {
  return testApp.app.inject({
    method: 'POST',
    url: `/v1/author/links?project=${project}`,
    headers: key,
    payload: { url: 'https://app.example/parametres?onglet=2#bas', ...wish },
  })
}

async function passOf(wish?: object, project?: string): Promise<string> {
  const { url } = (await makeLink(wish, project)).json()
  return new URL(url).searchParams.get('fanal-author') ?? ''
}

async function ask(pass: unknown, publicKey = 'pk_medisoft'): Promise<string> {
  const payload = { key: publicKey, pass }
  const answer = await testApp.app.inject({ method: 'POST', url: '/v1/author', payload })
  return `${answer.statusCode} ${answer.json().error?.code ?? answer.json().project}`
}

test('a link holds for its project and for an hour', async () => {
  const made = await makeLink()
  const { url, expiresAt } = made.json()
  expect(made.statusCode).toBe(201)
  expect(url).toMatch(/^https:\/\/app\.example\/parametres\?onglet=2&fanal-author=[\w-]+\.[\w-]+\.[\w-]+#bas$/)
  expect(expiresAt).toBe(Math.floor(testApp.clock.now / 1000) * 1000 + hourMs)
  const pass = await passOf()
  expect(await ask(pass)).toBe('200 medisoft')
  testApp.clock.now += hourMs - 1000
  expect(await ask(pass)).toBe('200 medisoft')
  testApp.clock.now += 1000
  expect(await ask(pass)).toBe('401 AUTHOR_LINK_REFUSED')
})

test('a link of another project opens nothing here', async () => {
  expect(await ask(await passOf({}, 'nordsoft'))).toBe('401 AUTHOR_LINK_REFUSED')
  expect(await ask(await passOf({}, 'nordsoft'), 'pk_nordsoft')).toBe('200 nordsoft')
})

test('a forged pass is refused, in the same words each time', async () => {
  const pass = await passOf()
  const [header = '', claims = '', signature = ''] = pass.split('.')
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const later = encode({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), exp: 9_999_999_999 })
  const none = encode({ alg: 'none' })
  const guessed = await new SignJWT({ project: 'medisoft' })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('fanal-author')
    .setIssuedAt(Math.floor(testApp.clock.now / 1000))
    .setExpirationTime(Math.floor(testApp.clock.now / 1000) + 600)
    .sign(new TextEncoder().encode(testIdentitySecret))
  const forged = [
    `${header}.${later}.${signature}`,
    `${none}.${claims}.`,
    `${none}.${later}.`,
    guessed,
    pass.slice(0, -2),
    'x',
    'a.b.c',
  ]
  for (const one of forged) expect(await ask(one), one).toBe('401 AUTHOR_LINK_REFUSED')
})

test('what is no pass at all is bad input, not a fault', async () => {
  expect(await ask(7)).toBe('400 BODY_INVALID')
  expect(await ask('')).toBe('400 BODY_INVALID')
  expect(await ask('x'.repeat(3000))).toBe('400 BODY_INVALID')
})

test('a new secret key ends every link', async () => {
  const pass = await passOf()
  await testApp.services.store.projects.setSecretKeyHash('medisoft', 'another')
  expect(await ask(pass)).toBe('401 AUTHOR_LINK_REFUSED')
})

test('links are made for pages, and for a day at most', async () => {
  expect((await makeLink({ url: 'javascript:alert(1)' })).statusCode).toBe(400)
  expect((await makeLink({ url: 'parametres' })).statusCode).toBe(400)
  expect((await makeLink({ validMs: 48 * hourMs })).statusCode).toBe(400)
})

test('editors make links, viewers and visitors do not', async () => {
  const wish = {
    method: 'POST' as const,
    url: '/v1/author/links?project=medisoft',
    payload: { url: 'https://a.example/' },
  }
  const asRole = async (role: 'editor' | 'viewer') => {
    await addPerson(testApp.services, `${role}@medisoft.example`, role)
    const payload = { email: `${role}@medisoft.example`, password: 'secret-7' }
    const signedIn = await testApp.app.inject({ method: 'POST', url: '/v1/session', payload })
    const cookies = { fanal: signedIn.cookies[0]?.value ?? '' }
    const headers = { 'x-fanal-csrf': signedIn.json().csrfToken }
    return (await testApp.app.inject({ ...wish, cookies, headers })).statusCode
  }
  expect(await asRole('editor')).toBe(201)
  expect(await asRole('viewer')).toBe(403)
  expect((await testApp.app.inject(wish)).statusCode).toBe(401)
  expect((await testApp.app.inject({ ...wish, headers: { 'x-fanal-key': 'pk_medisoft' } })).statusCode).toBe(401)
})

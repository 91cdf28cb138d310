import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { readIdentity } from './identity.ts'

const secret = 'an identity secret of at least 32 bytes'
const now = Date.parse('2026-03-02T09:00:00Z')
const claim = { visitorId: 'claimed', accountId: 'claimed-account' }

function sign(payload: Record<string, unknown>, key = secret, alg = 'HS256'): Promise<string> {
  return new SignJWT({ exp: now / 1000 + 60, ...payload })
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(key))
}

describe('identity', () => {
  test('without a token is what the page claims, unverified', async () => {
    const identify = await readIdentity(undefined, 'identified', secret, now)
    expect(identify(claim)).toEqual({ visitorId: 'claimed', accountId: 'claimed-account', verified: false })
    expect(identify({})).toEqual({ verified: false })
  })

  test('with a token is what the host signed, whatever the page claims', async () => {
    const identify = await readIdentity(await sign({ sub: 'u1', account: 'a1' }), 'identified', secret, now)
    expect(identify(claim)).toEqual({ visitorId: 'u1', accountId: 'a1', verified: true })
    const alone = await readIdentity(await sign({ sub: 'u1' }), 'identified', secret, now)
    expect(alone(claim)).toEqual({ visitorId: 'u1', verified: true })
  })

  test('is nobody’s in anonymous mode, signed or claimed', async () => {
    const token = await sign({ sub: 'u1' })
    expect((await readIdentity(token, 'anonymous', secret, now))(claim)).toEqual({ verified: false })
    expect((await readIdentity(undefined, 'anonymous', secret, now))(claim)).toEqual({ verified: false })
  })

  test.each([
    [
      'another secret',
      () => sign({ sub: 'u1' }, 'another secret of at least 32 bytes!!'),
      'its signature does not match',
    ],
    ['expired', () => sign({ sub: 'u1', exp: now / 1000 - 1 }), 'it has expired'],
    ['no end', () => sign({ sub: 'u1', exp: undefined }), 'its claim "exp" is missing or wrong'],
    ['nobody', () => sign({}), 'its claim "sub" is missing or wrong'],
    ['another algorithm', () => sign({ sub: 'u1' }, secret.repeat(2), 'HS512'), 'it is not signed with HS256'],
    ['no algorithm', async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"u1","exp":9999999999}')}.`, 'it is not'],
    ['no token at all', async () => 'hello', 'it is not a signed JWT'],
    ['a subject with a line break', () => sign({ sub: 'a\nb' }), '"sub" must be 1 to 200 characters'],
    ['an account that is no text', () => sign({ sub: 'u1', account: 12 }), '"account" must be text'],
  ])('a token with %s is refused', async (_name, make, reason) => {
    await expect(readIdentity(await make(), 'identified', secret, now)).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
      message: expect.stringContaining(reason),
    })
  })

  test('a server without an identity secret refuses every token', async () => {
    await expect(readIdentity(await sign({ sub: 'u1' }), 'identified', null, now)).rejects.toThrow(
      'The identity token was refused (this server has no FANAL_IDENTITY_SECRET to check it with).',
    )
  })
})

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { jwtVerify } from 'jose'
import { afterEach, describe, expect, it } from 'vitest'
import { serveIdentityTokens } from './identity-endpoint.ts'

let server: Server | undefined

async function listen(secret: string | undefined): Promise<string> {
  const started = createServer(serveIdentityTokens(secret))
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`
}

afterEach(() => {
  server?.close()
})

describe('POST /api/fanal-token', () => {
  it('signs who the doctor is and which practice they belong to, for one hour', async () => {
    const url = await listen('secret-of-the-test-project')
    const reply = await fetch(url, { method: 'POST', body: '{"doctor":"dr-aubry"}' })
    expect(reply.status).toBe(200)
    const { token } = (await reply.json()) as { token: string }
    const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode('secret-of-the-test-project'))
    expect(protectedHeader.alg).toBe('HS256')
    expect(payload).toMatchObject({ sub: 'dr-aubry', account: 'cabinet-lilas' })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600)
  })

  it('gives no token when the project has no identity secret', async () => {
    const url = await listen(undefined)
    const reply = await fetch(url, { method: 'POST', body: '{"doctor":"dr-aubry"}' })
    expect(reply.status).toBe(204)
  })

  it.each([['{"doctor":"dr-inconnu"}'], ['{"doctor":12}'], ['not json'], ['x'.repeat(4000)]])(
    'refuses %.24s',
    async (body) => {
      const url = await listen('secret-of-the-test-project')
      const reply = await fetch(url, { method: 'POST', body })
      expect(reply.status).toBe(400)
    },
  )

  it('answers POST alone', async () => {
    const url = await listen('secret-of-the-test-project')
    expect((await fetch(url)).status).toBe(405)
  })
})

import { describe, expect, it } from 'vitest'
import type { Happening } from '../../chunks.ts'
import { keepVisitors } from './visitor.ts'

const at = Date.UTC(2026, 2, 2, 9, 0, 0)
const token = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`
const happening = (more: Partial<Happening> = {}): Happening => ({
  name: 'milestone_reached',
  props: { name: 'a' },
  at,
  page: { key: '/' },
  ...more,
})
const ignore = () => undefined

describe('keepVisitors', () => {
  it('names the visitor and the account of the token that held when it happened', () => {
    const visitors = keepVisitors(undefined, () => at, ignore)
    const marie = token({ sub: 'u1', account: 'cabinet-é' })
    expect(visitors.nameOf(happening({ token: marie }))).toEqual({ visitorId: 'u1', accountId: 'cabinet-é' })
    expect(visitors.nameOf(happening())).toEqual({})
    expect(visitors.tokenOf('u1')).toBe(marie)
    expect(visitors.tokenOf(undefined)).toBeUndefined()
  })

  it('names nobody by something that is no token', () => {
    const visitors = keepVisitors(undefined, () => at, ignore)
    expect(visitors.nameOf(happening({ token: 'hello' }))).toEqual({})
    expect(visitors.nameOf(happening({ token: token({ name: 'no sub' }) }))).toEqual({})
  })

  it('does not send a token that has expired', () => {
    const visitors = keepVisitors(undefined, () => at, ignore)
    visitors.nameOf(happening({ token: token({ sub: 'u1', exp: at / 1000 }) }))
    expect(visitors.tokenOf('u1')).toBeUndefined()
  })

  it('asks the host once, and again shortly before the token ends', async () => {
    let now = at
    let asked = 0
    const getToken = () => {
      asked++
      return token({ sub: 'u1', exp: now / 1000 + 300 })
    }
    const visitors = keepVisitors(getToken, () => now, ignore)
    await visitors.refresh()
    await visitors.refresh()
    expect(asked).toBe(1)
    expect(visitors.nameOf(happening())).toEqual({ visitorId: 'u1' })
    now += 275_000
    await visitors.refresh()
    expect(asked).toBe(2)
  })

  it('goes on without a name when the host cannot give a token', async () => {
    const problems: unknown[] = []
    const visitors = keepVisitors(
      () => Promise.reject(new Error('session over')),
      () => at,
      (problem) => problems.push(problem),
    )
    await visitors.refresh()
    expect(visitors.nameOf(happening())).toEqual({})
    expect(problems).toEqual([new Error('session over')])
  })
})

import { describe, expect, it } from 'vitest'
import { uuidv7 } from './uuid.ts'

describe('uuidv7', () => {
  it('carries the time, the version and the variant', () => {
    expect(uuidv7(Date.UTC(2026, 2, 2, 9))).toMatch(/^019cadc6-9a80-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  it('keeps the order of those made in the same millisecond', () => {
    const ids = Array.from({ length: 1000 }, () => uuidv7(1_772_442_000_000))
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(1000)
  })
})

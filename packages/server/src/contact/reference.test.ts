import { expect, test } from 'vitest'
import { drawReference } from './reference.ts'

test('a reference is short and holds no letter that is taken for another', () => {
  for (let draw = 0; draw < 200; draw += 1) {
    expect(drawReference()).toMatch(/^F-[0-9A-HJKMNP-TV-Z]{5}$/)
  }
})

import { expect, test } from 'vitest'
import { matchesOrigin } from './cors.ts'

test.each([
  ['https://app.medisoft.example', 'https://app.medisoft.example', true],
  ['https://app.medisoft.example/', 'https://app.medisoft.example', true],
  ['https://app.medisoft.example', 'http://app.medisoft.example', false],
  ['https://app.medisoft.example', 'https://app.medisoft.example:8443', false],
  ['https://*.medisoft.example', 'https://nord.medisoft.example', true],
  ['https://*.medisoft.example', 'https://a.b.medisoft.example', true],
  ['https://*.medisoft.example', 'https://medisoft.example', false],
  ['https://*.medisoft.example', 'https://evil.example/.medisoft.example', false],
  ['https://*.medisoft.example', 'https://nord.medisoft.example.evil.example', false],
  ['*', 'https://evil.example', false],
])('%s lets %s in: %s', (pattern, origin, expected) => {
  expect(matchesOrigin(pattern, origin)).toBe(expected)
})

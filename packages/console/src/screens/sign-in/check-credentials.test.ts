import { expect, test } from 'vitest'
import { checkCredentials } from './check-credentials.ts'

test('says what is missing, field by field', () => {
  expect(checkCredentials(' ', '')).toEqual({ email: 'missing', password: 'missing' })
  expect(checkCredentials('claire', 'secret')).toEqual({ email: 'invalid' })
  expect(checkCredentials(' claire@medisoft.example ', 'secret')).toEqual({})
})

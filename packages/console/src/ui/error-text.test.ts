import { expect, test } from 'vitest'
import { ApiError } from '../api/request.ts'
import { createTranslate } from '../locale/translate.ts'
import { errorText } from './error-text.ts'

const t = createTranslate('en')

test('a known code is said in the console’s own words', () => {
  expect(errorText(new ApiError('OFFLINE', 'No answer from /v1/backlog.'), t)).toBe(
    'The server does not answer. Check your connection, then try again.',
  )
})

test('a code without words of its own keeps the server’s message', () => {
  expect(errorText(new ApiError('BODY_INVALID', 'reason: too long.'), t)).toBe('reason: too long.')
})

test('a short wait is told in seconds, a long one in minutes, an unknown one without a number', () => {
  expect(errorText(new ApiError('TOO_MANY_TRIES', '', { retryAfterS: 30 }), t)).toContain('Wait 30\u00a0s')
  expect(errorText(new ApiError('TOO_MANY_TRIES', '', { retryAfterS: 894 }), t)).toContain('Wait 15\u00a0minutes')
  expect(errorText(new ApiError('RATE_LIMITED', ''), t)).toContain('Wait a few minutes')
})

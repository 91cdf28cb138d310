import { expect, test } from 'vitest'
import { ApiError } from '../../api/request.ts'
import { failedProof } from './failed-proof.ts'

test('names only the queries that fail', () => {
  const error = new ApiError('BACKLOG_NOT_PROVEN', '', {
    status: 409,
    details: [
      { query: 'rejet lot b2', rank: 1, holds: true },
      { query: 'erreur norme b2', rank: null, holds: false },
    ],
  })
  expect(failedProof(error)).toEqual([{ query: 'erreur norme b2', rank: null, holds: false }])
})

test.each([
  ['no details', undefined],
  ['details of another shape', { reason: 'none' }],
  ['entries of another shape', [{ query: 3 }, null]],
])('finds none in %s', (_, details) => {
  expect(failedProof(new ApiError('BACKLOG_NOT_PROVEN', '', { details }))).toEqual([])
})

/** Reads which queries kept an item from closing out of a refusal. Pure; checks the shape, for `details` may hold anything. */
import type { BacklogProof } from '@fanal/contract'
import { ApiError } from '../../api/request.ts'

/** @returns the queries that fail; [] when the refusal does not say */
export function failedProof(error: unknown): BacklogProof[] {
  if (!(error instanceof ApiError)) return []
  const { details } = error
  return Array.isArray(details) ? details.filter(isProof).filter(({ holds }) => !holds) : []
}

function isProof(value: unknown): value is BacklogProof {
  return (
    typeof value === 'object' &&
    value !== null &&
    'query' in value &&
    typeof value.query === 'string' &&
    'rank' in value &&
    (value.rank === null || typeof value.rank === 'number') &&
    'holds' in value &&
    typeof value.holds === 'boolean'
  )
}

/** Checks a body against a schema of the contract; what does not fit becomes BODY_INVALID with the place and the value. */
import { FanalError } from '@fanal/contract'
import { describeProblem } from '@fanal/contract/schema'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'

/** @throws FanalError BODY_INVALID */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const { path, reason } = describeProblem(parsed.error, body)
  throw new FanalError('BODY_INVALID', { path, reason })
}

/** Reads `text/plain` bodies as JSON: what beacons send, so that the browser asks no permission first. */
export function acceptPlainTextJson(scope: FastifyInstance): void {
  scope.addContentTypeParser('text/plain', { parseAs: 'string' }, scope.getDefaultJsonParser('remove', 'remove'))
}

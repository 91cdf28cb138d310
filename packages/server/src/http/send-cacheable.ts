/** Answers JSON that anybody may keep, with an ETag, or `304` to whoever has it already. */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** @param cacheControl without the word `public`; a key in a header makes the answer private, for caches look at the URL alone */
export function sendCacheable(
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
  cacheControl: string,
): FastifyReply {
  const json = JSON.stringify(body)
  // Weak: the bytes differ with the compression, the content does not.
  const etag = `W/"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`
  const scope = request.headers['x-fanal-key'] === undefined ? 'public' : 'private'
  reply.header('etag', etag).header('cache-control', `${scope}, ${cacheControl}`)
  if (holdsTag(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(json)
}

/** RFC 9110 §13.1.2, weak comparison. */
function holdsTag(given: string | undefined, etag: string): boolean {
  if (given === undefined) return false
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return given.trim() === '*' || given.split(',').some((tag) => bare(tag) === bare(etag))
}

/** Under which name an answer is kept, and which answers are kept at all. Pure. */

/** What help is made of; anything else the server answers is of the moment. */
const keptPaths = /^\/v1\/(config|suggestions|articles\/|flows\/|device-index)/
const codes = /^[\w.:/,-]*$/

/**
 * @param path with its query
 * @returns null where it is not kept
 */
export function keptPath(path: string): string | null {
  if (!keptPaths.test(path)) return null
  const [place = '', query = ''] = path.split('?')
  const asked = new URLSearchParams(query)
  asked.delete('key')
  asked.delete('limit')
  // A message may name a person; a code does not.
  if (!codes.test(asked.get('errors') ?? '')) asked.delete('errors')
  return asked.size ? `${place}?${asked}` : place
}

/** The same page with other topics and errors: what helped there helps better than nothing. */
export function samePage(kept: string, path: string): boolean {
  const pageOf = (name: string) => /^\/v1\/suggestions\?(?:.*&)?(page=[^&]*)/.exec(name)?.[1]
  return pageOf(path) !== undefined && pageOf(kept) === pageOf(path)
}

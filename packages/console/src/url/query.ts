/** The URL holds the whole state of a screen: reading and writing its query string. Pure. */

export type Query = Readonly<Record<string, string>>

/**
 * The address of a path with the given query.
 *
 * @param changes laid over `query`; null or an empty string takes a part away
 * @returns path and query string; parts in the order they were given
 */
export function toUrl(path: string, query: Query, changes: Readonly<Record<string, string | null>> = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, ...changes })) {
    if (value !== null && value !== '') search.set(name, value)
  }
  return search.size > 0 ? `${path}?${search}` : path
}

/** Only the named parts of a query, those that are there. */
export function pick(query: Query, names: readonly string[]): Query {
  const picked: Record<string, string> = {}
  for (const name of names) {
    const value = query[name]
    if (value !== undefined) picked[name] = value
  }
  return picked
}

/** The value when it is one of those allowed, else the first of them. */
export function oneOf<T extends string>(value: string | undefined, allowed: readonly [T, ...T[]]): T {
  return allowed.find((candidate) => candidate === value) ?? allowed[0]
}

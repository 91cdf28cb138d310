/**
 * Page keys and page globs: how both sides say where the visitor is.
 * Pure; small, for the eager part of the widget carries it.
 */

const variableSegment = /^\d+$|\d{4}|^[\da-f]{12,}$|^[\da-f]{8}-[\da-f]{4}-|@|%40/i

/**
 * Folds the variable parts of a path: numbers, UUIDs, dates, long tokens and addresses become `:id`.
 *
 * @param path as in `location.pathname`; a query or fragment is dropped
 * @returns the page key, such as `/patients/:id`; never ends in `/` except for the root
 */
export function foldPath(path: string): string {
  const segments = path
    .replace(/[?#].*/, '')
    .split('/')
    .filter(Boolean)
  return `/${segments.map((segment) => (variableSegment.test(segment) ? ':id' : segment)).join('/')}`
}

/**
 * Whether a page glob matches a page key.
 *
 * @param glob `:name` or `*` stand for one segment, `**` for any number of them (none included), `*` inside a segment for any text
 * @param key a page key or a plain path
 */
export function matchesPage(glob: string, key: string): boolean {
  const pattern = glob
    .split('/')
    .filter(Boolean)
    .map((segment) =>
      segment === '**'
        ? '(?:/[^/]+)*'
        : segment[0] === ':'
          ? '/[^/]+'
          : `/${segment.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}`,
    )
    .join('')
  return new RegExp(`^${pattern}/?$`).test(key === '/' ? '' : key) || (pattern === '' && key === '/')
}

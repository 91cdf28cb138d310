/**
 * Page keys and page globs: how both sides say where the visitor is.
 * A part of a path stays only where it reads like a word of the route; what may carry an identity (a number, a token, an address, the name of a
 * file) becomes `:id`. Where both readings are possible, it is an identity.
 * Pure; time grows with the path alone.
 * Source: docs/embed.md#page-keys
 */

/**
 * Words, and short codes with one digit such as `b2`, `hl7` and `2fa`, which may end as pages do. More than eight are a title. The longest words of both languages
 * fit; a ULID, 26 characters, does not.
 */
const routeSegment =
  /^([-_]*(\p{L}[\p{L}\p{M}]{0,24}|[a-z]{1,3}\d[a-z]{0,3}|\d[a-z]{1,3})(?![\p{L}\p{M}\d])){1,8}[-_]*(\.(html?|php|aspx|do))?$/iu

/** A part as people read it: without `;jsessionid=…`, accents decoded. */
function foldSegment(segment: string): string {
  const [plain = ''] = segment.split(';')
  try {
    const text = decodeURIComponent(plain)
    return !text || routeSegment.test(text) ? text : ':id'
  } catch {
    return ':id'
  }
}

/**
 * Folds the parts of a path that may carry an identity: numbers, dates, UUIDs and other tokens, addresses, slugs with a number in them.
 * Folding a page key again changes nothing.
 *
 * @param path as in `location.pathname`; a query or fragment is dropped
 * @returns the page key, such as `/patients/:id`; never ends in `/` except for the root
 */
export function foldPath(path: string): string {
  const segments = path.replace(/[?#].*/s, '').split('/')
  return `/${segments.map(foldSegment).filter(Boolean).join('/')}`
}

/**
 * Whether a page glob matches a page key.
 *
 * @param glob `:name` or `*` stand for one segment, `**` for any number of them (none included), `*` inside a segment for any text; a
 * segment that a page key never holds, such as `12`, stands for one segment too
 * @param key a page key or a plain path
 */
export function matchesPage(glob: string, key: string): boolean {
  return toPattern(glob).test(key === '/' ? '' : key)
}

/** `matchesPage` of one glob, for who asks it about many page keys: the glob is read once. */
export function pageMatcher(glob: string): (key: string) => boolean {
  const pattern = toPattern(glob)
  return (key) => pattern.test(key === '/' ? '' : key)
}

/** The root is tested as an empty text. */
function toPattern(glob: string): RegExp {
  const pattern = glob
    .split('/')
    .filter(Boolean)
    .map((segment) => {
      if (segment === '**') return '(?:/[^/]+)*'
      const text = segment.includes('*') ? segment : foldSegment(segment)
      return text === ':id' ? '/[^/]+' : `/${text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}`
    })
    .join('')
  return new RegExp(`^${pattern}/?$`)
}

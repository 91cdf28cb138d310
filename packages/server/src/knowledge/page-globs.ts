/**
 * Which page globs match a page, for who asks thousands of globs about hundreds of pages: each glob is read once and kept.
 * Source: docs/content.md#suggestions
 */
import { pageMatcher } from '@fanal/contract'

/** Globs are written by authors, but a page that somebody asks about may stand for one: those must not fill the memory. */
const maxKept = 10_000

const matchers = new Map<string, (page: string) => boolean>()

/** As `matchesPage` of the contract. */
export function globMatches(glob: string, page: string): boolean {
  let matches = matchers.get(glob)
  if (!matches) {
    matches = pageMatcher(glob)
    if (matchers.size >= maxKept) matchers.clear()
    matchers.set(glob, matches)
  }
  return matches(page)
}

/** Whether globs match one page; the answer for each glob is kept, for many articles are written for the same. */
export function globsOn(page: string): (glob: string) => boolean {
  const known = new Map<string, boolean>()
  return (glob) => {
    const kept = known.get(glob)
    if (kept !== undefined) return kept
    const matches = globMatches(glob, page)
    known.set(glob, matches)
    return matches
  }
}

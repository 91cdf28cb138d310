/**
 * Which address of the running product stands for a page glob. Pure.
 * Source: docs/flows-authoring.md#checking-against-the-running-product
 */
import { foldPath, matchesPage } from '@fanal/contract'

export interface KnownPaths {
  /** addresses and globs of the product, such as `/patients/12` and `/parametres` */
  routes: readonly string[]
  /** what to write for a variable part, by its name without ":" */
  samples: Readonly<Record<string, string>>
}

/**
 * @returns a path to open: a route the glob matches, else the glob with its variable parts filled in; null when one of them is not known
 */
export function choosePath(glob: string, { routes, samples }: KnownPaths): string | null {
  const fitting = routes.filter((route) => matchesPage(glob, foldPath(route)) || matchesPage(glob, route))
  for (const candidate of [glob, ...fitting]) {
    const path = fillIn(candidate, samples)
    if (path !== null) return path
  }
  return null
}

function fillIn(glob: string, samples: Readonly<Record<string, string>>): string | null {
  const parts = glob.split('/').filter((part) => part !== '' && part !== '**')
  const filled = parts.map((part) => (part[0] === ':' ? samples[part.slice(1)] : part.includes('*') ? undefined : part))
  return filled.includes(undefined) ? null : `/${filled.join('/')}`
}

/** Paths of a routes file: one a line; empty lines and those that begin with # are passed over. */
export function readRoutes(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line[0] === '/')
}

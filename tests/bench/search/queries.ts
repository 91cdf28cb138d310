/**
 * The queries the bench asks: written by hand before any tuning, each with the articles that answer it.
 * Half are held back from tuning, chosen by a hash of their text, so that a figure on that half was never looked at to get there.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export interface BenchQuery {
  /** how it is written; `none`: no article answers it */
  kind: string
  query: string
  /** ids of every article that answers it, best first; [] for `none` */
  answers: string[]
  /** for tuning alone: written when tuning had begun */
  late?: boolean
}

export function readQueries(name: string): BenchQuery[] {
  const read = (file: string) =>
    parse(readFileSync(new URL(`queries/${file}.yaml`, import.meta.url), 'utf8')) as BenchQuery[]
  return name === 'gnome-help.fr'
    ? [...read(name), ...read('gnome-help-late.fr').map((one) => ({ ...one, late: true }))]
    : read(name)
}

/** Whether a query is held back from tuning: it was written before tuning, and bit 16 of its FNV-1a hash (over UTF-16 units) is set. */
export function isHeldBack({ query, late }: BenchQuery): boolean {
  if (late) return false
  let hash = 0x811c9dc5
  for (let place = 0; place < query.length; place++) {
    hash = Math.imul(hash ^ query.charCodeAt(place), 0x01000193)
  }
  // The lowest bit of FNV-1a is the parity of the text's lowest bits; a higher one mixes all of it.
  return ((hash >>> 16) & 1) === 1
}

/**
 * What a visitor's browser loads at each stage, in brotli bytes of files as built. The stages and their limits are the
 * widget's byte budget (docs/embed.md#bytes).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

export interface StageSize {
  /** brotli, quality 11, each file by itself */
  bytes: number
  limit: number
  /** relative to dist */
  files: string[]
}

/** By entry chunk: what is loaded for it, shared files counted once. */
const stages = {
  loader: { entries: ['fanal'], limit: 1200 },
  'before first click': { entries: ['fanal', 'boot'], limit: 2300 },
  'first useful panel': { entries: ['fanal', 'boot', 'runtime', 'panel'], limit: 14_000 },
  'all views': {
    entries: ['fanal', 'boot', 'runtime', 'panel', 'search', 'article', 'contact'],
    limit: 30_000,
  },
  /** the file by itself, with what places its card; `base` and `ui` came with the runtime and the panel */
  flow: { entries: ['flow'], limit: 14_000, alone: true },
} as const

export type Stage = keyof typeof stages

/**
 * @param dist the build's folder
 * @throws Error where an entry was not built
 */
export function measureChunks(dist: string): Record<Stage, StageSize> {
  const names = scriptsOf(dist)
  const fileOf = (entry: string) => {
    const file = names.find((name) => nameOf(name) === entry)
    if (!file) throw new Error(`${dist} holds no chunk named ${entry}`)
    return file
  }
  return Object.fromEntries(
    Object.entries(stages).map(([stage, { entries, limit, ...how }]) => {
      const own = entries.map(fileOf)
      const files = 'alone' in how ? own : withImports(dist, own)
      const bytes = files.reduce((sum, file) => sum + brotliBytes(join(dist, file)), 0)
      return [stage, { bytes, limit, files }]
    }),
  ) as Record<Stage, StageSize>
}

/**
 * Every file a browser can be sent, by itself: brotli bytes by name without hash.
 *
 * @param dist the build's folder
 */
export function measureFiles(dist: string): Record<string, number> {
  return Object.fromEntries(scriptsOf(dist).map((file) => [nameOf(file), brotliBytes(join(dist, file))]))
}

/** Relative to dist; the copies that are sent compressed left out. */
function scriptsOf(dist: string): string[] {
  const assets = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'))
  return ['fanal.js', ...assets.map((name) => `assets/${name}`)]
}

/** `assets/panel-1a2b3c.js` is `panel`. */
function nameOf(file: string): string {
  return posix.basename(file, '.js').replace(/-.{6}$/, '')
}

function brotliBytes(path: string): number {
  return brotliCompressSync(readFileSync(path)).length
}

/** The files and what they import statically, each once. */
function withImports(dist: string, files: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    const text = readFileSync(join(dist, file), 'utf8')
    for (const [, specifier = ''] of text.matchAll(/(?:\bfrom|\bimport)\s?["'`](\.\/[^"'`]+)["'`]/g))
      visit(posix.join(posix.dirname(file), specifier))
  }
  for (const file of files) visit(file)
  return [...found]
}

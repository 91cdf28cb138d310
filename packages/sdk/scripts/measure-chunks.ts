/**
 * What a visitor's browser loads at each stage, in brotli bytes of files as built. The stages and their limits are the
 * widget's byte budget (docs/embed.md#bytes).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { WidgetLocale } from '../src/types.ts'

/** Each has a build of its own under dist/assets. */
export const locales = ['fr', 'en'] as const satisfies readonly WidgetLocale[]

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
 * In the language in which each stage weighs most.
 *
 * @param dist the build's folder
 * @throws Error where an entry was not built
 */
export function measureChunks(dist: string): Record<Stage, StageSize> {
  const measured = Object.entries(stages).map(([stage, wanted]) => {
    const sizes = locales.map((locale) => measureStage(dist, locale, wanted))
    return [stage, sizes.reduce((most, size) => (size.bytes > most.bytes ? size : most))]
  })
  return Object.fromEntries(measured) as Record<Stage, StageSize>
}

function measureStage(dist: string, locale: WidgetLocale, stage: (typeof stages)[Stage]): StageSize {
  const names = scriptsOf(dist, locale)
  const own = stage.entries.map((entry) => {
    const file = names.find((name) => nameOf(name) === entry)
    if (!file) throw new Error(`${dist} holds no chunk named ${entry} in ${locale}`)
    return file
  })
  const files = 'alone' in stage ? own : withImports(dist, own)
  const bytes = files.reduce((sum, file) => sum + brotliBytes(join(dist, file)), 0)
  return { bytes, limit: stage.limit, files }
}

/**
 * Every file a browser can be sent, by itself: brotli bytes by name without hash, in the language where it weighs most.
 *
 * @param dist the build's folder
 */
export function measureFiles(dist: string): Record<string, number> {
  const most: Record<string, number> = {}
  for (const file of servedScripts(dist))
    most[nameOf(file)] = Math.max(most[nameOf(file)] ?? 0, brotliBytes(join(dist, file)))
  return most
}

/** Every script the server hands out, relative to dist. */
export function servedScripts(dist: string): string[] {
  return [...new Set(locales.flatMap((locale) => scriptsOf(dist, locale)))]
}

/** Relative to dist; the copies that are sent compressed left out. */
function scriptsOf(dist: string, locale: WidgetLocale): string[] {
  const assets = readdirSync(join(dist, 'assets', locale)).filter((name) => name.endsWith('.js'))
  return ['fanal.js', ...assets.map((name) => `assets/${locale}/${name}`)]
}

/** `assets/fr/panel-1a2b3c.js` is `panel`. */
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
    // The loader names boot in every language, and imports none of them by this form.
    for (const [, specifier = ''] of text.matchAll(/(?:\bfrom|\bimport)\s?["'`](\.\/[^"'`]+)["'`]/g))
      visit(posix.join(posix.dirname(file), specifier))
  }
  for (const file of files) visit(file)
  return [...found]
}

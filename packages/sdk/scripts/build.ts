/**
 * Builds what browsers load and what npm publishes, into dist/: the chunks, then the loader that names them, the npm entry with
 * its types, and chunk-sizes.json, which tests/guards holds against the budget.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import type { WidgetLocale } from '../src/types.ts'
import { locales, measureChunks, measureFiles, servedScripts } from './measure-chunks.ts'
import { publishManifest } from './publish-manifest.ts'
import { publishTypes } from './publish-types.ts'

const root = join(fileURLToPath(import.meta.url), '../..')
/** Built beside and put in place whole, so that a server that is running never finds half of it. */
const dist = mkdtempSync(join(tmpdir(), 'fanal-widget-'))
const configFile = join(root, 'vite.config.ts')

for (const locale of locales) await buildMode(locale)
process.env.FANAL_BOOT = nameBoots()
await buildMode('loader')
await buildMode('npm')
await buildMode('probe')
compressServed()
emitTypes()
publishManifest(root, dist)

const sizes = measureChunks(dist)
const fileSizes = measureFiles(dist)
writeFileSync(join(dist, 'chunk-sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`)
rmSync(join(root, 'dist'), { recursive: true, force: true })
cpSync(dist, join(root, 'dist'), { recursive: true })
rmSync(dist, { recursive: true })
if (process.stdout.isTTY || process.argv.includes('--sizes')) printSizes()

async function buildMode(mode: WidgetLocale | 'loader' | 'npm' | 'probe'): Promise<void> {
  await build({ root, configFile, mode, logLevel: 'warn', build: { outDir: dist } })
}

/** Boot gets one name in every language, of the contents of all, so that the loader has to carry but one. */
function nameBoots(): string {
  const boots = locales.map((locale) => {
    const folder = join(dist, 'assets', locale)
    const boot = readdirSync(folder).find((name) => /^boot-.*\.js$/.test(name))
    if (!boot) throw new Error(`no boot file among ${folder}`)
    return { folder, path: join(folder, boot) }
  })
  const hash = createHash('sha256')
  for (const { path } of boots) hash.update(readFileSync(path))
  const name = `boot-${hash.digest('base64url').slice(0, 6)}.js`
  for (const { folder, path } of boots) renameSync(path, join(folder, name))
  return name
}

/** At the best quality, once here instead of a worse one at each request: what the server sends is what the budget counts. */
function compressServed(): void {
  for (const name of servedScripts(dist))
    writeFileSync(join(dist, `${name}.br`), brotliCompressSync(readFileSync(join(dist, name))))
}

/** Checking is `npm run typecheck`'s; this only writes the declarations of the public entry. */
function emitTypes(): void {
  const emitted = mkdtempSync(join(tmpdir(), 'fanal-types-'))
  const tsc = join(root, '../../node_modules/typescript/bin/tsc')
  const config = join(root, 'tsconfig.types.json')
  const result = spawnSync(process.execPath, [tsc, '-p', config, '--noCheck', '--outDir', emitted], {
    encoding: 'utf8',
  })
  if (result.status !== 0) throw new Error(`the types could not be written:\n${result.stdout}${result.stderr}`)
  publishTypes(emitted, dist)
  rmSync(emitted, { recursive: true })
}

function printSizes(): void {
  for (const [name, { bytes, limit, files }] of Object.entries(sizes))
    process.stdout.write(`${name.padEnd(18)} ${String(bytes).padStart(6)} of ${limit} B brotli   ${files.join(' ')}\n`)
  process.stdout.write('\n')
  for (const [name, bytes] of Object.entries(fileSizes))
    process.stdout.write(`${name.padEnd(18)} ${String(bytes).padStart(6)} B brotli\n`)
}

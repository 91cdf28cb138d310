/** The widget's byte budget, and what must never reach a browser. Reads the build: `npm run build` first. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { startServer } from '@fanal/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { measureChunks, measureFiles, servedScripts } from '../../packages/sdk/scripts/measure-chunks.ts'
import { repositoryRoot } from '../support/source-files.ts'

const dist = join(repositoryRoot, 'packages', 'sdk', 'dist')

describe('the widget as built', () => {
  beforeAll(() => {
    if (!existsSync(join(dist, 'fanal.js'))) throw new Error('The widget has not been built. Run npm run build first.')
  })

  it('keeps the loader under 1.2 kB and everything before the first click under 2.3 kB', () => {
    const sizes = measureChunks(dist)
    expect(sizes.loader.bytes).toBeLessThanOrEqual(1200)
    expect(sizes['before first click'].bytes).toBeLessThanOrEqual(2300)
    expect(sizes['before first click'].files).toHaveLength(2)
  })

  it('shows the first suggestions for under 14 kB', () => {
    expect(measureChunks(dist)['first useful panel'].bytes).toBeLessThanOrEqual(14_000)
  })

  it('shows panel, search, article and contact for under 30 kB, all told', () => {
    expect(measureChunks(dist)['all views'].bytes).toBeLessThanOrEqual(30_000)
  })

  it('weighs, file by file, at most what docs/embed.md tells people', () => {
    const embedding = readFileSync(join(repositoryRoot, 'docs', 'embed.md'), 'utf8')
    const told = [...embedding.matchAll(/^\| `(\w+)`\s+\| ([\d.]+) kB/gm)].map(([, name, kB]) => [
      name,
      Number(kB) * 1000,
    ])
    const most: Record<string, number> = Object.fromEntries(told)
    const heavier = Object.entries(measureFiles(dist))
      .filter(([name, bytes]) => !(bytes <= (most[name] ?? 0)))
      .map(([name, bytes]) => `${name}: ${bytes} B, ${most[name] ?? 'no figure'} in docs/embed.md`)
    expect(heavier).toEqual([])
  })

  it('plays guided flows for under 14 kB', () => {
    expect(measureChunks(dist).flow.bytes).toBeLessThanOrEqual(14_000)
  })

  it('carries no validator, Markdown or YAML parser', () => {
    const leaks = servedScripts(dist).filter((file) =>
      /ZodError|remark|micromark|mdast|YAMLParse/.test(readFileSync(join(dist, file), 'utf8')),
    )
    expect(leaks).toEqual([])
  })
})

describe('the settings of the example practice', () => {
  it('fit in 1 kB beside the loader', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'fanal-guard-'))
    const contentDirs = [join(repositoryRoot, 'examples', 'cabinet', 'help')]
    const server = await startServer({ port: 0, dataDir, contentDirs, logLevel: 'silent' })
    try {
      const answer = await fetch(`${server.url}/v1/config?key=pk_medicab`)
      expect(brotliCompressSync(await answer.text()).length).toBeLessThanOrEqual(1024)
    } finally {
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
})

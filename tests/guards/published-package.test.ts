/** What `npm publish packages/sdk/dist` would send out, judged by the tools of the trade. Reads the build: `npm run build` first. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryRoot } from '../support/source-files.ts'

const dist = join(repositoryRoot, 'packages', 'sdk', 'dist')

function run(tool: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(join(repositoryRoot, 'node_modules', '.bin', tool), args, {
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

describe('the published package', () => {
  it('has nothing for publint to find', () => {
    expect(run('publint', dist, '--strict')).toMatchObject({ status: 0, output: expect.stringContaining('All good!') })
  })

  it('has types that every ES module consumer resolves', () => {
    // fanal.js is a classic script for a tag: nobody imports it.
    const { status, output } = run(
      'attw',
      ...['--pack', dist, '--profile', 'esm-only', '--no-definitely-typed', '--exclude-entrypoints', 'fanal.js'],
      ...['--format', 'ascii', '--no-color', '--no-emoji'],
    )
    expect(status, output).toBe(0)
  })
})

/** What the documentation says must be what the code does. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { signalNames } from '../../packages/contract/src/index.ts'
import { listSourceFiles, repositoryRoot } from '../support/source-files.ts'

const pages = listSourceFiles(/\.md$/).filter(({ path }) => !path.startsWith('examples/cabinet/help/'))
/** Prose alone: a link inside a code sample is an example, not a link. */
const withoutCode = (text: string) => text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8')

describe('the documentation', () => {
  it('lists every signal of the contract, and no other', () => {
    const table = read('docs/contract.md').split('## Signals')[1]?.split('## Errors')[0] ?? ''
    const documented = table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z_]+)`/g)].map((name) => name[1]))
    expect(documented.sort()).toEqual([...signalNames].sort())
  })

  it('links only to files that exist', () => {
    const dead = pages.flatMap(({ path, text }) =>
      [...withoutCode(text).matchAll(/\]\((?!https?:|mailto:|#|flow:|tel:)([^)#\s]+)[^)]*\)/g)]
        .map((link) => link[1] ?? '')
        .filter((target) => !existsSync(join(repositoryRoot, dirname(path), target)))
        .map((target) => `${path} → ${target}`),
    )
    expect(dead).toEqual([])
  })

  it('names only npm scripts that exist', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    const unknown = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run ([\w:-]+)/g)]
        .map((call) => call[1] ?? '')
        .filter((name) => !scripts.includes(name))
        .map((name) => `${path}: npm run ${name}`),
    )
    expect(unknown).toEqual([])
  })

  it('holds no machine path and no registry host', () => {
    const text = listSourceFiles(/\.(md|tsx?|mjs|json|ya?ml|html|css)$/).filter(
      ({ path }) => !path.startsWith('tests/guards/'),
    )
    const leaks = text
      .filter((file) => /\/work\/|registry\.npmjs\.org|\/root\//.test(file.text))
      .map(({ path }) => path)
    expect(leaks).toEqual([])
  })
})

/**
 * The package.json of what is published: `npm publish packages/sdk/dist`. The workspace's own one points at the sources and is private.
 * Everything the widget needs is in its files, so it depends on nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param root the package's folder; its manifest gives name, version and licence */
export function publishManifest(root: string, dist: string): void {
  const { name, version, description, license, sideEffects } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const manifest = {
    name,
    version,
    description,
    license,
    type: 'module',
    sideEffects,
    exports: {
      '.': { types: './index.d.ts', import: './index.js' },
      './fanal.js': './fanal.js',
      './package.json': './package.json',
    },
    types: './index.d.ts',
    files: ['index.js', 'index.d.ts', 'types.d.ts', 'contract', 'chunks', 'fanal.js', 'assets'],
  }
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Installs an application of the npm registry into a folder outside the repository, once. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runToTheEnd } from './run-program.ts'

/**
 * @param overrides versions of what it depends on, where those it names cannot be had
 * @returns the version installed
 */
export async function installFromNpm(
  folder: string,
  name: string,
  version: string,
  overrides: Record<string, string> = {},
): Promise<string> {
  const manifest = join(folder, 'node_modules', name, 'package.json')
  if (!existsSync(manifest)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, overrides }))
    await runToTheEnd(
      'npm',
      ['install', `${name}@${version}`, '--no-audit', '--no-fund', '--no-save', '--silent'],
      folder,
    )
  }
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

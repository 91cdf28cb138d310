/** Lists the tracked and new source files of the repository, for the guards. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repositoryRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export interface SourceFile {
  /** relative to the repository, with `/` */
  path: string
  text: string
}

/**
 * @param pattern files whose path matches; ignored ones (node_modules, dist) never come
 */
export function listSourceFiles(pattern: RegExp): SourceFile[] {
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return output
    .split('\n')
    .filter((path) => pattern.test(path))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }]
      } catch {
        return [] // deleted in the work tree, still in the index
      }
    })
}

/** Source without comments: a rule explained in a comment is not a breach of it. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1')
}

/** What a module imports: static, re-exported and dynamic, as written. Type-only imports are marked. */
export function listImports(text: string): { specifier: string; typeOnly: boolean; dynamic: boolean }[] {
  const code = withoutComments(text)
  const found: { specifier: string; typeOnly: boolean; dynamic: boolean }[] = []
  for (const match of code.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)) {
    found.push({ specifier: match[2] ?? '', typeOnly: match[1] !== undefined, dynamic: false })
  }
  for (const match of code.matchAll(/\bimport\(\s*(?:\/\*.*?\*\/\s*)?([^)]*)\)/g)) {
    found.push({ specifier: (match[1] ?? '').trim().replace(/^['"`]|['"`]$/g, ''), typeOnly: false, dynamic: true })
  }
  return found
}

/** The rules of the house that a file's name or text can show (docs/architecture.md#rules-of-the-house). */
import { describe, expect, it } from 'vitest'
import { listSourceFiles, withoutComments } from '../support/source-files.ts'

const sources = listSourceFiles(/^(packages|examples|tests|scripts)\/.*\.(tsx?|mjs)$/)
const shipped = sources.filter(
  ({ path }) =>
    /^packages\/[^/]+\/src\//.test(path) &&
    !/\.test\.tsx?$|\.(suite|support)\.tsx?$|\/test-[^/]*\.tsx?$|\/testing\//.test(path),
)

function filesWith(pattern: RegExp, among = shipped): string[] {
  return among.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path)
}

describe('the rules of the house', () => {
  it('has no files named after nothing', () => {
    const vague = /\/(utils?|helpers?|common|misc|shared|manager|lib)(\.|\/)|-(utils?|helpers?)\.|v2\./
    expect(sources.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([])
  })

  it('keeps files short enough to read', () => {
    const long = sources
      .filter(({ path, text }) => !/locales?\//.test(path) && text.split('\n').length > 400)
      .map(({ path }) => path)
    expect(long).toEqual([])
  })

  it('reads environment variables in one place of the server', () => {
    expect(filesWith(/process\.env/).filter((path) => !path.startsWith('packages/cli/'))).toEqual([
      'packages/server/src/config.ts',
    ])
  })

  it('listens in main.ts alone', () => {
    expect(filesWith(/\.listen\(/).filter((path) => path.startsWith('packages/server/'))).toEqual([
      'packages/server/src/main.ts',
    ])
  })

  it('writes SQL under store/ alone', () => {
    const sql =
      /\b(SELECT\s+[\w*(].*\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE)\b/
    expect(filesWith(sql).filter((path) => !path.startsWith('packages/server/src/store/'))).toEqual([])
    expect(
      filesWith(/from '(kysely|node:sqlite)'/).filter((path) => !path.startsWith('packages/server/src/store/')),
    ).toEqual([])
  })

  it('takes time as an argument in the pure packages', () => {
    const pure = shipped.filter(({ path }) => /^packages\/(contract|redact|search|insights)\//.test(path))
    expect(filesWith(/\bDate\.now\(|new Date\(\)|performance\.now\(/, pure)).toEqual([])
  })

  it('never hands a string to an HTML parser', () => {
    const sinks =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc|createContextualFragment|dangerouslySetInnerHTML|\beval\(|new Function\(/
    expect(filesWith(sinks)).toEqual([])
  })

  it('leaves nothing half done behind', () => {
    expect(filesWith(/@ts-ignore|@ts-expect-error|\bas any\b|: any\b/)).toEqual([])
    expect(shipped.filter(({ text }) => /\b(TODO|FIXME|XXX)\b/.test(text)).map(({ path }) => path)).toEqual([])
  })
})

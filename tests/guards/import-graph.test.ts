/** Who may import whom (docs/architecture.md#who-imports-whom). */
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listImports, listSourceFiles } from '../support/source-files.ts'

const sources = listSourceFiles(/^(packages\/[^/]+\/src|examples\/[^/]+\/src)\/.*\.tsx?$/)
const isTest = (path: string) => /\.test\.tsx?$|\.(suite|support)\.tsx?$|\/test-[^/]*\.tsx?$|\/testing\//.test(path)
const shipped = sources.filter(({ path }) => !isTest(path))

/** Which workspace packages each package may import. */
const allowed: Record<string, string[]> = {
  contract: [],
  redact: ['@fanal/contract'],
  search: ['@fanal/contract'],
  insights: ['@fanal/contract', '@fanal/search'],
  sdk: ['@fanal/contract', '@fanal/redact', '@fanal/search'],
  console: ['@fanal/contract'],
  server: ['@fanal/contract', '@fanal/redact', '@fanal/search', '@fanal/insights'],
  cli: ['@fanal/contract', '@fanal/redact', '@fanal/search', '@fanal/insights', '@fanal/server'],
}
const packageOf = (path: string) => path.split('/')[1] ?? ''
const workspaceName = (specifier: string) => /^(@fanal\/[^/]+|fanal)(?:\/|$)/.exec(specifier)?.[1]

function breaches(files: typeof sources, broken: (file: (typeof sources)[number]) => string[]): string[] {
  return files.flatMap((file) => broken(file).map((what) => `${file.path}: ${what}`))
}

describe('the import graph', () => {
  it('reads the sources it guards', () => {
    expect(shipped.length).toBeGreaterThan(50)
  })

  it('lets a package import only what stands below it', () => {
    const found = breaches(
      shipped.filter(({ path }) => path.startsWith('packages/')),
      ({ path, text }) =>
        listImports(text)
          .map(({ specifier }) => workspaceName(specifier))
          .filter((name) => name !== undefined && !allowed[packageOf(path)]?.includes(name))
          .map((name) => `imports ${name}`),
    )
    expect(found).toEqual([])
  })

  it('lets no package reach into another by a relative path', () => {
    const found = breaches(sources, ({ path, text }) => {
      const home = path.split('/').slice(0, 2).join('/')
      return listImports(text)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .filter(({ specifier }) => !posix.join(posix.dirname(path), specifier).startsWith(`${home}/`))
        .filter(() => !isTest(path))
        .map(({ specifier }) => `reaches ${specifier}`)
    })
    expect(found).toEqual([])
  })

  it('calls import() in the widget from the three boot/load-*.ts alone (and from the loader, which starts boot)', () => {
    const found = shipped
      .filter(({ path }) => path.startsWith('packages/sdk/src/'))
      .filter(({ text }) => listImports(text).some(({ dynamic, typeOnly }) => dynamic && !typeOnly))
      .map(({ path }) => path.replace('packages/sdk/src/', ''))
      .filter((path) => !/^boot\/load-(first|chunk|rare)\.ts$/.test(path))
    expect(found.filter((path) => !/^(script|index)\.ts$|^boot\/load-boot\.ts$/.test(path))).toEqual([])
  })

  it('lets no widget chunk import another', () => {
    const found = breaches(
      shipped.filter(({ path }) => path.startsWith('packages/sdk/src/chunks/')),
      ({ path, text }) => {
        const chunk = path.split('/')[4]
        return listImports(text)
          .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly)
          .map(({ specifier }) => posix.join(posix.dirname(path), specifier))
          .filter((target) => target.startsWith('packages/sdk/src/chunks/') && target.split('/')[4] !== chunk)
          .map((target) => `imports ${target}`)
      },
    )
    expect(found).toEqual([])
  })

  it('keeps zod, Node and Markdown parsers out of what browsers load', () => {
    const forbidden = /^(zod|node:|fastify|kysely|pino|nodemailer|unified|remark|mdast|yaml$|@fanal\/contract\/schema)/
    const found = breaches(
      shipped.filter(
        ({ path }) => /^packages\/(contract|redact|search|sdk|console)\/src\//.test(path) && !/schema\.ts$/.test(path),
      ),
      ({ text }) =>
        listImports(text)
          .filter(({ specifier, typeOnly }) => forbidden.test(specifier) && !typeOnly)
          .map(({ specifier }) => `imports ${specifier}`),
    )
    expect(found).toEqual([])
  })

  it('lets examples use published entries only', () => {
    const found = breaches(
      sources.filter(({ path }) => path.startsWith('examples/')),
      ({ text }) =>
        listImports(text)
          .map(({ specifier }) => specifier)
          .filter((specifier) => workspaceName(specifier) !== undefined && specifier !== '@fanal/sdk'),
    )
    expect(found).toEqual([])
  })
})

/**
 * Copies the declarations that the public entry reaches, and no other. What they take from the contract package comes along,
 * for that package is not published.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * @param emitted what tsc wrote, `sdk/src/…` and `contract/src/…`
 * @param dist where `index.d.ts` goes, the contract's beside it under `contract/`
 */
export function publishTypes(emitted: string, dist: string): void {
  const placeOf = (file: string) =>
    file.replace(join(emitted, 'sdk/src'), dist).replace(join(emitted, 'contract/src'), join(dist, 'contract'))
  const done = new Set<string>()
  const copy = (file: string) => {
    if (done.has(file)) return
    done.add(file)
    const text = readFileSync(file, 'utf8').replace(
      /(\bfrom |\bimport\()(['"])(.+?)\2/g,
      (_, lead, quote, specifier) => {
        const target = resolveTypes(emitted, file, specifier)
        copy(target)
        const path = relative(dirname(placeOf(file)), placeOf(target)).replaceAll('\\', '/')
        return `${lead}${quote}${path.startsWith('.') ? '' : './'}${path.replace(/\.d\.ts$/, '.js')}${quote}`
      },
    )
    mkdirSync(dirname(placeOf(file)), { recursive: true })
    writeFileSync(placeOf(file), text)
  }
  copy(join(emitted, 'sdk/src/index.d.ts'))
}

/** @throws Error when a public type leans on something that is not published */
function resolveTypes(emitted: string, from: string, specifier: string): string {
  if (specifier === '@fanal/contract') return join(emitted, 'contract/src/index.d.ts')
  if (specifier.startsWith('.')) return join(dirname(from), specifier.replace(/\.tsx?$/, '.d.ts'))
  throw new Error(`${relative(emitted, from)} imports ${specifier}, which people who install the package do not have`)
}

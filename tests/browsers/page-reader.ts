/** Brings the finder (in-page.ts) into whatever page a browser shows, and waits for what a person would wait for. */
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { build } from 'vite'
import { repositoryRoot } from '../support/source-files.ts'
import type { DrivenBrowser } from './driven-browser.ts'

export interface Query {
  role: string
  /** exactly so; any where there is none */
  name?: string
  within?: Query
}

/** An element as a person meets it. */
export interface Found {
  /** its middle, CSS pixels from the top left of the window */
  x: number
  y: number
  width: number
  height: number
  name: string
  text: string
  value: string
  pressed: boolean
  expanded: boolean
  focused: boolean
  /** a pointer at its middle meets it, and nothing that lies over it */
  reachable: boolean
  colour: string
}

export interface PageReader {
  find(query: Query): Promise<Found[]>
  /** The one that is there; waits for it. */
  see(query: Query): Promise<Found>
  /** Waits until none is there. */
  miss(query: Query): Promise<void>
  /** Waits until it can be reached by a pointer, and presses it. */
  click(query: Query): Promise<void>
}

const place = 'document[Symbol.for("fanal-in-page")]'

/** The finder as one script, bundled from its source. */
export async function bundleFinder(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(repositoryRoot, 'tests/browsers/in-page.ts'), formats: ['iife'], name: 'finder' },
    },
  })
  const [first] = [built].flat()
  const file = first && 'output' in first && first.output[0]
  if (!file) throw new Error('tests/browsers/in-page.ts gave no bundle')
  return file.code
}

export function readPage(browser: DrivenBrowser, finder: string): PageReader {
  const ask = async <T>(call: string): Promise<T> => {
    // A page that was left has taken the finder along.
    if (!(await browser.evaluate<boolean>(`!!${place}`))) await browser.evaluate(`(() => {${finder}})()`)
    return browser.evaluate<T>(`${place}.${call}`)
  }
  const find = (query: Query) => ask<Found[]>(`find(${JSON.stringify(query)})`)
  const words = ({ role, name }: Query) => `${role}${name ? ` « ${name} »` : ''}`
  return {
    find,
    async see(query) {
      let found: Found[] = []
      const look = async () => {
        found = await find(query)
        return found.length
      }
      await expect.poll(look, { message: `${words(query)} is there` }).toBeGreaterThan(0)
      return found[0] as Found
    },
    miss: (query) => expect.poll(async () => (await find(query)).length, { message: `no ${words(query)}` }).toBe(0),
    async click(query) {
      let last: Found | undefined
      await expect
        .poll(
          async () => {
            const before = last
            last = (await find(query))[0]
            if (!last) return 'missing'
            if (!last.reachable) {
              await ask(`scrollTo(${JSON.stringify(query)})`)
              return 'out of reach'
            }
            // Twice at the same place: what still moves is missed by a pointer.
            return before?.x === last.x && before.y === last.y ? 'reachable' : 'moving'
          },
          { message: `${words(query)} can be pressed`, intervals: [30, 30, 100, 250] },
        )
        .toBe('reachable')
      if (last) await browser.click(last.x, last.y)
    },
  }
}

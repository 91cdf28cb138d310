/** Declares the same tests for Firefox and WebKit; where one is not installed, its tests are skipped and the output says what is missing. */
import { test } from '@playwright/test'
import { type DrivenBrowser, MissingBrowser } from './driven-browser.ts'
import { bundleFinder, type PageReader, readPage } from './page-reader.ts'
import { startFirefox } from './start-firefox.ts'
import { startWebKit } from './start-webkit.ts'

export interface Desk {
  browser: DrivenBrowser
  page: PageReader
}

/** @param declare declares tests, which sit down when they run */
export function inEachBrowser(declare: (sitDown: () => Promise<Desk>) => void): void {
  for (const [family, start] of Object.entries({ Firefox: startFirefox, WebKit: startWebKit }))
    test.describe(family, () => {
      let desk: Desk

      test.beforeAll(async () => {
        try {
          const browser = await start()
          desk = { browser, page: readPage(browser, await bundleFinder()) }
        } catch (problem) {
          if (!(problem instanceof MissingBrowser)) throw problem
          process.stdout.write(`${family}: skipped. ${problem.message}\n`)
          // biome-ignore lint/suspicious/noSkippedTests: a machine without this browser has nothing to test
          test.skip(true, problem.message)
        }
        process.stdout.write(`${desk.browser.name}\n`)
      })
      test.afterAll(() => desk?.browser.close())

      declare(async () => {
        await desk.browser.resize(1280, 800)
        return desk
      })
    })
}

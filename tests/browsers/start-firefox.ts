/** Firefox through WebDriver BiDi, which it speaks itself: nothing stands between it and puppeteer-core. */
import { existsSync } from 'node:fs'
import puppeteer from 'puppeteer-core'
import { type DrivenBrowser, MissingBrowser } from './driven-browser.ts'

const paths = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']

/** @throws MissingBrowser when it is not installed */
export async function startFirefox(): Promise<DrivenBrowser> {
  const executablePath = paths.find(existsSync)
  if (!executablePath) throw new MissingBrowser('Firefox is not installed: apt-get install firefox-esr')
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
  const page = await browser.newPage()
  let errors: string[] = []
  page.on('pageerror', (problem) => errors.push(problem instanceof Error ? problem.message : String(problem)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  return {
    name: (await browser.version()).replace('firefox/', 'Firefox '),
    async goto(address) {
      await page.goto(address)
    },
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot()),
    async takeErrors() {
      const taken = errors
      errors = []
      return taken
    },
    close: () => browser.close(),
  }
}

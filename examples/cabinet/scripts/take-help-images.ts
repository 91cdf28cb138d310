/**
 * Takes the annotated pictures of the help articles from the running app, so that they can be retaken when a screen changes.
 * Run `npx vite preview` in this example, then `node examples/cabinet/scripts/take-help-images.ts`.
 */
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findBrowser, launchArgs } from '../../../scripts/find-browser.mjs'

const origin = `http://127.0.0.1:${process.env.CABINET_PORT ?? 4401}`
const images = join(import.meta.dirname, '..', 'help', 'images')

/** What the numbers of imprimantes.png point at, in the order of the article's steps. */
const marks = ['[data-status]', '[data-field=imprimante]', '[data-field=bac]', '[data-action=page-de-test]']

const executablePath = findBrowser()
const browser = await chromium.launch({ args: launchArgs, ...(executablePath ? { executablePath } : {}) })
try {
  const page = await browser.newPage({ viewport: { width: 1120, height: 720 }, colorScheme: 'light' })
  // the picture shows the app alone
  await page.route('**/fanal.js', (route) => route.abort())
  await page.goto(`${origin}/parametres/imprimantes`)
  await page.getByRole('heading', { level: 1, name: 'Imprimantes' }).waitFor()
  await page.evaluate((selectors) => {
    for (const [index, selector] of selectors.entries()) {
      const box = document.querySelector(selector)?.getBoundingClientRect()
      if (!box) throw new Error(`Nothing on the screen matches ${selector}.`)
      const mark = document.createElement('div')
      mark.textContent = String(index + 1)
      Object.assign(mark.style, {
        position: 'fixed',
        left: `${box.left - 25}px`,
        top: `${box.top + box.height / 2 - 15}px`,
        width: '30px',
        height: '30px',
        borderRadius: '50%',
        border: '2px solid #fff',
        background: '#b3261e',
        color: '#fff',
        font: '700 16px/26px sans-serif',
        textAlign: 'center',
        zIndex: '10',
      })
      document.body.append(mark)
    }
  }, marks)
  await page.screenshot({ path: join(images, 'imprimantes.png'), clip: { x: 224, y: 60, width: 896, height: 482 } })
} finally {
  await browser.close()
}

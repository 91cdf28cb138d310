/** What a tour costs: bytes on the wire until its first step shows, and main-thread time of going on by one step. */
import type { Browser, Page } from 'playwright'
import { record } from '../widget/measure-cpu.ts'
import type { Scenario } from './scenario.ts'
import { step } from './scenario.ts'
import { stageOf } from './stage.ts'
import type { Subject } from './subjects.ts'

/** A page of some size, five targets in it. */
export const costScenario: Scenario = {
  id: 'cost',
  name: 'cost',
  steps: [1, 2, 3, 4, 5].map((number) =>
    step(`Pas ${number}`, { target: { css: `#but-${number}`, role: 'button', name: `Ouvrir ${number}` } }),
  ),
  body: `<table>${Array.from({ length: 300 }, (_, line) => `<tr><td>Feuille ${line}</td><td>30,00 €</td><td>${line % 60 === 5 ? `<button id="but-${(line - 5) / 60 + 1}">Ouvrir ${(line - 5) / 60 + 1}</button>` : 'envoyée'}</td></tr>`).join('')}</table>`,
  run: () => Promise.resolve(null),
}

export interface Cost {
  /** scripts and style sheets, as sent (brotli) */
  bytes: number
  /** milliseconds of the main thread for each step after the first: script, style and layout */
  stepMs: number
}

/** The step's own work is over after this long: animations and smooth scrolling among it. */
const settleMs = 1200

export async function measureCost(browser: Browser, subject: Subject, address: string): Promise<Cost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const tracing = await browser.newBrowserCDPSession()
  try {
    const page = await context.newPage()
    const bytes = countBytes(page)
    await page.goto(address)
    await page.waitForFunction(subject.ready)
    const stage = stageOf(page, subject)
    await stage.start()
    const shown = await stage.shows('Pas 1')
    if (shown) throw new Error(`${subject.name}: ${shown}`)
    const sent = await bytes()
    await page.waitForTimeout(settleMs)
    const cost = await record(tracing, async () => {
      await page.evaluate(`performance.mark('bench')`)
      for (let number = 2; number <= 5; number++) {
        await stage.next()
        await page.waitForTimeout(settleMs)
      }
    })
    const last = await stage.shows('Pas 5')
    if (last) throw new Error(`${subject.name}: ${last}`)
    return { bytes: sent, stepMs: (cost.script + cost.style + cost.layout) / 4 }
  } finally {
    await tracing.detach()
    await context.close()
  }
}

/** Of everything but the page's own files. */
function countBytes(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url())
    if (!/\.(js|css)$/.test(pathname) || /^\/(page|tour)\./.test(pathname)) return
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** What is left in the page by twenty times of opening and closing, and by the end. */
import type { Browser, Page } from 'playwright'
import { countHeld, type Held } from '../../support/count-left.ts'
import { click, placeOfButton } from './measure-cpu.ts'
import type { Subject } from './subjects.ts'

export interface LeftFigures {
  /** more, for each time */
  perCycle: Held
  /** null where there is no way to end it */
  held: Held | null
}

const cycles = 20
/** In these, files load and the browser's caches fill. */
const warmUps = 3
const lastWordsMs = 2000

export async function measureLeft(browser: Browser, subject: Subject, address: string): Promise<LeftFigures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await page.goto(address)
    const at = await placeOfButton(page, subject)
    const openAndClose = async () => {
      await click(session, at)
      await page.waitForFunction(subject.useful)
      await twoFrames(page)
      await page.evaluate(subject.close)
      if (subject.useful !== 'true') await page.waitForFunction(`!(${subject.useful})`)
      await twoFrames(page)
    }
    for (let done = 0; done < warmUps; done++) await openAndClose()
    const before = await countHeld(session)
    for (let done = 0; done < cycles; done++) await openAndClose()
    const after = await countHeld(session)
    const perCycle = {
      nodes: Math.max(0, after.nodes - before.nodes) / cycles,
      listeners: Math.max(0, after.listeners - before.listeners) / cycles,
    }
    if (!subject.destroy) return { perCycle, held: null }
    await page.evaluate(subject.destroy)
    await page.evaluate(`for (const tag of document.querySelectorAll('[data-subject]')) tag.remove()`)
    // What was reported last is still being sent.
    await page.waitForTimeout(lastWordsMs)
    return { perCycle, held: await countHeld(session) }
  } finally {
    await context.close()
  }
}

/** What a view does once it has been drawn, it has done then: some listen for keys only from then on. */
function twoFrames(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

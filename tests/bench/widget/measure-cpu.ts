/** One page view in a fresh profile, recorded: what loading costs the main thread, and what the click that opens costs it. */
import type { Browser, CDPSession, Page } from 'playwright'
import { type MainThreadCost, readTrace, type TraceEvent } from './read-trace.ts'
import type { Subject } from './subjects.ts'

export interface CpuFigures {
  load: MainThreadCost
  opening: MainThreadCost
}

/** Loading and opening are over after this long, at full speed; nothing asks the page meanwhile, for asking costs it time. */
const settleMs = 600

const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'v8.execute',
  'blink.user_timing',
  'toplevel',
  'blink',
  'scheduler',
]

/** @param slowdown times slower than this machine */
export async function measureCpu(
  browser: Browser,
  subject: Subject,
  address: string,
  slowdown: number,
): Promise<CpuFigures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const tracing = await browser.newBrowserCDPSession()
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript(`performance.mark('bench')`)
    const load = await record(tracing, async () => {
      await page.goto(address)
      await page.waitForTimeout(settleMs * slowdown)
    })
    const at = await placeOfButton(page, subject)
    const opening = await record(tracing, async () => {
      await page.evaluate(`performance.mark('bench')`)
      await click(session, at)
      await page.waitForTimeout(settleMs * slowdown)
    })
    if (!(await page.evaluate(subject.useful))) throw new Error(`${subject.name} did not open at ${slowdown}×.`)
    return { load, opening }
  } finally {
    await tracing.detach()
    await context.close()
  }
}

export async function record(tracing: CDPSession, run: () => Promise<void>): Promise<MainThreadCost> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]))
  tracing.on('Tracing.dataCollected', collect)
  await tracing.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories } })
  await run()
  const complete = new Promise((resolve) => tracing.once('Tracing.tracingComplete', resolve))
  await tracing.send('Tracing.end')
  await complete
  tracing.off('Tracing.dataCollected', collect)
  return readTrace(events, 'bench')
}

/** @returns the middle of the subject's button */
export async function placeOfButton(page: Page, { button, name }: Subject): Promise<{ x: number; y: number }> {
  // The answer is a plain value: a handle of the button would keep it, and all that hangs on it, from being freed.
  await page.waitForFunction(`!!(${button})`).catch((cause) => {
    throw new Error(`${name} shows no button to click.`, { cause })
  })
  return page.evaluate(`{
    const { left, top, width, height } = ${button}.getBoundingClientRect();
    ({ x: left + width / 2, y: top + height / 2 })
  }`)
}

/** A pointer that comes and clicks, as the browser itself hears of it. @param restMs how long it rests on the button before */
export async function click(session: CDPSession, at: { x: number; y: number }, restMs = 0): Promise<void> {
  await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at })
  if (restMs) await new Promise((resolve) => setTimeout(resolve, restMs))
  for (const type of ['mousePressed', 'mouseReleased'] as const)
    await session.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 })
}

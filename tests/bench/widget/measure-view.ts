/** One page view in a fresh profile, asked about while it goes on: times a person sees, bytes, requests, moved layout, back/forward cache. */
import type { Browser, CDPSession, Page } from 'playwright'
import { click, placeOfButton } from './measure-cpu.ts'
import type { Subject } from './subjects.ts'

export interface Weight {
  /** scripts and styles as they travelled, brotli, without headers */
  files: number
  /** everything, with headers */
  wire: number
  requests: number
}

export interface ViewFigures {
  /** from the click to the frame that shows something useful */
  usefulMs: number
  beforeClick: Weight
  useful: Weight
  /** with every other view brought up once, and what was reported sent */
  allViews: Weight
  layoutShift: number
  /** before and after use */
  restored: boolean
}

/** @param restMs how long the pointer rests on the button before it clicks */
export async function measureView(
  browser: Browser,
  subject: Subject,
  address: string,
  elsewhere: string,
  { slowdown = 1, restMs = 0 },
): Promise<ViewFigures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const weigh = await weighTraffic(session)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript(watchShifts)
    await page.goto(address)
    const at = await placeOfButton(page, subject)
    await page.waitForLoadState('networkidle')
    const beforeClick = weigh()
    const restoredBefore = await comesBack(page, elsewhere)
    await page.evaluate(noteUseful, subject.useful)
    await click(session, at, restMs)
    await page.waitForFunction('window.usefulMs !== undefined')
    const useful = weigh()
    const usefulMs = await page.evaluate<number>('window.usefulMs')
    for (const { show, shown } of subject.views) {
      await page.evaluate(show)
      await page.waitForFunction(shown)
      await page.waitForLoadState('networkidle')
    }
    const allViews = weigh()
    const layoutShift = await page.evaluate<number>('window.layoutShift')
    const restored = restoredBefore && (await comesBack(page, elsewhere))
    return { usefulMs, beforeClick, useful, allViews, layoutShift, restored }
  } finally {
    await context.close()
  }
}

/** Counts what the page asks for besides itself. */
async function weighTraffic(session: CDPSession): Promise<() => Weight> {
  const files = new Map<string, number>()
  const wire = new Map<string, number>()
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (type === 'Document' || request.url.startsWith('data:')) return
    wire.set(requestId, 0)
    if (type === 'Script' || type === 'Stylesheet') files.set(requestId, 0)
  })
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const before = files.get(requestId)
    if (before !== undefined) files.set(requestId, before + encodedDataLength)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (wire.has(requestId)) wire.set(requestId, encodedDataLength)
  })
  const sum = (figures: Map<string, number>) => [...figures.values()].reduce((total, one) => total + one, 0)
  return () => ({ files: sum(files), wire: sum(wire), requests: wire.size })
}

function watchShifts(): void {
  const page = window as unknown as { layoutShift: number }
  page.layoutShift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) page.layoutShift += (entry as PerformanceEntry & { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** From the next click on looks at every frame whether something useful is shown. */
function noteUseful(useful: string): void {
  const page = window as unknown as { usefulMs: number | undefined }
  const isUseful = Function(`return ${useful}`) as () => boolean
  addEventListener(
    'click',
    ({ timeStamp }) => {
      const look = () => {
        if (isUseful()) page.usefulMs = performance.now() - timeStamp
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    },
    { capture: true, once: true },
  )
}

async function comesBack(page: Page, elsewhere: string): Promise<boolean> {
  await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })))
  await page.goto(elsewhere)
  // A page that is restored does not load again.
  await page.goBack({ waitUntil: 'commit' })
  return page.evaluate<boolean>('window.persisted === true')
}

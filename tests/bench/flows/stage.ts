/** One subject on one page: what a person does there, and what can be seen of the tour. */
import type { Locator, Page } from 'playwright'
import { type Box, pointedBox, type Subject } from './subjects.ts'

/** null is a pass; anything else says in a few words what went wrong. */
export type Verdict = string | null

export interface Stage {
  page: Page
  subject: Subject
  card: Locator
  /** Clicks the button that starts the tour, as a person does. */
  start(): Promise<void>
  /** Clicks the card's way on, as soon as a person has read it. */
  next(): Promise<void>
  /** Clicks something of the page, as soon as a person has read the card. */
  click(selector: string): Promise<void>
  /** The card shows the step of this title. */
  shows(title: string, withinMs?: number): Promise<Verdict>
  /** The card points at what is found: ring and card where it is, the card beside it and inside the window. */
  pointsAt(found: Locator, withinMs?: number): Promise<Verdict>
}

/** How far the middle of what is pointed at may be from the target's, and the card from its edge, px. */
const offCentrePx = 14
const besidePx = 90
/** Nobody reads a card faster: what fades in and slides has come to rest by then. */
const readingMs = 700

export function stageOf(page: Page, subject: Subject): Stage {
  const card = page.locator(subject.card).first()
  const read = async (selector: string) => {
    await page.waitForTimeout(readingMs)
    await page
      .locator(selector)
      .first()
      .click({ timeout: 3000 })
      .catch((cause) => {
        throw new Error(`${selector.startsWith('#') ? selector : 'the card’s button'} cannot be clicked`, { cause })
      })
  }
  return {
    page,
    subject,
    card,
    start: () => page.locator('#visite').click({ timeout: 3000 }),
    next: () => read(subject.next),
    click: read,
    shows: (title, withinMs = 4000) =>
      until(withinMs, async () => {
        if (!(await card.isVisible())) return 'no card'
        const text = await card.innerText({ timeout: 1000 })
        return text.includes(title) ? null : `the card says "${text.replace(/\s+/g, ' ').slice(0, 30)}"`
      }),
    pointsAt: (found, withinMs = 3000) =>
      until(withinMs, async () => {
        if (!(await card.isVisible())) return 'no card'
        const [wanted, drawn, shown] = await Promise.all([
          found.boundingBox({ timeout: 500 }),
          pointedBox(page, subject),
          card.boundingBox({ timeout: 500 }),
        ])
        return judge(wanted, drawn, shown, page.viewportSize() ?? { width: 0, height: 0 })
      }),
  }
}

function judge(
  wanted: Box | null,
  drawn: Box | null,
  card: Box | null,
  view: { width: number; height: number },
): Verdict {
  if (!wanted) return 'the target is not there'
  if (!drawn) return 'points at nothing'
  const off = Math.hypot(middle(wanted).x - middle(drawn).x, middle(wanted).y - middle(drawn).y)
  if (off > offCentrePx) return `points ${Math.round(off)} px beside the target`
  if (!card || !isInside(card, view)) return 'the card is partly outside the window'
  if (gap(card, wanted) > besidePx) return `the card stands ${Math.round(gap(card, wanted))} px from the target`
  return coveredShare(card, wanted) > 0.2 ? 'the card covers the target' : null
}

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })

export function isInside({ x, y, width, height }: Box, view: { width: number; height: number }): boolean {
  return x >= -1 && y >= -1 && x + width <= view.width + 1 && y + height <= view.height + 1
}

/** Shortest way between the edges of two boxes, px; 0 where they overlap. */
function gap(a: Box, b: Box): number {
  const across = Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width))
  const along = Math.max(0, a.y - (b.y + b.height), b.y - (a.y + a.height))
  return Math.hypot(across, along)
}

export function coveredShare(over: Box, under: Box): number {
  const width = Math.min(over.x + over.width, under.x + under.width) - Math.max(over.x, under.x)
  const height = Math.min(over.y + over.height, under.y + under.height) - Math.max(over.y, under.y)
  return (Math.max(0, width) * Math.max(0, height)) / Math.max(1, under.width * under.height)
}

/** Asks again and again until it is a pass; the last answer once the time is over. */
export async function until(withinMs: number, ask: () => Promise<Verdict>): Promise<Verdict> {
  const end = Date.now() + withinMs
  for (;;) {
    const verdict = await ask().catch((cause: Error) => cause.message.split('\n')[0] ?? 'failed')
    if (verdict === null || Date.now() > end) return verdict
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** The first that is no pass. */
export async function allOf(...checks: (() => Promise<Verdict>)[]): Promise<Verdict> {
  for (const check of checks) {
    const verdict = await check()
    if (verdict !== null) return verdict
  }
  return null
}

import type { Ticket } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import type { InsightSignal } from './history.ts'
import { computePages } from './pages-report.ts'

const start = Date.parse('2026-03-02T09:00:00Z')
const week = 7 * 86_400_000

/** One visit of a practice of its own: the pages in order, a minute apart, each with the panel opened; `!` sends a contact. */
function visit(visitor: string, ...pages: string[]): InsightSignal[] {
  let page = '/'
  return pages.map((step, place) => {
    if (step !== '!') page = step
    const name = step === '!' ? 'contact_sent' : 'panel_opened'
    const props = step === '!' ? { contactRef: `F-${visitor}`, channel: 'mail', priority: 'P3' } : { by: 'launcher' }
    return {
      id: `${visitor} ${place}`,
      name,
      at: start + place * 60_000,
      sessionId: visitor,
      visitorId: visitor,
      accountId: `practice of ${visitor}`,
      page: { key: page },
      props,
    } as InsightSignal
  })
}

const people = (count: number, name: string, ...pages: string[]) =>
  Array.from({ length: count }, (_, place) => visit(`${name}${place}`, ...pages)).flat()

function report(signals: InsightSignal[], tickets: Ticket[] = []) {
  return computePages({
    project: 'demo',
    signals,
    tickets,
    from: start,
    to: start + week,
    now: start + week,
    windowMs: 72 * 3_600_000,
    mode: 'identified',
    suggestionsOn: (page) => (page === '/facturation' ? ['rejet'] : []),
  })
}

describe('the pages report', () => {
  const twenty = [
    ...people(4, 'a', '/facturation', '!', '/agenda'),
    ...people(6, 'b', '/facturation'),
    ...people(7, 'c', '/agenda'),
    ...people(3, 'd', '/agenda', '/import'),
  ]

  it('divides the share of contacts after a page by that of all sessions', () => {
    const { base, sessions, contacts, contactRate, pages } = report(twenty)
    expect({ base, sessions, contacts, share: contactRate.value }).toEqual({
      base: 'signals',
      sessions: 20,
      contacts: 4,
      share: 0.2,
    })
    // 4 of 10 against 4 of 20; Wilson's low end of 4 of 10 is 16.8 %
    expect(pages).toEqual([
      {
        page: '/facturation',
        sessions: 10,
        contacts: 4,
        contactRate: expect.objectContaining({ value: 0.4, n: 10 }),
        lift: { value: 2, low: expect.closeTo(0.841, 3), high: expect.closeTo(3.437, 3) },
        suggestions: ['rejet'],
      },
    ])
  })

  it('leaves out a page seen only after the contact, and one seen by fewer than three accounts', () => {
    expect(report(twenty).pages.map(({ page }) => page)).toEqual(['/facturation'])
    const rare = [...twenty, ...people(2, 'e', '/securite', '!')]
    expect(report(rare).pages.map(({ page }) => page)).toEqual(['/facturation'])
  })

  it('puts a page with many cases before a rare one with a higher share', () => {
    const signals = [
      ...people(30, 'a', '/facturation', '!'),
      ...people(30, 'b', '/facturation'),
      ...people(2, 'c', '/import', '!'),
      ...people(1, 'd', '/import'),
      ...people(137, 'e', '/agenda'),
    ]
    const lines = report(signals).pages.map(
      ({ page, lift }) => `${page} ${lift.value.toFixed(2)} ${lift.low.toFixed(2)}`,
    )
    // 50 % and 67 % against 16 % of all: Wilson's low ends are 37.7 % and 20.8 %
    expect(lines).toEqual(['/facturation 3.13 2.36', '/import 4.17 1.30'])
  })

  it('counts a ticket for its visitor’s last session before it, once, and not after the window', () => {
    const signals = people(5, 'a', '/facturation')
    const ticket = (visitorId: string, hours: number): Ticket => ({
      id: `${visitorId} ${hours}`,
      visitorId,
      createdAt: start + hours * 3_600_000,
    })
    expect(report(signals, [ticket('a0', 1), ticket('a0', 2), ticket('a1', 71), ticket('a2', 73)]).contacts).toBe(2)
    const known: Ticket = { id: 'z', contactRef: 'F-b0', createdAt: start + 3_600_000 }
    expect(report([...signals, ...visit('b0', '/facturation', '!')], [known]).contacts).toBe(1)
  })

  it('takes the sessions with page views alone for its base where there are any', () => {
    const views = people(3, 'v', '/facturation', '!').map(
      (signal): InsightSignal =>
        signal.name === 'panel_opened' ? ({ ...signal, name: 'page_viewed', props: {} } as InsightSignal) : signal,
    )
    expect(report([...views, ...people(9, 'a', '/facturation')])).toMatchObject({
      base: 'page_viewed',
      sessions: 3,
      contacts: 3,
    })
  })

  it('is empty without contacts', () => {
    expect(report(people(5, 'a', '/facturation')).pages).toEqual([])
    expect(report([])).toMatchObject({ sessions: 0, contactRate: { value: null }, pages: [] })
  })
})

import { readFileSync } from 'node:fs'
import type { DeflectionReport, Signal, Ticket } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import { computeDeflection, type DeflectionInput } from './deflection-report.ts'

const hour = 3_600_000
const lines = readFileSync(new URL('./worked-example.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const records: { kind: string; createdAt?: string }[] = lines.map((line) => JSON.parse(line))
const signals = records.filter(({ kind }) => kind === 'signal') as unknown as Signal[]
const tickets = records
  .filter(({ kind }) => kind === 'ticket')
  .map((record) => ({ ...record, createdAt: Date.parse(record.createdAt ?? '') }) as unknown as Ticket)

function report(now: string, windowHours: number, change: Partial<DeflectionInput> = {}): DeflectionReport {
  return computeDeflection({
    project: 'demo',
    signals,
    tickets,
    from: Date.parse('2026-03-02'),
    to: Date.parse('2026-03-09'),
    now: Date.parse(now),
    windowMs: windowHours * hour,
    mode: 'identified',
    costs: { perTicket: 10 },
    ...change,
  })
}

describe('the worked example, seen on 9 March with a window of 72 h', () => {
  const seen = report('2026-03-09', 72)

  it('counts sessions and episodes', () => {
    expect(seen).toMatchObject({
      provisional: true,
      sessions: 8,
      engagedEpisodes: 7,
      notEngaged: 1,
      immature: 1,
      episodes: 6,
      tickets: 3,
      outcomes: { post_ticket: 0, explicit: 1, confirmed: 2, assumed: 1, contacted: 1, abandoned: 1 },
      pi: { value: 0.5, source: 'hypothesis' },
      headline: 'deflection',
      simulated: false,
    })
  })

  it('weighs votes with the prior', () => {
    expect(seen.helpfulness).toEqual([
      { kind: 'article', id: 'A12', yes: 1, no: 0, h: 7 / 11 },
      { kind: 'article', id: 'A7', yes: 0, no: 1, h: 6 / 11 },
      { kind: 'flow', id: 'F2', yes: 0, no: 0, h: 3 / 5 },
    ])
  })

  it('gives the avoided tickets, the deflection, its interval and its bounds', () => {
    expect(seen.avoidedTickets).toBeCloseTo(51 / 22, 12)
    expect(seen.deflection.value).toBeCloseTo(17 / 39, 12)
    expect(seen.deflection.n).toBe(7)
    expect(percent(seen.deflection.low)).toBe('16.26')
    expect(percent(seen.deflection.high)).toBe('75.47')
    expect(seen.bounds.low).toBeCloseTo(1 / 4, 12)
    expect(seen.bounds.high).toBeCloseTo(4 / 7, 12)
  })

  it('gives the rates over episodes', () => {
    expect(seen.selfServiceResolution.value).toBeCloseTo(2 / 3, 12)
    expect(percent(seen.selfServiceResolution.low)).toBe('30.00')
    expect(percent(seen.selfServiceResolution.high)).toBe('90.32')
    expect(seen.apparentRate.value).toBeCloseTo(5 / 6, 12)
    expect(seen.contactAfterHelp.value).toBeCloseTo(1 / 6, 12)
    expect(seen.abandon.value).toBeCloseTo(1 / 6, 12)
  })

  it('credits items by last touch and in shares', () => {
    expect(credits(seen.attribution.lastTouch)).toEqual({
      A7: '1.000000000000',
      A12: '0.818181818182',
      F2: '0.500000000000',
    })
    expect(credits(seen.attribution.shared)).toEqual({
      A12: '1.318181818182',
      A7: '0.500000000000',
      F2: '0.500000000000',
    })
  })

  it('says what was saved', () => {
    expect(seen.saved?.amount.toFixed(2)).toBe('23.18')
    expect(seen.saved).toMatchObject({ currency: 'EUR', costPerTicket: 10, source: 'settings' })
    expect(report('2026-03-09', 72, { costs: undefined }).saved).toMatchObject({
      costPerTicket: 10,
      source: 'hypothesis',
    })
  })

  it('takes content work and the tool off what was saved, and says how much', () => {
    const costs = { perTicket: 100, contentHours: 2, hourlyRate: 30, tool: 40 }
    const { saved } = report('2026-03-09', 72, { costs })
    // 51/22 × 100 € − (2 h × 30 € + 40 €)
    expect(saved?.amount.toFixed(2)).toBe('131.82')
    expect(saved?.spent).toBe(100)
  })
})

describe('the worked example, seen on 20 March with a window of 168 h', () => {
  const seen = report('2026-03-20', 168)

  it('gives the second column', () => {
    expect(seen).toMatchObject({
      provisional: false,
      sessions: 8,
      engagedEpisodes: 7,
      notEngaged: 1,
      immature: 0,
      episodes: 7,
      tickets: 3,
      outcomes: { post_ticket: 0, explicit: 1, confirmed: 1, assumed: 1, contacted: 2, abandoned: 2 },
    })
    expect(seen.helpfulness.map(({ id, h }) => [id, h])).toEqual([
      ['A12', 7 / 11],
      ['A7', 6 / 11],
      ['F2', 3 / 5],
    ])
    expect(seen.avoidedTickets).toBeCloseTo(20 / 11, 12)
    expect(seen.deflection.value).toBeCloseTo(20 / 53, 12)
    expect([percent(seen.deflection.low), percent(seen.deflection.high)]).toEqual(['11.86', '73.18'])
    expect(seen.bounds.low).toBeCloseTo(1 / 4, 12)
    expect(seen.bounds.high).toBeCloseTo(1 / 2, 12)
    expect(percent(seen.selfServiceResolution.value)).toBe('42.86')
    expect([percent(seen.selfServiceResolution.low), percent(seen.selfServiceResolution.high)]).toEqual([
      '15.82',
      '74.95',
    ])
    expect(percent(seen.apparentRate.value)).toBe('71.43')
    expect(seen.contactAfterHelp.value).toBeCloseTo(2 / 7, 12)
    expect(seen.abandon.value).toBeCloseTo(2 / 7, 12)
    expect(credits(seen.attribution.lastTouch)).toEqual({ A7: '1.000000000000', A12: '0.818181818182' })
    expect(credits(seen.attribution.shared)).toEqual({ A12: '1.318181818182', A7: '0.500000000000' })
    expect(seen.saved?.amount.toFixed(2)).toBe('18.18')
  })
})

describe('what must not move the figure', () => {
  it('a second session the same day leaves the avoided tickets as they are', () => {
    const again = signals.map((signal) => ({
      ...signal,
      id: `again-${signal.id}`,
      sessionId: `again-${signal.sessionId}`,
      at: signal.at + 2 * hour,
    }))
    const u4Again = again.filter(({ visitorId }) => visitorId === 'u4')
    const seen = report('2026-03-09', 72, { signals: [...signals, ...u4Again] })
    expect(seen.sessions).toBe(9)
    expect(seen.avoidedTickets).toBeCloseTo(51 / 22, 12)
  })

  it('help after a ticket leaves the avoided tickets as they are', () => {
    const afterTicket = signals
      .filter(({ id }) => id.startsWith('e08'))
      .map((signal) => ({
        ...signal,
        id: `u9-${signal.id}`,
        visitorId: 'u9',
        sessionId: 'u9',
        at: Date.parse('2026-03-05T15:00:00Z'),
      }))
    const seen = report('2026-03-09', 72, { signals: [...signals, ...afterTicket] })
    expect(seen.outcomes.post_ticket).toBe(1)
    expect(seen.episodes).toBe(6)
    expect(seen.avoidedTickets).toBeCloseTo(51 / 22, 12)
  })

  it('replaying signals and tickets changes nothing', () => {
    const seen = report('2026-03-09', 72, {
      signals: [...signals, ...signals].reverse(),
      tickets: [...tickets, ...tickets],
    })
    expect(seen).toEqual(report('2026-03-09', 72))
  })

  it('what happens after "now" is not looked at', () => {
    const later = { ...tickets[0], id: 'k4', createdAt: Date.parse('2026-03-09T10:00:00Z'), visitorId: 'u1' } as Ticket
    expect(report('2026-03-09', 72, { tickets: [...tickets, later] })).toEqual(report('2026-03-09', 72))
  })
})

describe('anonymous mode', () => {
  const seen = report('2026-03-20', 72, { mode: 'anonymous' })

  it('puts the resolution inside the session first and claims nothing against tickets', () => {
    expect(seen.headline).toBe('session_resolution')
    expect(seen.deflection).toEqual({ value: null, low: null, high: null, n: 0 })
    expect(seen.bounds).toEqual({ low: null, high: null })
    expect(seen.saved).toBeNull()
  })

  it('joins no ticket: u3 wrote one and still counts as abandoned', () => {
    expect(seen.outcomes).toEqual({ post_ticket: 0, contacted: 0, explicit: 1, confirmed: 2, assumed: 1, abandoned: 3 })
    expect(seen.selfServiceResolution.value).toBeCloseTo(4 / 7, 12)
  })
})

describe('a period without anything', () => {
  it('says null where there is nothing to divide by', () => {
    const seen = report('2026-03-20', 72, { signals: [], tickets: [] })
    expect(seen.deflection).toEqual({ value: null, low: null, high: null, n: 0 })
    expect(seen.selfServiceResolution).toEqual({ value: null, low: null, high: null, n: 0 })
    expect(seen.bounds).toEqual({ low: null, high: null })
    expect(seen.avoidedTickets).toBe(0)
  })
})

function percent(value: number | null): string {
  return value === null ? 'null' : (100 * value).toFixed(2)
}

function credits(list: { id: string; credit: number }[]): Record<string, string> {
  return Object.fromEntries(list.map(({ id, credit }) => [id, credit.toFixed(12)]))
}

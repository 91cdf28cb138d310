import type { EpisodeOutcome, SignalName, SignalProps, Ticket } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import { readHistory } from './help-history.ts'
import type { InsightMode, InsightSignal } from './history.ts'

const start = Date.parse('2026-03-02T09:00:00Z')
const hour = 3_600_000
let made = 0

function signal<N extends SignalName>(atMs: number, name: N, props: SignalProps[N], who: Partial<InsightSignal> = {}) {
  made += 1
  return {
    id: `s${String(made).padStart(4, '0')}`,
    name,
    at: start + atMs,
    sessionId: 'one',
    visitorId: 'u1',
    verified: true,
    page: { key: '/' },
    props,
    ...who,
  } as InsightSignal
}

const opened = (atMs: number, who?: Partial<InsightSignal>) =>
  signal(atMs, 'article_opened', { articleId: 'A1', revision: 1, from: 'search' }, who)
const read = (atMs: number, activeMs = 10_000) =>
  signal(atMs, 'article_read', { articleId: 'A1', revision: 1, activeMs })
const voted = (atMs: number, helpful: boolean) => signal(atMs, 'vote_cast', { articleId: 'A1', revision: 1, helpful })
const contact = (atMs: number) => signal(atMs, 'contact_opened', { from: 'home' })
const started = (atMs: number, by: SignalProps['flow_started']['by']) =>
  signal(atMs, 'flow_started', { flowId: 'F1', version: 1, by })
const step = (atMs: number, stepId: string) => signal(atMs, 'flow_step_seen', { flowId: 'F1', stepId })
const ticket = (atMs: number, change: Partial<Ticket> = {}): Ticket => ({
  id: `k${atMs}`,
  createdAt: start + atMs,
  visitorId: 'u1',
  ...change,
})

function readAll(signals: InsightSignal[], tickets: Ticket[] = [], mode: InsightMode = 'identified') {
  return readHistory({ signals, tickets, now: start + 60 * 24 * hour, windowMs: 72 * hour, mode })
}

function outcomes(signals: InsightSignal[], tickets: Ticket[] = [], mode?: InsightMode): EpisodeOutcome[] {
  return readAll(signals, tickets, mode).episodes.map(({ outcome }) => outcome)
}

describe('how an episode ends', () => {
  it.each<[string, InsightSignal[], Ticket[], EpisodeOutcome]>([
    ['an article was read', [opened(0), read(9)], [], 'assumed'],
    ['an article was looked at for less than 10 s', [opened(0), read(9, 9999)], [], 'abandoned'],
    ['the last vote is yes', [opened(0), voted(1, false), voted(2, true)], [], 'confirmed'],
    ['the last vote is no', [opened(0), read(1), voted(2, true), voted(3, false)], [], 'abandoned'],
    [
      'a flow solved it',
      [started(0, 'visitor'), signal(5, 'flow_completed', { flowId: 'F1', solved: true })],
      [],
      'confirmed',
    ],
    [
      'a flow ended unsolved',
      [started(0, 'visitor'), signal(5, 'flow_completed', { flowId: 'F1', solved: false })],
      [],
      'abandoned',
    ],
    ['reading after the contact form, nothing sent', [contact(0), opened(1), read(2)], [], 'explicit'],
    ['reading before the contact form only', [opened(0), read(1), contact(2)], [], 'abandoned'],
    [
      'a flow completed after the contact form',
      [contact(0), started(1, 'visitor'), signal(5, 'flow_completed', { flowId: 'F1' })],
      [],
      'explicit',
    ],
    [
      'the contact was sent',
      [opened(0), read(1), signal(5, 'contact_sent', { contactRef: 'F-1', channel: 'email', priority: 'P3' })],
      [],
      'contacted',
    ],
    ['a ticket exactly when the window ends', [opened(0), read(0)], [ticket(72 * hour)], 'contacted'],
    ['a ticket just after the window', [opened(0), read(0)], [ticket(72 * hour + 1)], 'assumed'],
    ['a ticket at the start', [opened(0), read(1)], [ticket(0)], 'contacted'],
    ['a ticket just before', [opened(0), read(1)], [ticket(-1)], 'post_ticket'],
    ['a ticket 24 h before', [opened(0), read(1)], [ticket(-24 * hour)], 'post_ticket'],
    ['a ticket more than 24 h before', [opened(0), read(1)], [ticket(-24 * hour - 1)], 'assumed'],
    ['a ticket of somebody else', [opened(0), read(1)], [ticket(5, { visitorId: 'u2' })], 'assumed'],
  ])('%s', (_, signals, tickets, outcome) => {
    expect(outcomes(signals, tickets)).toEqual([outcome])
  })

  it('a ticket without a visitor finds the one who sent the contact it came from', () => {
    const sent = signal(5, 'contact_sent', { contactRef: 'F-7', channel: 'email', priority: 'P3' })
    const { episodes } = readAll([contact(0), sent], [{ id: 'k1', createdAt: start + hour, contactRef: 'F-7' }])
    expect(episodes[0]?.tickets.map(({ id }) => id)).toEqual(['k1'])
  })
})

describe('where an episode begins and ends', () => {
  it('a gap of exactly 24 h starts a new one, a millisecond less does not', () => {
    expect(outcomes([opened(0), opened(24 * hour)])).toHaveLength(2)
    expect(outcomes([opened(0), opened(24 * hour - 1)])).toHaveLength(1)
  })

  it('what is only shown neither opens nor prolongs one', () => {
    const shown = [12, 24, 36].map((hours) => signal(hours * hour, 'panel_opened', { by: 'launcher' }))
    expect(outcomes(shown)).toEqual([])
    expect(outcomes([opened(0), ...shown, opened(40 * hour)])).toHaveLength(2)
  })

  it('a ticket belongs to the latest episode that can hold it, and to no other', () => {
    const { episodes } = readAll([opened(0), opened(30 * hour)], [ticket(31 * hour)])
    expect(episodes.map(({ tickets }) => tickets.length)).toEqual([0, 1])
  })

  it('a flow that started by itself counts once the visitor advances', () => {
    expect(outcomes([started(0, 'first_visit'), step(1, 'a')])).toEqual([])
    expect(outcomes([started(0, 'first_visit'), step(1, 'a'), step(2, 'b')])).toEqual(['abandoned'])
    expect(outcomes([started(0, 'visitor'), step(1, 'a')])).toEqual(['abandoned'])
  })

  it('a signed identity and a claimed one are two visitors; the ticket goes to the signed one', () => {
    const { episodes } = readAll([opened(0), opened(1, { verified: false })], [ticket(hour)])
    expect(episodes.map(({ episode, tickets }) => [episode.visitor, tickets.length])).toEqual([
      ['verified:u1', 1],
      ['claimed:u1', 0],
    ])
  })

  it('in anonymous mode an episode is a session, and no ticket is joined', () => {
    const later = { sessionId: 'two' }
    expect(outcomes([opened(0), read(1), opened(2 * hour, later)], [ticket(hour)], 'anonymous')).toEqual([
      'assumed',
      'abandoned',
    ])
  })
})

describe('sessions', () => {
  it('end after more than 30 min of silence', () => {
    const half = hour / 2
    expect(readAll([opened(0), opened(half)]).sessions).toHaveLength(1)
    expect(readAll([opened(0), opened(half + 1)]).sessions).toHaveLength(2)
  })
})

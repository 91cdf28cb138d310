import type { DeflectionReport, Ticket } from '@fanal/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribute, type HelpedEpisode } from './attribution.ts'
import { computeDeflection } from './deflection-report.ts'
import { Fraction } from './fraction.ts'
import { readHistory } from './help-history.ts'
import { countVotes, lastVotes } from './helpfulness.ts'
import type { InsightSignal } from './history.ts'
import { isHelped } from './outcomes.ts'

const from = Date.parse('2026-03-02')
const hour = 3_600_000
const period = { project: 'demo', from, to: from + 7 * 24 * hour, windowMs: 72 * hour, mode: 'identified' as const }

const visitor = fc.constantFrom('u1', 'u2', 'u3', undefined)
const article = fc.record({ articleId: fc.constantFrom('A1', 'A2', 'A3'), revision: fc.constantFrom(1, 2) })
const flowId = fc.constantFrom('F1', 'F2')
const act = fc.oneof(
  fc.constantFrom(0, 3).map((hits) => ({ name: 'search_committed', props: { searchId: 's', query: 'rejet', hits } })),
  article.map((props) => ({ name: 'article_opened', props: { ...props, from: 'search' } })),
  fc.tuple(article, fc.constantFrom(4000, 10_000)).map(([props, activeMs]) => ({
    name: 'article_read',
    props: { ...props, activeMs },
  })),
  fc.tuple(article, fc.boolean()).map(([props, helpful]) => ({ name: 'vote_cast', props: { ...props, helpful } })),
  fc.tuple(flowId, fc.constantFrom('visitor', 'first_visit')).map(([id, by]) => ({
    name: 'flow_started',
    props: { flowId: id, version: 1, by },
  })),
  fc.tuple(flowId, fc.boolean()).map(([id, solved]) => ({ name: 'flow_completed', props: { flowId: id, solved } })),
  fc.constant({ name: 'contact_opened', props: { from: 'home' } }),
  fc.constant({ name: 'panel_opened', props: { by: 'launcher' } }),
  fc.constant({ name: 'contact_sent', props: { contactRef: 'F-1', channel: 'email', priority: 'P3' } }),
)
const minutes = fc.integer({ min: -24 * 60, max: 9 * 24 * 60 })
const signals = fc
  .array(
    fc.record({ act, visitorId: visitor, session: fc.constantFrom('x', 'y'), at: minutes, verified: fc.boolean() }),
    {
      maxLength: 60,
    },
  )
  .map((list) =>
    list.map(
      ({ act: { name, props }, visitorId, session, at, verified }, place) =>
        ({
          id: `s${place}`,
          name,
          props,
          at: from + at * 60_000,
          sessionId: `${session}-${visitorId ?? 'nobody'}`,
          ...(visitorId === undefined ? {} : { visitorId, verified }),
          page: { key: '/' },
        }) as InsightSignal,
    ),
  )
const tickets = fc
  .array(fc.record({ visitorId: fc.constantFrom('u1', 'u2', 'u3'), at: minutes }), { maxLength: 6 })
  .map((list) =>
    list.map(({ visitorId, at }, place): Ticket => ({ id: `k${place}`, visitorId, createdAt: from + at * 60_000 })),
  )
const nowHours = fc.integer({ min: 0, max: 20 * 24 })
const pi = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)

describe('the deflection report, whatever happened', () => {
  it('depends neither on the order of signals and tickets nor on duplicates', () => {
    fc.assert(
      fc.property(signals, tickets, nowHours, fc.infiniteStream(fc.nat()), (own, asked, hours, random) => {
        const now = from + hours * hour
        const mixed = [...own, ...own]
          .map((signal) => ({ signal, place: random.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ signal }) => signal)
        const once = computeDeflection({ ...period, signals: own, tickets: asked, now })
        const again = computeDeflection({ ...period, signals: mixed, tickets: [...asked, ...asked].reverse(), now })
        expect(again).toEqual(once)
      }),
    )
  })

  it('gives credits that sum to the avoided tickets exactly, by last touch and in shares', () => {
    fc.assert(
      fc.property(signals, tickets, pi, (own, asked, value) => {
        const history = readHistory({ ...period, signals: own, tickets: asked, now: from + 30 * 24 * hour })
        const helped = history.episodes.filter((one): one is typeof one & HelpedEpisode => isHelped(one.outcome))
        const votes = countVotes(lastVotes(history.signals, 'identified'))
        const { avoided, lastTouch, shared } = attribute(helped, Fraction.decimal(value), votes)
        for (const credits of [lastTouch, shared]) {
          const sum = Fraction.sum([...credits.values()].map(({ credit }) => credit))
          expect([sum.numerator, sum.denominator]).toEqual([avoided.numerator, avoided.denominator])
        }
      }),
    )
  })

  it('keeps every figure inside its bounds and every episode in one place', () => {
    fc.assert(
      fc.property(signals, tickets, nowHours, pi, (own, asked, hours, value) => {
        const report = computeDeflection({
          ...period,
          signals: own,
          tickets: asked,
          now: from + hours * hour,
          pi: { value, source: 'survey' },
        })
        expectOrdered([report.bounds.low, report.deflection.value, report.bounds.high])
        for (const rate of rates(report)) expectOrdered([0, rate.low, rate.value, rate.high, 1])
        const { post_ticket, contacted, explicit, confirmed, assumed, abandoned } = report.outcomes
        expect(contacted + explicit + confirmed + assumed + abandoned).toBe(report.episodes)
        expect(report.episodes + post_ticket + report.immature).toBe(report.engagedEpisodes)
      }),
    )
  })
})

function rates(report: DeflectionReport) {
  const { deflection, selfServiceResolution, apparentRate, contactAfterHelp, abandon } = report
  return [deflection, selfServiceResolution, apparentRate, contactAfterHelp, abandon]
}

/** Each figure at most the next one; what is null says nothing. A hair is left for the rounding of the last digit. */
function expectOrdered(values: (number | null)[]): void {
  const known = values.filter((value) => value !== null)
  known.forEach((value, place) => {
    expect(value).toBeLessThanOrEqual((known[place + 1] ?? value) + 1e-12)
  })
}

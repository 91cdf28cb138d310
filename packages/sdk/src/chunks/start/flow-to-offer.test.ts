import { describe, expect, it } from 'vitest'
import { flowToOffer, type OfferedFlow, type OfferRecord } from './flow-to-offer.ts'

const hour = 3_600_000
const day = 24 * hour
const now = Date.parse('2026-03-09T10:00:00Z')
const flow = (id: string, start: Partial<OfferedFlow['start']> = {}): OfferedFlow => ({
  id,
  title: id,
  start: { when: 'first-visit', page: '/', ...start },
})

/** Asked an hour into the session. */
function offer(
  flows: OfferedFlow[],
  records: OfferRecord[] = [],
  { page = '/', feature, offers }: { page?: string; feature?: string; offers?: object } = {},
): string | undefined {
  const context = { page, ...(feature && { feature }) }
  return flowToOffer({ flows, ...(offers && { offers }) }, context, records, now - hour, now)?.id
}

describe('flowToOffer', () => {
  it('offers the flow of a first visit on its page', () => {
    const flows = [flow('imprimante', { page: '/parametres/**' })]
    expect(offer(flows, [], { page: '/parametres/imprimantes' })).toBe('imprimante')
    expect(offer(flows, [], { page: '/agenda' })).toBeUndefined()
    expect(flowToOffer(null, { page: '/' }, [], 0, now)).toBeNull()
  })

  it('never offers one that is started by hand', () => {
    expect(offer([flow('a', { when: 'manual' })])).toBeUndefined()
  })

  it('goes by the feature where no page is named, and by both where the host says what the visitor does', () => {
    const byFeature = [{ ...flow('vitale'), start: { when: 'first-visit', feature: 'carte-vitale' } as const }]
    expect(offer(byFeature, [], { feature: 'carte-vitale' })).toBe('vitale')
    expect(offer(byFeature)).toBeUndefined()
    const byBoth = [flow('vitale', { page: '/parametres', feature: 'carte-vitale' })]
    expect(offer(byBoth, [], { page: '/parametres' })).toBe('vitale')
    expect(offer(byBoth, [], { page: '/parametres', feature: 'carte-vitale' })).toBe('vitale')
    expect(offer(byBoth, [], { page: '/parametres', feature: 'imprimantes' })).toBeUndefined()
    expect(offer(byBoth, [], { page: '/agenda', feature: 'carte-vitale' })).toBeUndefined()
  })

  it('takes the highest priority, and the first written among equals', () => {
    expect(offer([flow('a'), flow('b', { priority: 2 }), flow('c', { priority: 2 })])).toBe('b')
  })

  it('offers each once; one that was put off again when its time has come, as often as its cap allows', () => {
    expect(offer([flow('a')], [{ id: 'a', at: [now - 30 * day] }])).toBeUndefined()
    expect(offer([flow('a')], [{ id: 'a', at: [now - 30 * day], until: now + 1 }])).toBeUndefined()
    expect(offer([flow('a')], [{ id: 'a', at: [now - 30 * day], until: now }])).toBe('a')
    const thrice = [{ id: 'a', at: [now - 30 * day, now - 20 * day, now - 10 * day], until: now }]
    expect(offer([flow('a')], thrice)).toBeUndefined()
    expect(offer([flow('a', { cap: 4 })], thrice)).toBe('a')
    expect(offer([flow('a', { cap: 1 })], [{ id: 'a', at: [now - 30 * day], until: now }])).toBeUndefined()
  })

  it('offers two in a session and five in seven days unless the project says otherwise', () => {
    const shown = (...ago: number[]): OfferRecord[] => ago.map((ms, place) => ({ id: `seen ${place}`, at: [now - ms] }))
    expect(offer([flow('a')], shown(1000))).toBe('a')
    expect(offer([flow('a')], shown(1000, 2000))).toBeUndefined()
    expect(offer([flow('a')], shown(1000, 2000), { offers: { perSession: 3 } })).toBe('a')
    expect(offer([flow('a')], shown(2 * hour, day, 2 * day, 3 * day, 8 * day))).toBe('a')
    expect(offer([flow('a')], shown(2 * hour, day, 2 * day, 3 * day, 6 * day))).toBeUndefined()
    expect(offer([flow('a')], shown(2 * hour), { offers: { perWeek: 1 } })).toBeUndefined()
    expect(offer([flow('a')], [], { offers: { perSession: 0 } })).toBeUndefined()
  })

  it('does not count an offer that was accepted', () => {
    const accepted = [1000, 2000, 3000].map((ms) => ({ id: `done ${ms}`, at: [now - ms], accepted: true }))
    expect(offer([flow('a')], accepted)).toBe('a')
  })
})

import { describe, expect, it } from 'vitest'
import type { InsightSignal } from './history.ts'
import { createPageUse, useShare } from './page-use.ts'

const start = 1_772_442_000_000

const read = (articleId: string, page: string, sessionId: string): InsightSignal => ({
  id: `read ${articleId} ${page} ${sessionId}`,
  name: 'article_read',
  at: start,
  sessionId,
  page: { key: page },
  props: { articleId, revision: 1, activeMs: 20_000 },
})

const vote = (articleId: string, page: string, visitorId: string, helpful: boolean, at = 0): InsightSignal => ({
  id: `vote ${articleId} ${visitorId} ${at}`,
  name: 'vote_cast',
  at: start + at,
  sessionId: visitorId,
  visitorId,
  page: { key: page },
  props: { articleId, revision: 1, helpful },
})

/** The judge of four articles on one page after `signals`. */
function judge(signals: readonly InsightSignal[], page: string) {
  const use = createPageUse()
  for (const signal of signals) use.add(signal)
  const score = use.on((key) => key === page, 4)
  return (id: string, revision = 1) => score({ id, revision })
}

describe('use of articles on a page', () => {
  it('is the same for all before anybody has read anything', () => {
    expect(judge([], '/')('carte')).toEqual({ reads: 1, helpfulness: 0.6, value: 0.6 })
  })

  it('counts sessions on the page, shrunk towards the article everywhere and that towards the mean', () => {
    const signals = [
      ...['s1', 's2', 's3', 's4', 's5'].map((session) => read('carte', '/facturation', session)),
      ...['s1', 's2', 's3', 's4', 's5'].map((session) => read('lot', '/', session)),
    ]
    const score = judge(signals, '/facturation')
    // everywhere (5 + 20/4) ÷ (10 + 20) = 1/3; here (5 + 10/3) ÷ (5 + 10) = 5/9, four times as much as a quarter of it
    expect(score('carte').reads).toBeCloseTo(20 / 9, 12)
    // read as often, but elsewhere: (0 + 10/3) ÷ 15
    expect(score('lot').reads).toBeCloseTo(8 / 9, 12)
    // never read: (0 + 10 · (5 ÷ 30)) ÷ 15
    expect(score('tarif').reads).toBeCloseTo(4 / 9, 12)
  })

  it('shrinks votes on the page towards those everywhere, and these towards the mean of all', () => {
    const signals = [
      vote('carte', '/facturation', 'u1', true),
      vote('carte', '/facturation', 'u2', true),
      vote('carte', '/', 'u3', false),
      vote('lot', '/', 'u4', false),
    ]
    const score = judge(signals, '/facturation')
    const mean = (2 + 6) / (4 + 10)
    const carte = (2 + 10 * mean) / (3 + 10)
    expect(score('carte').helpfulness).toBeCloseTo((2 + 5 * carte) / (2 + 5), 12)
    expect(score('lot').helpfulness).toBeCloseTo((10 * mean) / (1 + 10), 12)
    expect(score('tarif').helpfulness).toBeCloseTo(mean, 12)
  })

  it('takes the last vote of each visitor, and none on another revision', () => {
    const changed = [vote('carte', '/', 'u1', true, 0), vote('carte', '/', 'u1', false, 5)]
    const once = judge([vote('carte', '/', 'u1', false, 5)], '/')
    expect(judge(changed, '/')('carte')).toEqual(once('carte'))
    expect(judge(changed.toReversed(), '/')('carte')).toEqual(once('carte'))
    // revision 2 knows the mean alone: (0 + 6) ÷ (1 + 10)
    expect(once('carte', 2).helpfulness).toBeCloseTo(6 / 11, 12)
  })

  it('learns nothing from a signal it knows, from glances and from simulations', () => {
    const use = createPageUse()
    expect(use.add(read('carte', '/', 's1'))).toBe(true)
    expect(use.add({ ...read('carte', '/', 's1'), id: 'another reading in the same session' })).toBe(false)
    expect(use.add({ ...read('carte', '/', 's2'), simulated: true })).toBe(false)
    const { props, ...glance } = read('carte', '/', 's3')
    expect(use.add({ ...glance, props: { ...props, activeMs: 9_000 } } as InsightSignal)).toBe(false)
    expect(use.add(vote('carte', '/', 'u1', true))).toBe(true)
    expect(use.add(vote('carte', '/', 'u1', true))).toBe(false)
  })
})

describe('use of articles everywhere', () => {
  it('says nothing before anybody has read or voted', () => {
    expect(createPageUse().everywhere(4)).toBeNull()
  })

  it('weighs reading and votes of all pages, shrunk towards the average article and the mean', () => {
    const use = createPageUse()
    for (const session of ['s1', 's2', 's3', 's4', 's5']) use.add(read('carte', '/facturation', session))
    for (const session of ['s1', 's2', 's3', 's4', 's5']) use.add(read('lot', '/', session))
    use.add(vote('carte', '/', 'anne', true))
    use.add(vote('lot', '/', 'anne', false))
    const score = use.everywhere(4)
    // (5 + 20/4) ÷ (10 + 20) · 4 = 4/3; the mean is (1 + 6) ÷ (2 + 10) = 7/12
    expect(score?.({ id: 'carte', revision: 1 }).reads).toBeCloseTo(4 / 3, 12)
    expect(score?.({ id: 'carte', revision: 1 }).helpfulness).toBeCloseTo((1 + 70 / 12) / 11, 12)
    expect(score?.({ id: 'lot', revision: 1 }).helpfulness).toBeCloseTo(70 / 12 / 11, 12)
    // never read: (20/4) ÷ 30 · 4, and the mean
    expect(score?.({ id: 'tarif', revision: 1 }).value).toBeCloseTo((2 / 3) * (7 / 12), 12)
    // a new revision has no votes yet
    expect(score?.({ id: 'carte', revision: 2 }).helpfulness).toBeCloseTo(7 / 12, 12)
  })

  it('as a share has an article nobody knows in the middle', () => {
    expect(useShare({ value: 0.6 })).toBe(0.5)
    expect(useShare({ value: 0 })).toBe(0)
    expect(useShare({ value: 5.4 })).toBeCloseTo(0.9, 12)
  })
})

describe('what a page is called', () => {
  const opened = (page: string, title: string | undefined, sessionId: string): InsightSignal => ({
    id: `open ${page} ${sessionId}`,
    name: 'panel_opened',
    at: start,
    sessionId,
    page: { key: page, ...(title === undefined ? {} : { title }) },
    props: { by: 'launcher' },
  })

  it('is what most sessions were told, ties by the text; the same signal again changes nothing', () => {
    const use = createPageUse()
    expect(use.add(opened('/m7', 'Vaccins', 's1'))).toBe(true)
    expect(use.add(opened('/m7', 'Rappels', 's2'))).toBe(true)
    expect(use.add(opened('/m7', 'Vaccins', 's1'))).toBe(false)
    expect(use.titleOf('/m7')).toBe('Rappels')
    use.add(opened('/m7', 'Vaccins', 's3'))
    expect(use.titleOf('/m7')).toBe('Vaccins')
    expect(use.titleOf('/')).toBeUndefined()
  })

  it('is not learnt where the host gives no title', () => {
    const use = createPageUse()
    expect(use.add(opened('/m7', undefined, 's1'))).toBe(false)
    expect(use.titleOf('/m7')).toBeUndefined()
  })
})

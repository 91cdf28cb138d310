import type { BacklogItem } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import type { InsightSignal } from '../history.ts'
import { build, day, now, vote } from './backlog.support.ts'

describe('an article that fails its readers', () => {
  const fails = [
    ...vote('lyon', 6, false),
    ...vote('nice', 5, false),
    ...vote('brest', 4, true),
    ...vote('metz', 3, true),
    ...vote('paris', 2, true),
  ]
  const titles = new Map([['A7', 'Imprimer une ordonnance']])

  it('becomes an item over 30 % "no" with five votes', () => {
    expect(build(fails, { titles })).toMatchObject([
      {
        kind: 'failing',
        diagnosis: 'article_fails',
        title: 'Imprimer une ordonnance',
        articleId: 'A7',
        accounts: 2,
        episodes: 2,
        evidence: [
          { kind: 'no_vote', count: 2, accounts: 2, reasons: { unclear: 2 }, lastAt: '2026-03-23T12:00:01.000Z' },
        ],
      },
    ])
  })

  it('not with four votes, not at 30 %, not on the word of one account, not for votes on an earlier revision', () => {
    expect(build(fails.slice(0, 8))).toEqual([])
    const tenVotes = Array.from({ length: 7 }, (_, place) => vote(`c${place}`, place + 7, true)).flat()
    expect(
      build([...vote('lyon', 6, false), ...vote('nice', 5, false), ...vote('metz', 4, false), ...tenVotes]),
    ).toEqual([])
    const oneAccount = fails.map((one) =>
      one.accountId === 'nice' ? ({ ...one, accountId: 'lyon' } as InsightSignal) : one,
    )
    expect(build(oneAccount)).toEqual([])
    expect(build([...fails, ...vote('lille', 1, true, 2)])).toEqual([])
  })

  it('also on votes cast long after reading, which stand in no episode', () => {
    const alone = fails.filter(({ name }) => name === 'vote_cast')
    expect(build(alone)).toMatchObject([{ kind: 'failing', accounts: 2, episodes: 2, score: 2 }])
  })

  it('comes back when the mended article fails again, on the votes since alone', () => {
    const [opened] = build(fails)
    if (!opened) throw new Error('the item did not open')
    const mended: BacklogItem = {
      ...opened,
      state: 'improved',
      version: 2,
      history: [
        ...opened.history,
        { at: '2026-03-28T12:00:00.000Z', by: 'marie@example.org', from: 'new', to: 'improved' },
      ],
    }
    expect(build(fails, { previous: [mended] })).toEqual([])
    const later = now + 20 * day
    const again = fails.map((one) => ({
      ...one,
      id: `again-${one.id}`,
      sessionId: `again-${one.sessionId}`,
      at: one.at + 15 * day,
    }))
    const signals = [...fails, ...again] as InsightSignal[]
    expect(build(signals, { previous: [mended], now: later })).toMatchObject([
      {
        id: opened.id,
        state: 'triage',
        version: 3,
        history: [{}, {}, { by: 'fanal', from: 'improved', to: 'triage' }],
      },
    ])
  })
})

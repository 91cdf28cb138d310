import type { BacklogItem, Ticket } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import type { InsightSignal } from '../history.ts'
import { build, day, hour, now, search, signal } from './backlog.support.ts'

const fiveEpisodes = [
  search('lyon', 10, "rejet d'un lot B2"),
  search('lyon', 8, 'Rejets lot B2'),
  search('nice', 7, "rejet d'un lot B2"),
  search('brest', 5, 'lot B2 rejeté'),
  search('brest', 3, "rejet d'un lot B2"),
]

describe('when an item opens', () => {
  it('at three accounts and five episodes, named in the words most of them typed', () => {
    expect(build(fiveEpisodes)).toEqual([
      {
        id: expect.stringMatching(/^missing-[\da-f]{16}$/),
        project: 'demo',
        title: "rejet d'un lot B2",
        kind: 'missing',
        state: 'new',
        diagnosis: 'true_gap',
        locale: 'fr',
        score: 5,
        accounts: 3,
        episodes: 5,
        severity: 1,
        queries: [{ text: "rejet d'un lot B2", count: 5, accounts: 3 }],
        fingerprints: [expect.stringMatching(/^[\da-f]{16}$/)],
        evidence: [{ kind: 'failed_search', count: 5, accounts: 3, lastAt: '2026-03-25T12:00:00.000Z' }],
        pages: ['/teletransmission'],
        articleId: null,
        firstSeenAt: '2026-03-18T12:00:00.000Z',
        lastSeenAt: '2026-03-25T12:00:00.000Z',
        history: [{ at: '2026-03-28T12:00:00.000Z', by: 'fanal', from: null, to: 'new' }],
        version: 1,
      },
    ])
  })

  it('not at four episodes, nor for one account however often, nor for what is older than 28 days', () => {
    expect(build(fiveEpisodes.slice(1))).toEqual([])
    expect(build([1, 3, 5, 7, 9, 11, 13].map((ago) => search('lyon', ago, 'rejet lot B2')))).toEqual([])
    expect(build([...fiveEpisodes.slice(1), search('lyon', 29, 'rejet lot B2')])).toEqual([])
  })

  it('at two accounts with an urgent ticket, without showing what only two accounts typed', () => {
    const tickets: Ticket[] = [
      { id: 'k1', createdAt: now - 2 * day + hour, visitorId: 'dr-lyon', priority: 'P1' },
      { id: 'k2', createdAt: now - day + hour, visitorId: 'dr-nice', priority: 'P2' },
    ]
    const signals = [search('lyon', 2, 'rejet lot B2 Durand'), search('nice', 1, 'rejet lot B2 Durand')]
    const [item, ...others] = build(signals, { tickets })
    expect(others).toEqual([])
    expect(item).toMatchObject({
      title: '/teletransmission',
      queries: [],
      severity: 4,
      score: 8,
      evidence: [
        { kind: 'failed_search', count: 2, accounts: 2 },
        { kind: 'ticket', count: 2, accounts: 2, lastAt: '2026-03-27T13:00:00.000Z' },
      ],
    })
    expect(JSON.stringify(item)).not.toMatch(/durand/i)
    const routine = tickets.map((ticket) => ({ ...ticket, priority: 'P3' as const }))
    expect(build(signals, { tickets: routine })).toEqual([])
  })

  it('in anonymous mode at three sessions on three days', () => {
    const sessions = (daysAgo: number[]) =>
      daysAgo.map((ago, place) => {
        const { visitorId: _visitor, accountId: _account, ...rest } = search(`s${place}`, ago, 'rejet lot B2')
        return rest as InsightSignal
      })
    expect(build(sessions([1, 1, 1, 2, 2]), { mode: 'anonymous' })).toEqual([])
    expect(build(sessions([1, 1, 2, 2, 3]), { mode: 'anonymous' })).toMatchObject([
      { accounts: 5, episodes: 5, score: 5 },
    ])
  })
})

describe('what an item holds', () => {
  it('a search with hits that nobody clicks is found but ranks low', () => {
    const signals = fiveEpisodes.map((one) => ({ ...one, props: { ...one.props, hits: 6 } }) as InsightSignal)
    expect(build(signals)).toMatchObject([
      { diagnosis: 'ranks_low', evidence: [{ kind: 'search_without_click', count: 5, accounts: 3 }] },
    ])
  })

  it('a search answered by guesses alone is a gap, told apart from one without a hit', () => {
    const guesses = [
      search('lyon', 10, 'rejet lot B2', 4, 0.3),
      search('lyon', 8, 'rejet lot B2', 0),
      search('nice', 7, 'rejet lot B2', 4, 0.3),
      search('brest', 5, 'rejet lot B2', 4, 0.49),
      search('brest', 3, 'rejet lot B2', 4, 0.5),
    ]
    expect(build(guesses)).toMatchObject([
      {
        diagnosis: 'true_gap',
        evidence: [
          { kind: 'failed_search', count: 1, accounts: 1 },
          { kind: 'uncertain_search', count: 3, accounts: 3 },
          { kind: 'search_without_click', count: 1, accounts: 1 },
        ],
      },
    ])
  })

  it('the errors met just before searching', () => {
    const error = signal('nice', 7, 'error_seen', { code: 'B2-043' }, -60_000)
    expect(build([...fiveEpisodes, error])[0]?.evidence).toEqual([
      { kind: 'failed_search', count: 5, accounts: 3, lastAt: '2026-03-25T12:00:00.000Z' },
      { kind: 'error_seen', count: 1, accounts: 1, lastAt: '2026-03-21T11:59:00.000Z' },
    ])
  })

  it('near wordings together, other problems and opposite ones apart', () => {
    const near = [search('metz', 4, 'rejet B2'), search('metz', 2, 'lot B2 rejeté par NOEMIE')]
    const other = ['lyon', 'nice', 'brest', 'lyon', 'nice'].map((account, place) =>
      search(account, place + 11, "l'ordonnance ne s'imprime pas"),
    )
    const opposite = ['lyon', 'nice', 'brest', 'lyon', 'nice'].map((account, place) =>
      search(account, place + 17, 'imprimer ordonnance'),
    )
    const items = build([...fiveEpisodes, ...near, ...other, ...opposite])
    expect(items.map(({ title, episodes }) => [title, episodes]).sort()).toEqual([
      ['imprimer ordonnance', 5],
      ["l'ordonnance ne s'imprime pas", 5],
      ["rejet d'un lot B2", 7],
    ])
  })

  it('counts at most five episodes of one account in the score', () => {
    const many = [1, 2.5, 4.5, 6.5, 9, 11, 13, 15].map((ago) => search('metz', ago, 'rejet lot B2'))
    expect(build([...fiveEpisodes, ...many])[0]).toMatchObject({ accounts: 4, episodes: 13, score: 10 })
  })
})

describe('an item over time', () => {
  const [first] = build(fiveEpisodes)
  if (!first) throw new Error('the item did not open')

  it('is not written again when nothing changed', () => {
    expect(build(fiveEpisodes, { previous: [first] })).toEqual([])
  })

  it('depends neither on the order of the signals nor on duplicates', () => {
    expect(build([...fiveEpisodes, ...fiveEpisodes].reverse())).toEqual([first])
  })

  it('takes new evidence of the same problem and keeps what people decided', () => {
    const held: BacklogItem = {
      ...first,
      state: 'writing',
      articleId: 'rejets-b2',
      version: 4,
      history: [
        ...first.history,
        { at: '2026-03-28T13:00:00.000Z', by: 'marie@example.org', from: 'new', to: 'writing' },
      ],
    }
    const more = search('metz', 1, 'rejets des lots B2')
    const [updated, ...others] = build([...fiveEpisodes, more], { previous: [held] })
    expect(others).toEqual([])
    expect(updated).toEqual({
      ...held,
      version: 5,
      accounts: 4,
      episodes: 6,
      score: 6,
      queries: [{ text: "rejet d'un lot B2", count: 6, accounts: 4 }],
      evidence: [{ kind: 'failed_search', count: 6, accounts: 4, lastAt: '2026-03-27T12:00:00.000Z' }],
      lastSeenAt: '2026-03-27T12:00:00.000Z',
    })
  })

  it('is recognised by words that may not be shown', () => {
    const tickets: Ticket[] = ['lyon', 'nice'].map((account) => ({
      id: account,
      createdAt: now - day + hour,
      visitorId: `dr-${account}`,
      priority: 'P1',
    }))
    const signals = [search('lyon', 1, 'sauvegarde bloquée'), search('nice', 1, 'sauvegarde bloquée')]
    const opened = build(signals, { tickets })
    expect(opened).toHaveLength(1)
    expect(
      build([...signals, search('brest', 0.5, 'sauvegarde bloquée')], { tickets, previous: opened }),
    ).toMatchObject([
      {
        id: opened[0]?.id,
        version: 2,
        title: 'sauvegarde bloquée',
        queries: [{ text: 'sauvegarde bloquée', accounts: 3 }],
      },
    ])
  })
})

import type { BacklogItem, SignalProps } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import type { FlowOutline } from '../flows/flow-steps.ts'
import type { InsightSignal } from '../history.ts'
import { build, day, now, signal } from './backlog.support.ts'

const flowId = 'imprimante'
const outlines = new Map<string, FlowOutline>([
  [
    flowId,
    { title: 'Brancher l’imprimante', steps: [{ id: 'choisir', title: 'Choisissez l’imprimante', verifies: false }] },
  ],
])

interface RunOptions {
  version?: number
  release?: string
  reason?: SignalProps['flow_step_failed']['reason'] | null
  candidates?: string[]
}

/** Somebody at `account` comes to the step, which fails unless `reason` is null. */
function run(account: string, daysAgo: number, options: RunOptions = {}): InsightSignal[] {
  const { version = 3, release = '4.2', reason = 'target_missing', candidates } = options
  const step = { flowId, stepId: 'choisir' }
  return [
    signal(account, daysAgo, 'flow_started', { flowId, version, by: 'article' }),
    signal(account, daysAgo, 'flow_step_seen', step, 1000),
    ...(reason
      ? [signal(account, daysAgo, 'flow_step_failed', { ...step, reason, ...(candidates ? { candidates } : {}) }, 7000)]
      : []),
  ].map((one) => ({ ...one, release, page: { key: '/parametres/impression' } }))
}

const near = 'button data-fanal-id:imprimer name:contains css:no'
const fiveFailures = [
  ...run('lyon', 10, { candidates: [near, 'a name:no'] }),
  ...run('lyon', 8, { candidates: [near] }),
  ...run('nice', 7, { reason: 'verify_failed' }),
  ...run('brest', 5, { release: '4.3', candidates: ['a name:no'] }),
  ...run('brest', 3, { release: '4.3', candidates: [near] }),
]

describe('a step that fails', () => {
  it('becomes one item at three accounts and five episodes, with page, release, reasons and what came nearest', () => {
    expect(build([...fiveFailures, ...run('metz', 2, { reason: null })], { outlines })).toEqual([
      {
        id: expect.stringMatching(/^failing-step-[\da-f]{16}$/),
        project: 'demo',
        title: 'Brancher l’imprimante · Choisissez l’imprimante',
        kind: 'failing',
        state: 'new',
        diagnosis: 'step_fails',
        locale: 'fr',
        score: 5,
        accounts: 3,
        episodes: 5,
        severity: 1,
        queries: [],
        evidence: [
          {
            kind: 'flow_step_failed',
            count: 5,
            accounts: 3,
            lastAt: '2026-03-25T12:00:07.000Z',
            reasons: { target_missing: 4, verify_failed: 1 },
          },
        ],
        pages: ['/parametres/impression'],
        step: {
          flowId: 'imprimante',
          stepId: 'choisir',
          flowTitle: 'Brancher l’imprimante',
          stepTitle: 'Choisissez l’imprimante',
          runs: 6,
          failed: 5,
          versions: [
            {
              version: 3,
              runs: 6,
              failed: 5,
              firstAt: '2026-03-18T12:00:01.000Z',
              lastFailedAt: '2026-03-25T12:00:07.000Z',
            },
          ],
          releases: [
            { release: '4.2', failed: 3 },
            { release: '4.3', failed: 2 },
          ],
          candidates: [
            { text: near, failed: 3 },
            { text: 'a name:no', failed: 2 },
          ],
        },
        articleId: null,
        firstSeenAt: '2026-03-18T12:00:07.000Z',
        lastSeenAt: '2026-03-25T12:00:07.000Z',
        history: [{ at: '2026-03-28T12:00:00.000Z', by: 'fanal', from: null, to: 'new' }],
        version: 1,
      },
    ])
  })

  it('opens none at four episodes, nor for one account however often, nor for what is older than 28 days', () => {
    expect(build(fiveFailures.slice(3))).toEqual([])
    expect(build([1, 3, 5, 7, 9, 11, 13].flatMap((ago) => run('lyon', ago)))).toEqual([])
    expect(build([...fiveFailures.slice(3), ...run('lyon', 29)])).toEqual([])
  })

  it('opens at two accounts with an urgent ticket, as a missing answer does', () => {
    const tickets = ['lyon', 'nice'].map((account) => ({
      id: account,
      createdAt: now - day,
      visitorId: `dr-${account}`,
      priority: 'P2' as const,
    }))
    const twoFailures = [...run('lyon', 2), ...run('nice', 2)]
    expect(build(twoFailures)).toEqual([])
    expect(build(twoFailures, { tickets })).toMatchObject([{ diagnosis: 'step_fails', severity: 3, score: 6 }])
  })

  it('opens at three sessions on three days where nobody is known', () => {
    const anonymous = (daysAgo: number[]) =>
      daysAgo.flatMap((ago, place) =>
        run(`s${place}`, ago).map(({ visitorId: _visitor, accountId: _account, ...rest }) => rest as InsightSignal),
      )
    expect(build(anonymous([1, 1, 1, 2, 2]), { mode: 'anonymous' })).toEqual([])
    expect(build(anonymous([1, 1, 2, 2, 3]), { mode: 'anonymous' })).toMatchObject([{ accounts: 5, episodes: 5 }])
  })

  it('is named by ids where the content is not known, and by the id of a step that was withdrawn', () => {
    expect(build(fiveFailures)[0]?.title).toBe('imprimante · choisir')
    const withdrawn = new Map([[flowId, { title: 'Brancher l’imprimante', steps: [] }]])
    expect(build(fiveFailures, { outlines: withdrawn })[0]?.title).toBe('Brancher l’imprimante · choisir')
  })

  it('counts who asked for help from the step, whose requests make it more severe', () => {
    const asked = [
      signal('metz', 2, 'contact_opened', { from: 'flow' }, 9000),
      signal('metz', 2, 'contact_sent', { contactRef: 'K-1', channel: 'email', priority: 'P1' }, 60_000),
    ]
    const [item] = build([...fiveFailures, ...run('metz', 2, { reason: null }), ...asked])
    expect(item).toMatchObject({ accounts: 4, episodes: 6, severity: 4, score: 24 })
    expect(item?.evidence.map(({ kind, count }) => [kind, count])).toEqual([
      ['flow_step_failed', 5],
      ['contact_from_step', 1],
      ['ticket', 1],
    ])
  })
})

describe('the item of a step over time', () => {
  const [first] = build(fiveFailures)
  if (!first) throw new Error('the item did not open')

  it('is not written again when nothing changed, whatever the order of the signals', () => {
    expect(build(fiveFailures, { previous: [first] })).toEqual([])
    expect(build([...fiveFailures, ...fiveFailures].reverse())).toEqual([first])
  })

  it('stays one item across versions, reasons and releases, and tells them apart', () => {
    const next = run('metz', 1, { version: 4, release: '5.0', reason: 'target_hidden' })
    const [item, ...others] = build([...fiveFailures, ...next], { previous: [first] })
    expect(others).toEqual([])
    expect(item).toMatchObject({ id: first.id, version: 2, accounts: 4, episodes: 6, score: 6 })
    expect(item?.step?.versions.map(({ version, runs, failed }) => [version, runs, failed])).toEqual([
      [4, 1, 1],
      [3, 5, 5],
    ])
  })

  it('keeps its evidence and follows the later versions once nobody fails any more', () => {
    const later = now + 40 * day
    const mended = run('lyon', -35, { version: 4, reason: null })
    const [item] = build([...fiveFailures, ...mended], { previous: [first], now: later })
    expect(item).toMatchObject({ score: 5, evidence: first.evidence, step: { runs: 5, failed: 5 } })
    expect(item?.step?.versions[0]).toEqual({
      version: 4,
      runs: 1,
      failed: 0,
      firstAt: '2026-05-02T12:00:01.000Z',
      lastFailedAt: null,
    })
  })

  it('comes back when the mended step fails again, on the failures since alone', () => {
    const mended: BacklogItem = {
      ...first,
      state: 'improved',
      version: 2,
      history: [
        ...first.history,
        { at: '2026-03-28T12:00:00.000Z', by: 'marie@example.org', from: 'new', to: 'improved' },
      ],
    }
    expect(build(fiveFailures, { previous: [mended] })).toEqual([])
    const again = [-1, -3].flatMap((ago) => [...run('lyon', ago), ...run('nice', ago)])
    const signals = [...fiveFailures, ...again]
    expect(build(signals, { previous: [mended], now: now + 20 * day })).toMatchObject([
      { state: 'improved', episodes: 4 },
    ])
    expect(build([...signals, ...run('metz', -5)], { previous: [mended], now: now + 20 * day })).toMatchObject([
      {
        id: first.id,
        state: 'triage',
        version: 3,
        history: [{}, {}, { by: 'fanal', from: 'improved', to: 'triage', reason: 'The step fails again.' }],
      },
    ])
  })
})

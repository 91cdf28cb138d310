import type { ChecklistSettings, SignalName, SignalProps } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import type { InsightMode, InsightSignal } from '../history.ts'
import type { FlowOutline } from './flow-steps.ts'
import { computeFlows } from './flows-report.ts'

const start = Date.parse('2026-03-02T08:00:00Z')
const minute = 60_000
const day = 86_400_000

type Told = { [N in SignalName]: [minutes: number, name: N, props: SignalProps[N]] }[SignalName]

/** What one practice did, minutes after the Monday's start. */
function practice(account: string, told: readonly Told[], release = '4.1'): InsightSignal[] {
  return told.map(([minutes, name, props], place) => {
    const at = start + minutes * minute
    return {
      id: `${account} ${place}`,
      name,
      at,
      sessionId: account,
      visitorId: `dr ${account}`,
      accountId: account,
      page: { key: '/parametres' },
      release,
      props,
    } as InsightSignal
  })
}

const flowId = 'imprimante'
const started = (minutes: number, by: SignalProps['flow_started']['by'], version = 2): Told => [
  minutes,
  'flow_started',
  { flowId, version, by },
]
const seen = (minutes: number, stepId: string): Told => [minutes, 'flow_step_seen', { flowId, stepId }]
const failed = (minutes: number, stepId: string, reason: SignalProps['flow_step_failed']['reason']): Told => [
  minutes,
  'flow_step_failed',
  { flowId, stepId, reason },
]

/** Eight practices in the week of 2 March. */
const history = [
  // From the article to the end, solved.
  ...practice('amiens', [
    started(0, 'article'),
    seen(0, 'ouvrir'),
    seen(1, 'voyant'),
    [2, 'checkpoint_answered', { flowId, stepId: 'voyant', answer: 'Oui' }],
    seen(2, 'choisir'),
    [4, 'flow_completed', { flowId, solved: true }],
  ]),
  // Offered, accepted, one answer taken back, not solved: over to support from the end.
  ...practice('brest', [
    [0, 'flow_offered', { flowId, version: 2, by: 'first_visit' }],
    started(1, 'first_visit'),
    seen(1, 'ouvrir'),
    seen(3, 'voyant'),
    [4, 'checkpoint_answered', { flowId, stepId: 'voyant', answer: 'Non' }],
    [5, 'checkpoint_answered', { flowId, stepId: 'voyant', answer: 'Oui' }],
    seen(5, 'choisir'),
    failed(6, 'choisir', 'verify_failed'),
    [9, 'flow_completed', { flowId, solved: false }],
    [9, 'contact_opened', { from: 'flow' }],
  ]),
  // Offered, not taken.
  ...practice('caen', [[0, 'flow_offered', { flowId, version: 2, by: 'first_visit' }]]),
  // The target was gone under the new release; asked for help at the step, then left.
  ...practice(
    'dijon',
    [
      started(0, 'link'),
      seen(0, 'ouvrir'),
      failed(1, 'ouvrir', 'target_missing'),
      [2, 'contact_opened', { from: 'flow' }],
      [3, 'flow_exited', { flowId, stepId: 'ouvrir', reason: 'contact' }],
    ],
    '4.2',
  ),
  // Started by the host's code and closed at once: counts nowhere.
  ...practice('evreux', [
    started(0, 'api'),
    seen(0, 'ouvrir'),
    [1, 'flow_exited', { flowId, stepId: 'ouvrir', reason: 'quit' }],
  ]),
  // The older version, to the end, without being asked.
  ...practice('foix', [
    started(0, 'visitor', 1),
    seen(0, 'ouvrir'),
    seen(5, 'choisir'),
    [12, 'flow_completed', { flowId }],
  ]),
  // The browser was closed.
  ...practice('gap', [started(0, 'article'), seen(0, 'ouvrir'), seen(2, 'voyant')], '4.2'),
  // Still at it when the report is made.
  ...practice('hyeres', [started(7 * 24 * 60 - 10, 'article'), seen(7 * 24 * 60 - 10, 'ouvrir')]),
]

const outlines = new Map<string, FlowOutline>([
  [
    flowId,
    {
      title: 'Configurer l’imprimante',
      steps: [
        { id: 'ouvrir', title: 'Ouvrez les imprimantes', verifies: false },
        { id: 'voyant', title: 'Voyez-vous le voyant ?', verifies: false },
        { id: 'choisir', title: 'Choisissez', verifies: true },
      ],
    },
  ],
  ['vitale', { title: 'Carte Vitale', steps: [{ id: 'brancher', title: 'Branchez', verifies: false }] }],
])

function report(
  signals: InsightSignal[],
  { mode = 'identified', checklist }: { mode?: InsightMode; checklist?: ChecklistSettings } = {},
) {
  const [from, to] = [start, start + 7 * day]
  return computeFlows({ project: 'demo', signals, from, to, now: to, mode, outlines, checklist })
}

describe('the flows report', () => {
  const { flows } = report(history)
  const [funnel] = flows

  it('counts the starts that somebody asked for, and completion among the runs that are over', () => {
    expect(funnel).toMatchObject({
      flowId,
      title: 'Configurer l’imprimante',
      offered: 2,
      acceptance: { value: 0.5, n: 2 },
      starts: 6,
      startedBy: { article: 3, first_visit: 1, link: 1, visitor: 1 },
      ignored: 1,
      running: 1,
      completed: 3,
      completion: { value: 0.6, n: 5 },
      solved: { yes: 1, no: 1, unsaid: 1 },
      failed: 2,
      left: 2,
      contacted: 2,
      medianMs: 8 * minute,
    })
    expect(funnel?.completion.low).toBeCloseTo(0.2307, 4)
    expect(funnel?.completion.high).toBeCloseTo(0.8824, 4)
  })

  it('says for each step who saw it, went on, failed, left and asked for help', () => {
    expect(funnel?.steps).toEqual([
      {
        stepId: 'ouvrir',
        title: 'Ouvrez les imprimantes',
        seen: 6,
        passed: 4,
        verified: null,
        answers: null,
        failed: 1,
        failures: [{ reason: 'target_missing', release: '4.2', runs: 1 }],
        left: 1,
        leftBy: { contact: 1 },
        contacted: 1,
        medianMs: 2 * minute,
      },
      {
        stepId: 'voyant',
        title: 'Voyez-vous le voyant ?',
        seen: 3,
        passed: 2,
        verified: null,
        answers: { Oui: 2 },
        failed: 0,
        failures: [],
        left: 1,
        leftBy: { silent: 1 },
        contacted: 0,
        medianMs: null,
      },
      {
        stepId: 'choisir',
        title: 'Choisissez',
        seen: 3,
        passed: 3,
        verified: 2,
        answers: null,
        failed: 1,
        failures: [{ reason: 'verify_failed', release: '4.1', runs: 1 }],
        left: 0,
        leftBy: {},
        contacted: 0,
        medianMs: 4 * minute,
      },
    ])
  })

  it('tells versions and releases apart', () => {
    const short = (shares: { key: unknown; starts: number; failed: number; completion: { value: number | null } }[]) =>
      shares.map(({ key, starts, failed: bad, completion }) => [key, starts, bad, completion.value])
    expect(short(funnel?.versions ?? [])).toEqual([
      [2, 5, 2, 0.5],
      [1, 1, 0, 1],
    ])
    expect(short(funnel?.releases ?? [])).toEqual([
      ['4.1', 4, 1, 1],
      ['4.2', 2, 1, 0],
    ])
  })

  it('lists a flow that nobody starts, with its steps', () => {
    expect(flows[1]).toMatchObject({
      flowId: 'vitale',
      starts: 0,
      completion: { value: null, n: 0 },
      steps: [{ stepId: 'brancher', seen: 0 }],
    })
  })

  it('keeps a step that the flow no longer has, and a flow that was withdrawn', () => {
    const gone = practice('nice', [started(0, 'article'), seen(0, 'ancien')])
    const [first] = report(gone).flows
    expect(first?.steps.map(({ stepId, title, seen: times }) => [stepId, title, times])).toEqual([
      ['ouvrir', 'Ouvrez les imprimantes', 0],
      ['voyant', 'Voyez-vous le voyant ?', 0],
      ['choisir', 'Choisissez', 0],
      ['ancien', null, 1],
    ])
    const other = gone.map((signal) => ({ ...signal, props: { ...signal.props, flowId: 'retire' } })) as InsightSignal[]
    expect(report(other).flows[0]).toMatchObject({ flowId: 'retire', title: null, steps: [{ stepId: 'ancien' }] })
  })

  it('does not depend on the order of signals, nor on duplicates', () => {
    expect(report([...history, ...history].reverse()).flows).toEqual(flows)
  })
})

describe('activation', () => {
  const checklist: ChecklistSettings = {
    title: 'Bien démarrer',
    flows: [flowId],
    milestone: 'premiere-teletransmission',
    within: 3 * day,
  }
  const reaches = (account: string, firstDay: number, reachedDay?: number) =>
    practice(account, [
      [firstDay * 24 * 60, 'panel_opened', { by: 'launcher' }],
      ...(reachedDay === undefined
        ? []
        : [[reachedDay * 24 * 60, 'milestone_reached', { name: 'premiere-teletransmission' }] as Told]),
    ])
  const accounts = [
    ...reaches('a', 0, 1),
    ...reaches('b', 0, 3),
    ...reaches('c', 1, 5),
    ...reaches('d', 2),
    ...reaches('e', 6, 6.5),
    ...reaches('old', -30, 1),
  ]

  it('is the share of new accounts that reach the milestone in time; those whose time runs are left out', () => {
    expect(report(accounts, { checklist }).activation).toMatchObject({
      milestone: 'premiere-teletransmission',
      withinMs: 3 * day,
      accounts: 5,
      immature: 1,
      reached: { value: 0.5, n: 4 },
      late: 1,
      medianMs: null,
    })
  })

  it('shows no share of fewer than three accounts', () => {
    expect(report([...reaches('a', 0, 1), ...reaches('b', 0)], { checklist }).activation).toMatchObject({
      accounts: 2,
      reached: { value: null, n: 2 },
    })
  })

  it('is not given without a milestone, nor where nobody is known', () => {
    expect(report(accounts).activation).toBeNull()
    expect(report(accounts, { checklist, mode: 'anonymous' }).activation).toBeNull()
  })
})

/** Literal data for browser tests: the worked example of docs/metrics.md, as the API answers it. */
import type {
  ArticlesReport,
  BacklogItem,
  ConsoleSession,
  DeflectionReport,
  FlowsReport,
  SearchesReport,
} from '@fanal/contract'

export const session: ConsoleSession = {
  person: { email: 'claire@medisoft.example', name: 'Claire Morel', role: 'editor' },
  projects: [{ id: 'cabinet', title: 'Cabinet médical', publicKey: 'pk_cabinet' }],
  csrfToken: 'csrf-1',
}

export const deflection: DeflectionReport = {
  project: 'cabinet',
  from: '2026-03-02T00:00:00.000Z',
  to: '2026-03-09T00:00:00.000Z',
  now: '2026-03-09T00:00:00.000Z',
  windowMs: 259_200_000,
  provisional: true,
  mode: 'identified',
  headline: 'deflection',
  sessions: 8,
  engagedEpisodes: 7,
  notEngaged: 1,
  immature: 1,
  episodes: 6,
  outcomes: { post_ticket: 0, contacted: 1, explicit: 1, confirmed: 2, assumed: 1, abandoned: 1 },
  pi: { value: 0.5, source: 'hypothesis' },
  helpfulness: [
    { kind: 'article', id: 'A12', yes: 1, no: 0, h: 0.636_363_636_363_636_4 },
    { kind: 'article', id: 'A7', yes: 0, no: 1, h: 0.545_454_545_454_545_4 },
  ],
  avoidedTickets: 2.318_181_818_181_818,
  tickets: 3,
  deflection: { value: 0.435_897_435_897_435_9, low: 0.162_6, high: 0.754_7, n: 7 },
  bounds: { low: 0.25, high: 0.571_428_571_428_571_4 },
  selfServiceResolution: { value: 0.666_666_666_666_666_6, low: 0.3, high: 0.903_2, n: 6 },
  apparentRate: { value: 0.833_333_333_333_333_4, low: 0.436_5, high: 0.969_9, n: 6 },
  contactAfterHelp: { value: 0.166_666_666_666_666_66, low: 0.030_1, high: 0.563_5, n: 6 },
  abandon: { value: 0.166_666_666_666_666_66, low: 0.030_1, high: 0.563_5, n: 6 },
  attribution: {
    lastTouch: [
      { kind: 'article', id: 'A12', credit: 0.818_181_818_181_818_2 },
      { kind: 'article', id: 'A7', credit: 1 },
      { kind: 'flow', id: 'F2', credit: 0.5 },
    ],
    shared: [
      { kind: 'article', id: 'A12', credit: 1.318_181_818_181_818_1 },
      { kind: 'article', id: 'A7', credit: 0.5 },
      { kind: 'flow', id: 'F2', credit: 0.5 },
    ],
  },
  saved: { amount: 23.18, currency: 'EUR', costPerTicket: 10, source: 'hypothesis' },
  simulated: false,
}

export const articles: ArticlesReport = {
  project: 'cabinet',
  from: '2026-03-02T00:00:00.000Z',
  to: '2026-03-09T00:00:00.000Z',
  articles: [
    {
      id: 'A12',
      title: 'Imprimer une ordonnance',
      opened: 3,
      read: 3,
      yes: 1,
      no: 0,
      h: 0.636_363_636_363_636_4,
      reasons: {},
      contactAfterRead: 0,
    },
    {
      id: 'A7',
      title: 'Comprendre les voyants',
      opened: 4,
      read: 2,
      yes: 0,
      no: 1,
      h: 0.545_454_545_454_545_4,
      reasons: { missing: 1 },
      contactAfterRead: 1,
    },
  ],
}

export const searches: SearchesReport = {
  project: 'cabinet',
  from: '2026-03-02T00:00:00.000Z',
  to: '2026-03-09T00:00:00.000Z',
  committed: 40,
  noResult: { value: 0.25, low: 0.1419, high: 0.4019, n: 40 },
  failed: { value: 0.4, low: 0.2635, high: 0.554, n: 40 },
  clickThrough: { value: null, low: null, high: null, n: 0 },
  terms: [{ query: 'rejet lot b2', count: 12, accounts: 4, noResult: 9, clicked: 1 }],
}

export const gap: BacklogItem = {
  id: 'b1',
  project: 'cabinet',
  title: 'rejet lot b2',
  kind: 'missing',
  state: 'accepted',
  diagnosis: 'true_gap',
  locale: 'fr',
  score: 12,
  accounts: 4,
  episodes: 12,
  severity: 1,
  queries: [
    { text: 'rejet lot b2', count: 12, accounts: 4 },
    { text: 'erreur norme b2', count: 5, accounts: 3 },
  ],
  evidence: [
    { kind: 'failed_search', count: 17, accounts: 4, lastAt: '2026-03-08T20:00:00.000Z' },
    { kind: 'no_vote', count: 2, accounts: 2, lastAt: '2026-03-07T20:00:00.000Z', reasons: { missing: 2 } },
  ],
  pages: ['/teletransmission/lots/:id'],
  articleId: 'rejet-b2',
  firstSeenAt: '2026-02-20T08:00:00.000Z',
  lastSeenAt: '2026-03-08T20:00:00.000Z',
  history: [
    { at: '2026-02-20T08:00:00.000Z', by: 'fanal', from: null, to: 'new' },
    { at: '2026-02-21T08:00:00.000Z', by: 'claire@medisoft.example', from: 'new', to: 'accepted', reason: 'Fréquent' },
  ],
  version: 3,
}

export const failing: BacklogItem = {
  ...gap,
  id: 'b2',
  title: 'Comprendre les voyants',
  kind: 'failing',
  state: 'new',
  diagnosis: 'article_fails',
  score: 20,
  queries: [],
  articleId: 'A7',
  history: [],
  version: 1,
}

export const failingStep: BacklogItem = {
  ...gap,
  id: 'b4',
  title: 'Brancher l’imprimante · Choisissez l’imprimante',
  kind: 'failing',
  diagnosis: 'step_fails',
  score: 5,
  accounts: 3,
  episodes: 5,
  queries: [],
  evidence: [
    {
      kind: 'flow_step_failed',
      count: 5,
      accounts: 3,
      lastAt: '2026-03-08T20:00:00.000Z',
      reasons: { target_missing: 4, verify_failed: 1 },
    },
    { kind: 'contact_from_step', count: 1, accounts: 1, lastAt: '2026-03-07T20:00:00.000Z' },
  ],
  pages: ['/parametres/impression'],
  step: {
    flowId: 'imprimante',
    stepId: 'choisir',
    flowTitle: 'Brancher l’imprimante',
    stepTitle: 'Choisissez l’imprimante',
    runs: 9,
    failed: 5,
    versions: [
      { version: 4, runs: 2, failed: 0, firstAt: '2026-03-08T08:00:00.000Z', lastFailedAt: null },
      {
        version: 3,
        runs: 7,
        failed: 5,
        firstAt: '2026-02-20T08:00:00.000Z',
        lastFailedAt: '2026-03-08T20:00:00.000Z',
      },
    ],
    releases: [
      { release: '5.2.0', failed: 4 },
      { release: null, failed: 1 },
    ],
    candidates: [{ text: 'button data-fanal-id:imprimer name:contains css:no within:yes', failed: 3 }],
  },
  articleId: null,
}

export const closed: BacklogItem = { ...gap, id: 'b3', title: 'changer de mot de passe', state: 'published', score: 50 }

export const proof = [
  { query: 'rejet lot b2', rank: 1, holds: true },
  { query: 'erreur norme b2', rank: null, holds: false },
]

export const candidates = [
  { id: 'rejet-b2', title: 'Traiter le rejet d’un lot B2', rank: 1 },
  { id: 'facture', title: 'Corriger une facture', rank: 2 },
]

/** Six runs of a printer guide, as packages/insights counts them, and a guide nobody started. */
export const flows: FlowsReport = {
  project: 'cabinet',
  from: '2026-03-02T00:00:00.000Z',
  to: '2026-03-09T00:00:00.000Z',
  now: '2026-03-09T00:00:00.000Z',
  flows: [
    {
      flowId: 'imprimante',
      title: 'Configurer l’imprimante',
      offered: 2,
      acceptance: { value: 0.5, low: 0.0945, high: 0.9055, n: 2 },
      starts: 6,
      startedBy: { article: 3, first_visit: 1, link: 1, visitor: 1 },
      ignored: 1,
      running: 1,
      completed: 3,
      completion: { value: 0.6, low: 0.2307, high: 0.8824, n: 5 },
      solved: { yes: 1, no: 1, unsaid: 1 },
      failed: 2,
      left: 2,
      contacted: 2,
      medianMs: 480_000,
      steps: [
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
          medianMs: 120_000,
        },
        {
          stepId: 'choisir',
          title: 'Choisissez',
          seen: 3,
          passed: 3,
          verified: 2,
          answers: { Oui: 2 },
          failed: 1,
          failures: [{ reason: 'verify_failed', release: null, runs: 1 }],
          left: 0,
          leftBy: {},
          contacted: 0,
          medianMs: null,
        },
      ],
      versions: [
        { key: 2, starts: 5, failed: 2, completion: { value: 0.5, low: 0.15, high: 0.85, n: 4 } },
        { key: 1, starts: 1, failed: 0, completion: { value: 1, low: 0.2065, high: 1, n: 1 } },
      ],
      releases: [
        { key: '4.1', starts: 4, failed: 1, completion: { value: 1, low: 0.4385, high: 1, n: 3 } },
        { key: null, starts: 2, failed: 1, completion: { value: 0, low: 0, high: 0.6576, n: 2 } },
      ],
    },
    {
      flowId: 'vitale',
      title: 'Carte Vitale',
      offered: 0,
      acceptance: { value: null, low: null, high: null, n: 0 },
      starts: 0,
      startedBy: {},
      ignored: 0,
      running: 0,
      completed: 0,
      completion: { value: null, low: null, high: null, n: 0 },
      solved: { yes: 0, no: 0, unsaid: 0 },
      failed: 0,
      left: 0,
      contacted: 0,
      medianMs: null,
      steps: [],
      versions: [],
      releases: [],
    },
  ],
  activation: {
    milestone: 'first-teletransmission',
    withinMs: 1_209_600_000,
    accounts: 5,
    immature: 1,
    reached: { value: 0.5, low: 0.15, high: 0.85, n: 4 },
    late: 1,
    medianMs: 172_800_000,
  },
}

/** Backlog items: one missing or failing answer, or failing step of a flow, each, with all its evidence (docs/metrics.md#the-backlog). */

/** nouveau → à qualifier → accepté → en rédaction → relecture → test → publié → mesuré */
export const backlogStates = [
  'new',
  'triage',
  'accepted',
  'writing',
  'review',
  'testing',
  'published',
  'measured',
] as const
/** synonyme, article amélioré, bug transmis, fusionné, rejeté (reason), reporté */
export const backlogExits = ['synonym', 'improved', 'bug', 'merged', 'rejected', 'postponed'] as const

export type BacklogState = (typeof backlogStates)[number] | (typeof backlogExits)[number]

/**
 * Where a state may go by hand. `published` also asks for proof: the item's queries find the linked article in the top 3, or its
 * step fails for nobody under the flow's version of today.
 */
export const backlogTransitions: Readonly<Record<BacklogState, readonly BacklogState[]>> = {
  new: ['triage', 'accepted', 'synonym', 'improved', 'bug', 'rejected', 'postponed'],
  triage: ['accepted', 'synonym', 'improved', 'bug', 'rejected', 'postponed'],
  accepted: ['writing', 'published', 'synonym', 'improved', 'bug', 'rejected', 'postponed'],
  writing: ['review', 'accepted', 'published', 'improved', 'rejected', 'postponed'],
  review: ['testing', 'writing', 'published', 'improved', 'rejected', 'postponed'],
  testing: ['published', 'review', 'writing', 'improved', 'rejected', 'postponed'],
  published: ['measured', 'triage'],
  measured: ['triage'],
  synonym: ['triage'],
  improved: ['triage'],
  bug: ['triage'],
  merged: [],
  rejected: ['triage'],
  postponed: ['triage', 'accepted'],
}

/** States in which an item no longer waits for anybody. */
export const closedStates: readonly BacklogState[] = [
  'published',
  'measured',
  'synonym',
  'improved',
  'bug',
  'merged',
  'rejected',
]

export type EvidenceKind =
  | 'failed_search'
  | 'uncertain_search'
  | 'search_without_click'
  | 'no_vote'
  | 'contact_after_read'
  | 'contact_from_step'
  | 'flow_step_failed'
  | 'error_seen'
  | 'ticket'

export interface BacklogEvidence {
  kind: EvidenceKind
  count: number
  accounts: number
  /** ISO 8601 */
  lastAt: string
  /** for `no_vote` and for the failures of an item's own step: how often each reason was given */
  reasons?: Record<string, number>
}

export interface BacklogQuery {
  text: string
  count: number
  accounts: number
}

export interface BacklogHistoryEntry {
  /** ISO 8601 */
  at: string
  /** e-mail of a person, or `fanal` */
  by: string
  from: BacklogState | null
  to: BacklogState
  reason?: string
}

export type BacklogDiagnosis =
  | 'true_gap'
  | 'ranks_low'
  | 'typo'
  | 'synonym'
  | 'audience'
  | 'product_bug'
  | 'out_of_scope'
  | 'article_fails'
  | 'step_fails'

/** One version of the flow, in the runs that came to the step, over all that is kept of the history. */
export interface FailingStepVersion {
  /** null where the run began before the history */
  version: number | null
  runs: number
  /** of these, those in which the step failed */
  failed: number
  /** ISO 8601: when the first of these runs came to the step */
  firstAt: string
  /** ISO 8601; null where it never failed */
  lastFailedAt: string | null
}

/** The step of a flow that an item stands for (docs/metrics.md#steps-that-fail). */
export interface FailingStep {
  flowId: string
  stepId: string
  /** as the content has it; null where it is not known, or was withdrawn */
  flowTitle: string | null
  stepTitle: string | null
  /** runs of the last 28 days that came to the step, and those in which it failed */
  runs: number
  failed: number
  /** newest first */
  versions: FailingStepVersion[]
  /** releases of the host app it failed under, by how many runs; null: not told */
  releases: { release: string | null; failed: number }[]
  /** what came nearest to the target, by how many runs it did in (docs/flows.md#signals) */
  candidates: { text: string; failed: number }[]
}

export interface BacklogItem {
  id: string
  project: string
  /** the most frequent query, in the visitors' own words; for a failing article, its title; for a step, the flow's and its own */
  title: string
  kind: 'missing' | 'failing'
  state: BacklogState
  diagnosis: BacklogDiagnosis
  locale: string | null
  /** accounts × failed episodes per account (at most 5) × severity */
  score: number
  accounts: number
  episodes: number
  /** P1 = 4 … P4 = 1 */
  severity: number
  /** shown only when at least 3 accounts typed them (anonymous mode: 3 sessions on 3 days) */
  queries: BacklogQuery[]
  /** hashes of every query behind it: they recognise a problem whose words too few accounts typed to be kept */
  fingerprints?: string[]
  evidence: BacklogEvidence[]
  pages: string[]
  /** the article written for it, or the one that fails */
  articleId: string | null
  /** for `step_fails` */
  step?: FailingStep
  firstSeenAt: string
  lastSeenAt: string
  history: BacklogHistoryEntry[]
  /** counts up at each change; send it back with a change so that two people never overwrite one another */
  version: number
}

/** Body of `PATCH /v1/backlog/{id}`. */
export interface BacklogPatch {
  state?: BacklogState
  articleId?: string | null
  reason?: string
  version?: number
}

/** One stored query replayed against today's search. */
export interface BacklogProof {
  query: string
  /** place of the linked article from 1; null when it is not in the top 10 */
  rank: number | null
  holds: boolean
}

/** What the signals say of an item's step under the version of the flow that is served. */
export interface StepProof {
  /** the version served; null where the flow, or the step, was withdrawn */
  version: number | null
  /** runs under it that came to the step, and those in which it failed */
  runs: number
  failed: number
  /** ISO 8601: from when on the time without a failure is long enough; null before the first run */
  matureAt: string | null
  holds: boolean
}

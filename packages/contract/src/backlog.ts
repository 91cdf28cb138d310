/** Backlog items: one missing or failing answer each, with all its evidence (docs/metrics.md#the-backlog). */

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

/** Where a state may go by hand. `published` also asks for proof: the item's queries find the linked article in the top 3. */
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
  | 'flow_step_failed'
  | 'error_seen'
  | 'ticket'

export interface BacklogEvidence {
  kind: EvidenceKind
  count: number
  accounts: number
  /** ISO 8601 */
  lastAt: string
  /** for `no_vote`: how often each reason was given */
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

export interface BacklogItem {
  id: string
  project: string
  /** the most frequent query, in the visitors' own words; for a failing article, its title */
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

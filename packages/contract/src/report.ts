/** Reports, as answered by `GET /v1/reports/*` and `fanal report`. Every figure is defined in docs/metrics.md. */
import type { FlowExitReason, FlowStartedBy, StepFailure } from './signal.ts'

/** A proportion with its Wilson 95 % interval, all as fractions from 0 to 1; null where n is 0. */
export interface Rate {
  value: number | null
  low: number | null
  high: number | null
  n: number
}

export interface ItemCredit {
  kind: 'article' | 'flow'
  id: string
  credit: number
}

export interface ItemHelpfulness {
  kind: 'article' | 'flow'
  id: string
  yes: number
  no: number
  /** (yes + 6) ÷ (yes + no + 10) */
  h: number
}

export type EpisodeOutcome = 'post_ticket' | 'contacted' | 'explicit' | 'confirmed' | 'assumed' | 'abandoned'

export interface DeflectionReport {
  project: string
  /** ISO 8601; `to` is excluded */
  from: string
  to: string
  now: string
  /** milliseconds */
  windowMs: number
  provisional: boolean
  mode: 'identified' | 'anonymous'
  /** anonymous mode has no join with tickets: the headline is then the resolution inside the session */
  headline: 'deflection' | 'session_resolution'
  sessions: number
  engagedEpisodes: number
  /** sessions with signals and no engaged one */
  notEngaged: number
  immature: number
  /** E: mature engaged episodes with outcomes other than post_ticket */
  episodes: number
  outcomes: Record<EpisodeOutcome, number>
  pi: { value: number; source: 'holdout' | 'survey' | 'hypothesis' }
  helpfulness: ItemHelpfulness[]
  /** A */
  avoidedTickets: number
  /** T */
  tickets: number
  deflection: Rate
  bounds: { low: number | null; high: number | null }
  selfServiceResolution: Rate
  apparentRate: Rate
  contactAfterHelp: Rate
  abandon: Rate
  attribution: { lastTouch: ItemCredit[]; shared: ItemCredit[] }
  /** `hypothesis`: nobody has said what a ticket costs, and 10 € is taken; shown with a badge, like π */
  saved: {
    amount: number
    currency: string
    costPerTicket: number
    /** content work and the tool, already taken off `amount` */
    spent?: number
    source?: 'settings' | 'hypothesis'
  } | null
  /** marked where any signal in it was simulated */
  simulated: boolean
}

export interface SearchesReport {
  project: string
  from: string
  to: string
  committed: number
  noResult: Rate
  failed: Rate
  clickThrough: Rate
  /** at least 3 accounts (or 3 sessions on 3 days) typed them */
  terms: { query: string; count: number; accounts: number; noResult: number; clicked: number }[]
}

export interface ArticlesReport {
  project: string
  from: string
  to: string
  articles: {
    id: string
    title: string | null
    opened: number
    read: number
    yes: number
    no: number
    h: number
    reasons: Record<string, number>
    contactAfterRead: number
  }[]
}

export interface PagesReport {
  project: string
  from: string
  to: string
  /** what `sessions` counts: those with page views, or, where none are sent, those with any signal */
  base: 'page_viewed' | 'signals'
  sessions: number
  /** sessions that led to a contact or a ticket */
  contacts: number
  contactRate: Rate
  /** at most 50, by the low end of the lift */
  pages: {
    page: string
    /** sessions in which it was seen */
    sessions: number
    /** those of them in which it was seen before a contact */
    contacts: number
    contactRate: Rate
    /** the page's contact rate ÷ that of all sessions */
    lift: { value: number; low: number; high: number }
    /** articles offered there, best first; null where the content is not known */
    suggestions: string[] | null
  }[]
}

/** What became of the runs of a flow at one of its steps. Every count is of runs. */
export interface FlowStepFunnel {
  stepId: string
  /** title, question or text, as the flow says it today; null for a step it no longer has */
  title: string | null
  /** runs in which it was shown */
  seen: number
  /** those of them that went on to another step or to the end */
  passed: number
  /** passed without its assertion failing; null for a step that asserts nothing */
  verified: number | null
  /** how often each answer was the last one given; null where nobody answered */
  answers: Partial<Record<string, number>> | null
  /** runs in which it failed */
  failed: number
  /** the same by reason and release of the host app, most frequent first */
  failures: { reason: StepFailure; release: string | null; runs: number }[]
  /** runs that ended here without being completed */
  left: number
  /** the same by reason; `silent`: nothing more was heard */
  leftBy: Partial<Record<FlowExitReason | 'silent', number>>
  /** runs in which the contact form was opened from here */
  contacted: number
  /** from being shown to the next step, of runs that passed, milliseconds; null for fewer than three */
  medianMs: number | null
}

/** Runs of one version of a flow, or under one release of the host app. */
export interface FlowShare<K> {
  key: K
  /** starts that count */
  starts: number
  /** runs in which a step failed */
  failed: number
  completion: Rate
}

export interface FlowFunnel {
  flowId: string
  /** null for a flow that is no longer there */
  title: string | null
  offered: number
  /** offers that were accepted ÷ offers */
  acceptance: Rate
  /** starts that count */
  starts: number
  startedBy: Partial<Record<FlowStartedBy, number>>
  /** started by the host's code and left at the first step: they count nowhere */
  ignored: number
  /** neither at an end nor silent for 12 hours: left out of the completion */
  running: number
  completed: number
  completion: Rate
  /** of the completed: what was said at the end */
  solved: { yes: number; no: number; unsaid: number }
  failed: number
  left: number
  contacted: number
  /** from start to end of completed runs, milliseconds; null for fewer than three */
  medianMs: number | null
  /** in the order of the flow; those it no longer has come last */
  steps: FlowStepFunnel[]
  /** newest first */
  versions: FlowShare<number>[]
  /** most starts first */
  releases: FlowShare<string | null>[]
}

/** Accounts that reach the checklist's milestone soon enough after they are first seen. */
export interface ActivationReport {
  milestone: string
  /** milliseconds */
  withinMs: number
  /** first seen in the period */
  accounts: number
  /** those whose time is not over yet: left out of the rate */
  immature: number
  /** reached in time ÷ accounts whose time is over; null below three accounts */
  reached: Rate
  /** reached later */
  late: number
  /** from first seen to the milestone, of accounts that reached it in time, milliseconds; null for fewer than three */
  medianMs: number | null
}

export interface FlowsReport {
  project: string
  from: string
  to: string
  now: string
  /** most starts first */
  flows: FlowFunnel[]
  /** null where fanal.yaml names no milestone in `checklist`, and where nobody is known */
  activation: ActivationReport | null
}

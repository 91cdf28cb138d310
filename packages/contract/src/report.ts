/** Reports, as answered by `GET /v1/reports/*` and `fanal report`. Every figure is defined in docs/metrics.md. */

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

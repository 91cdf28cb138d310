/**
 * The tables, as Kysely sees them: shared by every dialect, which may only differ in column types underneath.
 * Times are milliseconds since the epoch; `json` columns hold text made by JSON.stringify; flags are 0 or 1.
 */

export interface ProjectsTable {
  id: string
  title: string
  secret_key_hash: string | null
  created_at: number
}

/** Key (project, id); narrow, because this is the table that grows. */
export interface SignalsTable {
  project: string
  id: string
  name: string
  at: number
  received_at: number
  session_id: string
  visitor_id: string | null
  account_id: string | null
  page_key: string
  page_title: string | null
  release: string | null
  locale: string | null
  verified: number
  simulated: number
  /** json */
  props: string
}

/** Key (project, id). */
export interface TicketsTable {
  project: string
  id: string
  created_at: number
  visitor_id: string | null
  contact_ref: string | null
  account_id: string | null
  topic: string | null
  priority: string | null
  channel: string | null
  first_reply_at: number | null
  solved_at: number | null
  reopened: number | null
  reassignments: number | null
}

/** Key (project, version). */
export interface ReleasesTable {
  project: string
  version: string
  at: number
  /** json */
  features: string
  /** json */
  pages: string
}

/** Key (project, article_id, revision). */
export interface RevisionsTable {
  project: string
  article_id: string
  revision: number
  title: string
  content_hash: string
  published_at: number
}

/** Key (project, ref); (project, id) unique too. */
export interface ContactsTable {
  project: string
  ref: string
  /** the request's own id, made by the widget */
  id: string
  /** json */
  request: string
  channel: string
  expected_reply_at: number | null
  created_at: number
  delivery: 'waiting' | 'delivered'
  attempts: number
  next_try_at: number
  last_error: string | null
  delivered_at: number | null
}

/** Key (project, id). */
export interface BacklogItemsTable {
  project: string
  id: string
  version: number
  /** json */
  item: string
}

/** Key email. */
export interface PeopleTable {
  email: string
  name: string
  role: 'owner' | 'editor' | 'viewer'
  password_hash: string
  /** json; null = every project */
  projects: string | null
  created_at: number
}

/** Key id_hash; a session goes with its person. */
export interface SessionsTable {
  id_hash: string
  email: string
  csrf_token: string
  created_at: number
  expires_at: number
}

/** A roll-up of signals. Key (project, article_id, id). */
export interface LearnedPhrasingsTable {
  project: string
  article_id: string
  id: string
  text: string
  weight: number
  accounts: number
  last_at: number
}

/** Key (project, article_id, id). */
export interface PhrasingDecisionsTable {
  project: string
  article_id: string
  id: string
  removed: number
  decided_at: number
  decided_by: string
}

/** Which signals a roll-up was made from. Key (project, name). */
export interface RollupsTable {
  project: string
  name: string
  from_at: number
  signals: number
}

/** One row, written to by `checkWritable`. */
export interface WriteProbeTable {
  id: number
  writes: number
}

export interface Tables {
  projects: ProjectsTable
  signals: SignalsTable
  tickets: TicketsTable
  releases: ReleasesTable
  revisions: RevisionsTable
  contacts: ContactsTable
  backlog_items: BacklogItemsTable
  people: PeopleTable
  sessions: SessionsTable
  learned_phrasings: LearnedPhrasingsTable
  phrasing_decisions: PhrasingDecisionsTable
  rollups: RollupsTable
  write_probe: WriteProbeTable
}

/**
 * What the server asks of a database. One interface, one suite (store.suite.ts), two dialects: sqlite/ on one machine, postgres/ with
 * the same file names when that is not enough, over the SQL both share in sql/. Every write resolves only once it is durable.
 * Times are milliseconds since the epoch and always come in as arguments.
 */
import type { BacklogItem, ContactRequest, Release, Role, Signal, SignalName, Ticket } from '@fanal/contract'
import type { LearnedPhrasing } from '@fanal/insights'

export interface StoredProject {
  id: string
  title: string
  /** SHA-256 hex of the secret key; the key itself is never kept */
  secretKeyHash: string | null
  createdAt: number
}

/** A signal as kept: what arrived, redacted, with what the server knows about it. */
export type StoredSignal = Signal & {
  receivedAt: number
  /** the visitor's identity was signed by the host, or an operator imported it */
  verified: boolean
  simulated?: boolean
}

export interface TimeRange {
  /** included */
  from?: number
  /** excluded */
  to?: number
}

export interface SignalRange extends TimeRange {
  /** only signals of these names */
  names?: readonly SignalName[]
}

export interface AppendResult {
  accepted: number
  /** ids that were there already */
  duplicateIds: string[]
}

export interface PublishedRevision {
  articleId: string
  revision: number
  title: string
  contentHash: string
  publishedAt: number
}

export type ContactDelivery = 'waiting' | 'delivered'

export interface StoredContact {
  project: string
  ref: string
  request: ContactRequest
  channel: string
  expectedReplyAt: number | null
  createdAt: number
  delivery: ContactDelivery
  attempts: number
  nextTryAt: number
  lastError: string | null
  deliveredAt: number | null
}

export interface StoredPerson {
  email: string
  name: string
  role: Role
  /** scrypt, in the form kept by people/password.ts */
  passwordHash: string
  /** project ids; null = every project */
  projects: string[] | null
  createdAt: number
}

export interface StoredSession {
  /** SHA-256 hex of the cookie's value */
  idHash: string
  email: string
  csrfToken: string
  createdAt: number
  expiresAt: number
}

export interface ProjectStore {
  /** Adds the project, or updates its title; never clears a secret key. */
  upsert(project: { id: string; title: string }, now: number): Promise<StoredProject>
  setSecretKeyHash(id: string, hash: string): Promise<void>
  get(id: string): Promise<StoredProject | null>
  list(): Promise<StoredProject[]>
}

export interface SignalStore {
  /** Adds what is new, by id within the project, in one durable commit; signals already there stay untouched. */
  append(project: string, signals: readonly StoredSignal[]): Promise<AppendResult>
  /** Oldest first, ties by id. */
  read(project: string, range?: SignalRange): Promise<StoredSignal[]>
  /** The same, some thousand at a time: for whoever reads a long history and lets others work in between. */
  readInPages(project: string, range?: SignalRange): AsyncIterable<StoredSignal[]>
  count(project: string): Promise<number>
}

export interface TicketStore {
  upsert(project: string, tickets: readonly Ticket[]): Promise<void>
  /** By `createdAt`, oldest first. */
  read(project: string, range?: TimeRange): Promise<Ticket[]>
}

export interface ReleaseStore {
  upsert(project: string, releases: readonly Release[]): Promise<void>
  read(project: string): Promise<Release[]>
}

export interface RevisionStore {
  /** Gives each article whose content hash changed a new revision; answers the current revision of every article given. */
  publish(
    project: string,
    articles: readonly { articleId: string; title: string; contentHash: string }[],
    now: number,
  ): Promise<PublishedRevision[]>
  /** Every revision of every article, by article then revision. */
  history(project: string): Promise<PublishedRevision[]>
}

/** Another contact of the project has this reference already: draw another one. */
export class ContactRefTaken extends Error {
  constructor(ref: string, options?: ErrorOptions) {
    super(`Contact reference ${ref} is taken.`, options)
    this.name = 'ContactRefTaken'
  }
}

export interface ContactStore {
  /**
   * Adds the contact unless its id is known; answers what is stored under that id either way.
   * @throws ContactRefTaken when the id is new but the reference is not
   */
  add(contact: StoredContact): Promise<{ contact: StoredContact; created: boolean }>
  /**
   * The waiting contact that came first of those whose next try is due. It is the caller's until `until`: no other server is given
   * it before, and a caller that dies gives it back so.
   */
  claim(now: number, until: number): Promise<StoredContact | null>
  recordDelivered(project: string, ref: string, at: number): Promise<void>
  recordFailure(project: string, ref: string, error: string, nextTryAt: number): Promise<void>
  /** Contacts of every project that no mail server has taken yet. */
  countWaiting(): Promise<number>
  read(project: string, range?: TimeRange): Promise<StoredContact[]>
}

export interface BacklogStore {
  list(project: string): Promise<BacklogItem[]>
  get(project: string, id: string): Promise<BacklogItem | null>
  /**
   * Writes an item. `expectedVersion` null adds it; a number replaces that version only.
   * @returns false when the stored version is another one: nothing was written
   */
  save(item: BacklogItem, expectedVersion: number | null): Promise<boolean>
}

/** Which signals a roll-up was made from. Made from the same ones again, it is the same. */
export interface RollupMark {
  /** the oldest moment looked at, milliseconds */
  from: number
  /** how many signals of any kind the project had */
  signals: number
}

/** What somebody decided about a phrasing; without its words, which are only kept as long as the signals are. */
export interface PhrasingDecision {
  articleId: string
  id: string
  /** false: it was put back */
  removed: boolean
  at: number
  /** e-mail of a person, or `fanal` for a secret key */
  by: string
}

export interface PhrasingStore {
  /** By article, then by id; `mark` null where nothing was ever learnt. */
  read(project: string): Promise<{ phrasings: LearnedPhrasing[]; mark: RollupMark | null }>
  /** Replaces all phrasings of a project, in one commit with what they were made from. */
  replace(project: string, phrasings: readonly LearnedPhrasing[], mark: RollupMark): Promise<void>
  /** The last decision on each phrasing that there is one on. */
  decisions(project: string): Promise<PhrasingDecision[]>
  decide(project: string, decision: PhrasingDecision): Promise<void>
}

export interface PeopleStore {
  add(person: StoredPerson): Promise<void>
  setPasswordHash(email: string, passwordHash: string): Promise<void>
  remove(email: string): Promise<boolean>
  get(email: string): Promise<StoredPerson | null>
  list(): Promise<StoredPerson[]>
  addSession(session: StoredSession): Promise<void>
  getSession(idHash: string, now: number): Promise<StoredSession | null>
  removeSession(idHash: string): Promise<void>
  /** Every session of one person: a changed password ends them all. */
  removeSessionsOf(email: string): Promise<void>
}

export interface Store {
  readonly projects: ProjectStore
  readonly signals: SignalStore
  readonly tickets: TicketStore
  readonly releases: ReleaseStore
  readonly revisions: RevisionStore
  readonly contacts: ContactStore
  readonly backlog: BacklogStore
  readonly people: PeopleStore
  readonly phrasings: PhrasingStore
  /** Proves that the store can be written; throws with the reason when it cannot. */
  checkWritable(): Promise<void>
  close(): Promise<void>
}

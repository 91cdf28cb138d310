/** The first tables. Never edited once released: what changes later is a new file with the next number. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Compared byte by byte, as SQLite and JavaScript do. */
const text = 'text collate "C"'

const statements = [
  `create table projects (
    id ${text} primary key,
    title ${text} not null,
    secret_key_hash ${text},
    created_at bigint not null
  )`,
  // Time-ordered ids as the key: rows are appended at the end of the tree instead of all over it. Partitions: ../partitions.ts
  `create table signals (
    project ${text} not null,
    id ${text} not null,
    name ${text} not null,
    at bigint not null,
    received_at bigint not null,
    session_id ${text} not null,
    visitor_id ${text},
    account_id ${text},
    page_key ${text} not null,
    page_title ${text},
    release ${text},
    locale ${text},
    verified integer not null,
    simulated integer not null,
    props ${text} not null,
    primary key (project, id)
  ) partition by range (id)`,
  'create table signals_other partition of signals default',
  'create index signals_by_time on signals (project, at)',
  `create table tickets (
    project ${text} not null,
    id ${text} not null,
    created_at bigint not null,
    visitor_id ${text},
    contact_ref ${text},
    account_id ${text},
    topic ${text},
    priority ${text},
    channel ${text},
    first_reply_at bigint,
    solved_at bigint,
    reopened integer,
    reassignments integer,
    primary key (project, id)
  )`,
  'create index tickets_by_time on tickets (project, created_at)',
  `create table releases (
    project ${text} not null,
    version ${text} not null,
    at bigint not null,
    features ${text} not null,
    pages ${text} not null,
    primary key (project, version)
  )`,
  `create table revisions (
    project ${text} not null,
    article_id ${text} not null,
    revision integer not null,
    title ${text} not null,
    content_hash ${text} not null,
    published_at bigint not null,
    primary key (project, article_id, revision)
  )`,
  `create table contacts (
    project ${text} not null,
    ref ${text} not null,
    id ${text} not null,
    request ${text} not null,
    channel ${text} not null,
    expected_reply_at bigint,
    created_at bigint not null,
    delivery ${text} not null check (delivery in ('waiting', 'delivered')),
    attempts integer not null,
    next_try_at bigint not null,
    last_error ${text},
    delivered_at bigint,
    primary key (project, ref),
    unique (project, id)
  )`,
  `create index contacts_waiting on contacts (next_try_at) where delivery = 'waiting'`,
  'create index contacts_by_time on contacts (project, created_at)',
  `create table backlog_items (
    project ${text} not null,
    id ${text} not null,
    version integer not null,
    item ${text} not null,
    primary key (project, id)
  )`,
  `create table people (
    email ${text} primary key,
    name ${text} not null,
    role ${text} not null check (role in ('owner', 'editor', 'viewer')),
    password_hash ${text} not null,
    projects ${text},
    created_at bigint not null
  )`,
  `create table sessions (
    id_hash ${text} primary key,
    email ${text} not null references people (email) on delete cascade,
    csrf_token ${text} not null,
    created_at bigint not null,
    expires_at bigint not null
  )`,
  'create index sessions_by_person on sessions (email)',
  'create table write_probe (id integer primary key, writes bigint not null)',
  'insert into write_probe (id, writes) values (1, 0)',
]

export const firstTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

/** What is learnt from signals, what people decided about it, and from which signals each roll-up was made. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table learned_phrasings (
    project text not null,
    article_id text not null,
    id text not null,
    text text not null,
    weight real not null,
    accounts integer not null,
    last_at integer not null,
    primary key (project, article_id, id)
  ) strict, without rowid`,
  // No words here: they would outlive the signals they come from.
  `create table phrasing_decisions (
    project text not null,
    article_id text not null,
    id text not null,
    removed integer not null,
    decided_at integer not null,
    decided_by text not null,
    primary key (project, article_id, id)
  ) strict, without rowid`,
  `create table rollups (
    project text not null,
    name text not null,
    from_at integer not null,
    signals integer not null,
    primary key (project, name)
  ) strict, without rowid`,
]

export const learnedPhrasings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

/** What is learnt from signals, what people decided about it, and from which signals each roll-up was made. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const text = 'text collate "C"'

const statements = [
  `create table learned_phrasings (
    project ${text} not null,
    article_id ${text} not null,
    id ${text} not null,
    text ${text} not null,
    weight double precision not null,
    accounts integer not null,
    last_at bigint not null,
    primary key (project, article_id, id)
  )`,
  // No words here: they would outlive the signals they come from.
  `create table phrasing_decisions (
    project ${text} not null,
    article_id ${text} not null,
    id ${text} not null,
    removed integer not null,
    decided_at bigint not null,
    decided_by ${text} not null,
    primary key (project, article_id, id)
  )`,
  `create table rollups (
    project ${text} not null,
    name ${text} not null,
    from_at bigint not null,
    signals bigint not null,
    primary key (project, name)
  )`,
]

export const learnedPhrasings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

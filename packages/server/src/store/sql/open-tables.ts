/** The store over a database that has its tables: the same code for every dialect. */
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'
import type { Store } from '../store.ts'
import { createBacklogStore } from './backlog.ts'
import { createContactStore } from './contacts.ts'
import type { Dialect } from './dialect.ts'
import { createPeopleStore } from './people.ts'
import { createPhrasingStore } from './phrasings.ts'
import { createProjectStore } from './projects.ts'
import { createReleaseStore } from './releases.ts'
import { createRevisionStore } from './revisions.ts'
import { createSignalStore } from './signals.ts'
import { createTicketStore } from './tickets.ts'

export function openTables(db: Kysely<Tables>, dialect: Dialect): Store {
  const signals = createSignalStore(db, dialect)
  return {
    projects: createProjectStore(db),
    signals,
    tickets: createTicketStore(db),
    releases: createReleaseStore(db),
    revisions: createRevisionStore(db, dialect),
    contacts: createContactStore(db, dialect),
    backlog: createBacklogStore(db),
    people: createPeopleStore(db),
    phrasings: createPhrasingStore(db),
    async checkWritable() {
      await db
        .updateTable('write_probe')
        .set((eb) => ({ writes: eb('writes', '+', 1) }))
        .where('id', '=', 1)
        .execute()
    },
    async close() {
      await signals.settled()
      await db.destroy()
    },
  }
}

import type { Kysely, Selectable } from 'kysely'
import type { ProjectsTable, Tables } from '../schema.ts'
import type { ProjectStore, StoredProject } from '../store.ts'

export function createProjectStore(db: Kysely<Tables>): ProjectStore {
  return {
    async upsert(project, now) {
      const row = await db
        .insertInto('projects')
        .values({ id: project.id, title: project.title, secret_key_hash: null, created_at: now })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ title: project.title }))
        .returningAll()
        .executeTakeFirstOrThrow()
      return fromRow(row)
    },

    async setSecretKeyHash(id, hash) {
      await db.updateTable('projects').set({ secret_key_hash: hash }).where('id', '=', id).execute()
    },

    async get(id) {
      const row = await db.selectFrom('projects').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? fromRow(row) : null
    },

    async list() {
      const rows = await db.selectFrom('projects').selectAll().orderBy('id').execute()
      return rows.map(fromRow)
    },
  }
}

function fromRow(row: Selectable<ProjectsTable>): StoredProject {
  return { id: row.id, title: row.title, secretKeyHash: row.secret_key_hash, createdAt: row.created_at }
}

import type { BacklogItem } from '@fanal/contract'
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'
import type { BacklogStore } from '../store.ts'

export function createBacklogStore(db: Kysely<Tables>): BacklogStore {
  return {
    async list(project) {
      const rows = await db
        .selectFrom('backlog_items')
        .select('item')
        .where('project', '=', project)
        .orderBy('id')
        .execute()
      return rows.map((row) => parseItem(row.item))
    },

    async get(project, id) {
      const row = await db
        .selectFrom('backlog_items')
        .select('item')
        .where('project', '=', project)
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? parseItem(row.item) : null
    },

    async save(item, expectedVersion) {
      const text = JSON.stringify(item)
      if (expectedVersion === null) {
        const added = await db
          .insertInto('backlog_items')
          .values({ project: item.project, id: item.id, version: item.version, item: text })
          .onConflict((conflict) => conflict.columns(['project', 'id']).doNothing())
          .returning('id')
          .execute()
        return added.length === 1
      }
      const changed = await db
        .updateTable('backlog_items')
        .set({ version: item.version, item: text })
        .where('project', '=', item.project)
        .where('id', '=', item.id)
        .where('version', '=', expectedVersion)
        .returning('id')
        .execute()
      return changed.length === 1
    },
  }
}

function parseItem(text: string): BacklogItem {
  return JSON.parse(text)
}

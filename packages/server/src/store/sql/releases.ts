import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'
import type { ReleaseStore } from '../store.ts'

export function createReleaseStore(db: Kysely<Tables>): ReleaseStore {
  return {
    async upsert(project, releases) {
      await db.transaction().execute(async (transaction) => {
        for (const release of releases) {
          const row = {
            project,
            version: release.version,
            at: release.at,
            features: JSON.stringify(release.features),
            pages: JSON.stringify(release.pages),
          }
          await transaction
            .insertInto('releases')
            .values(row)
            .onConflict((conflict) => conflict.columns(['project', 'version']).doUpdateSet(row))
            .execute()
        }
      })
    },

    async read(project) {
      const rows = await db
        .selectFrom('releases')
        .selectAll()
        .where('project', '=', project)
        .orderBy('at')
        .orderBy('version')
        .execute()
      return rows.map((row) => ({
        version: row.version,
        at: row.at,
        features: JSON.parse(row.features),
        pages: JSON.parse(row.pages),
      }))
    },
  }
}

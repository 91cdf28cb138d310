/** Learned phrasings, a roll-up of signals, beside what people decided about them, which is not. */
import type { LearnedPhrasing } from '@fanal/insights'
import type { Kysely, Selectable } from 'kysely'
import type { LearnedPhrasingsTable, Tables } from '../schema.ts'
import type { PhrasingStore } from '../store.ts'

const rollup = 'phrasings'

export function createPhrasingStore(db: Kysely<Tables>): PhrasingStore {
  return {
    read: (project) =>
      // One transaction: rows and what they were made from belong together.
      db.transaction().execute(async (transaction) => {
        const mark = await transaction
          .selectFrom('rollups')
          .selectAll()
          .where('project', '=', project)
          .where('name', '=', rollup)
          .executeTakeFirst()
        const rows = await transaction
          .selectFrom('learned_phrasings')
          .selectAll()
          .where('project', '=', project)
          .orderBy('article_id')
          .orderBy('id')
          .execute()
        return { phrasings: rows.map(fromRow), mark: mark ? { from: mark.from_at, signals: mark.signals } : null }
      }),

    async replace(project, phrasings, { from, signals }) {
      await db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('learned_phrasings').where('project', '=', project).execute()
        for (const phrasing of phrasings) {
          await transaction.insertInto('learned_phrasings').values(toRow(project, phrasing)).execute()
        }
        const mark = { project, name: rollup, from_at: from, signals }
        await transaction
          .insertInto('rollups')
          .values(mark)
          .onConflict((conflict) => conflict.columns(['project', 'name']).doUpdateSet(mark))
          .execute()
      })
    },

    async decisions(project) {
      const rows = await db
        .selectFrom('phrasing_decisions')
        .selectAll()
        .where('project', '=', project)
        .orderBy('article_id')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        articleId: row.article_id,
        id: row.id,
        removed: row.removed === 1,
        at: row.decided_at,
        by: row.decided_by,
      }))
    },

    async decide(project, { articleId, id, removed, at, by }) {
      const row = { project, article_id: articleId, id, removed: removed ? 1 : 0, decided_at: at, decided_by: by }
      await db
        .insertInto('phrasing_decisions')
        .values(row)
        .onConflict((conflict) => conflict.columns(['project', 'article_id', 'id']).doUpdateSet(row))
        .execute()
    },
  }
}

function toRow(project: string, phrasing: LearnedPhrasing): LearnedPhrasingsTable {
  const { articleId, id, text, weight, accounts, lastAt } = phrasing
  return { project, article_id: articleId, id, text, weight, accounts, last_at: lastAt }
}

function fromRow(row: Selectable<LearnedPhrasingsTable>): LearnedPhrasing {
  const { article_id: articleId, id, text, weight, accounts, last_at: lastAt } = row
  return { articleId, id, text, weight, accounts, lastAt }
}

/** Revisions of published articles: counted here, so that every reader of a revision means the same text. */
import type { Kysely, Selectable } from 'kysely'
import type { RevisionsTable, Tables } from '../schema.ts'
import type { PublishedRevision, RevisionStore } from '../store.ts'
import type { Dialect } from './dialect.ts'

export function createRevisionStore(db: Kysely<Tables>, { lock }: Dialect): RevisionStore {
  return {
    publish: (project, articles, now) =>
      db.transaction().execute(async (transaction) => {
        // Two servers that load the same change count it once.
        await lock(transaction, `revisions ${project}`)
        const current = new Map<string, PublishedRevision>()
        for (const revision of await readHistory(transaction, project)) current.set(revision.articleId, revision)
        const published: PublishedRevision[] = []
        for (const article of articles) {
          const last = current.get(article.articleId)
          if (last?.contentHash === article.contentHash) {
            published.push(last)
            continue
          }
          const next = { ...article, revision: (last?.revision ?? 0) + 1, publishedAt: now }
          await transaction.insertInto('revisions').values(toRow(project, next)).execute()
          current.set(next.articleId, next)
          published.push(next)
        }
        return published
      }),

    history: (project) => readHistory(db, project),
  }
}

async function readHistory(db: Kysely<Tables>, project: string): Promise<PublishedRevision[]> {
  const rows = await db
    .selectFrom('revisions')
    .selectAll()
    .where('project', '=', project)
    .orderBy('article_id')
    .orderBy('revision')
    .execute()
  return rows.map(fromRow)
}

function toRow(project: string, revision: PublishedRevision): RevisionsTable {
  return {
    project,
    article_id: revision.articleId,
    revision: revision.revision,
    title: revision.title,
    content_hash: revision.contentHash,
    published_at: revision.publishedAt,
  }
}

function fromRow(row: Selectable<RevisionsTable>): PublishedRevision {
  return {
    articleId: row.article_id,
    revision: row.revision,
    title: row.title,
    contentHash: row.content_hash,
    publishedAt: row.published_at,
  }
}

/** People of the console and their sessions. E-mail addresses are compared as given: the caller lower-cases them. */
import type { Kysely, Selectable } from 'kysely'
import type { PeopleTable, Tables } from '../schema.ts'
import type { PeopleStore, StoredPerson } from '../store.ts'

export function createPeopleStore(db: Kysely<Tables>): PeopleStore {
  return {
    async add(person) {
      await db
        .insertInto('people')
        .values({
          email: person.email,
          name: person.name,
          role: person.role,
          password_hash: person.passwordHash,
          projects: person.projects === null ? null : JSON.stringify(person.projects),
          created_at: person.createdAt,
        })
        .execute()
    },

    async setPasswordHash(email, passwordHash) {
      await db.updateTable('people').set({ password_hash: passwordHash }).where('email', '=', email).execute()
    },

    async remove(email) {
      const removed = await db.deleteFrom('people').where('email', '=', email).returning('email').execute()
      return removed.length === 1
    },

    async get(email) {
      const row = await db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst()
      return row ? fromRow(row) : null
    },

    async list() {
      const rows = await db.selectFrom('people').selectAll().orderBy('email').execute()
      return rows.map(fromRow)
    },

    async addSession(session) {
      await db.transaction().execute(async (transaction) => {
        // Every sign-in sweeps what has ended: no clock job is needed to keep this table small.
        await transaction.deleteFrom('sessions').where('expires_at', '<=', session.createdAt).execute()
        await transaction
          .insertInto('sessions')
          .values({
            id_hash: session.idHash,
            email: session.email,
            csrf_token: session.csrfToken,
            created_at: session.createdAt,
            expires_at: session.expiresAt,
          })
          .execute()
      })
    },

    async getSession(idHash, now) {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('id_hash', '=', idHash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      if (!row) return null
      return {
        idHash: row.id_hash,
        email: row.email,
        csrfToken: row.csrf_token,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      }
    },

    async removeSession(idHash) {
      await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute()
    },

    async removeSessionsOf(email) {
      await db.deleteFrom('sessions').where('email', '=', email).execute()
    },
  }
}

function fromRow(row: Selectable<PeopleTable>): StoredPerson {
  return {
    email: row.email,
    name: row.name,
    role: row.role,
    passwordHash: row.password_hash,
    projects: row.projects === null ? null : JSON.parse(row.projects),
    createdAt: row.created_at,
  }
}

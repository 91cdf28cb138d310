/** Contacts: kept before they are answered, and until somebody's mail server has taken them. */
import type { Kysely, Selectable } from 'kysely'
import type { ContactsTable, Tables } from '../schema.ts'
import { ContactRefTaken, type ContactStore, type StoredContact } from '../store.ts'
import type { Dialect } from './dialect.ts'

export function createContactStore(db: Kysely<Tables>, { isConstraintError, skipsLocked }: Dialect): ContactStore {
  return {
    add: (contact) =>
      db.transaction().execute(async (transaction) => {
        const known = await transaction
          .selectFrom('contacts')
          .selectAll()
          .where('project', '=', contact.project)
          .where('id', '=', contact.request.id)
          .executeTakeFirst()
        if (known) return { contact: fromRow(known), created: false }
        try {
          await transaction.insertInto('contacts').values(toRow(contact)).execute()
        } catch (error) {
          if (isConstraintError(error)) throw new ContactRefTaken(contact.ref, { cause: error })
          throw error
        }
        return { contact, created: true }
      }),

    async claim(now, until) {
      const row = await db
        .updateTable('contacts')
        .set({ next_try_at: until })
        .where(({ eb, refTuple, selectFrom }) =>
          eb(
            refTuple('project', 'ref'),
            'in',
            selectFrom('contacts as due')
              .select(['due.project', 'due.ref'])
              .where('due.delivery', '=', 'waiting')
              .where('due.next_try_at', '<=', now)
              .orderBy('due.created_at')
              .limit(1)
              .$if(skipsLocked, (query) => query.forUpdate().skipLocked())
              .$asTuple('project', 'ref'),
          ),
        )
        .returningAll()
        .executeTakeFirst()
      return row ? fromRow(row) : null
    },

    async recordDelivered(project, ref, at) {
      await db
        .updateTable('contacts')
        .set((eb) => ({ delivery: 'delivered', delivered_at: at, last_error: null, attempts: eb('attempts', '+', 1) }))
        .where('project', '=', project)
        .where('ref', '=', ref)
        .execute()
    },

    async recordFailure(project, ref, error, nextTryAt) {
      await db
        .updateTable('contacts')
        .set((eb) => ({ last_error: error, next_try_at: nextTryAt, attempts: eb('attempts', '+', 1) }))
        .where('project', '=', project)
        .where('ref', '=', ref)
        .execute()
    },

    async countWaiting() {
      const row = await db
        .selectFrom('contacts')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('delivery', '=', 'waiting')
        .executeTakeFirstOrThrow()
      return row.count
    },

    async read(project, range = {}) {
      let query = db.selectFrom('contacts').selectAll().where('project', '=', project)
      if (range.from !== undefined) query = query.where('created_at', '>=', range.from)
      if (range.to !== undefined) query = query.where('created_at', '<', range.to)
      const rows = await query.orderBy('created_at').orderBy('ref').execute()
      return rows.map(fromRow)
    },
  }
}

function toRow(contact: StoredContact): ContactsTable {
  return {
    project: contact.project,
    ref: contact.ref,
    id: contact.request.id,
    request: JSON.stringify(contact.request),
    channel: contact.channel,
    expected_reply_at: contact.expectedReplyAt,
    created_at: contact.createdAt,
    delivery: contact.delivery,
    attempts: contact.attempts,
    next_try_at: contact.nextTryAt,
    last_error: contact.lastError,
    delivered_at: contact.deliveredAt,
  }
}

function fromRow(row: Selectable<ContactsTable>): StoredContact {
  return {
    project: row.project,
    ref: row.ref,
    request: JSON.parse(row.request),
    channel: row.channel,
    expectedReplyAt: row.expected_reply_at,
    createdAt: row.created_at,
    delivery: row.delivery,
    attempts: row.attempts,
    nextTryAt: row.next_try_at,
    lastError: row.last_error,
    deliveredAt: row.delivered_at,
  }
}

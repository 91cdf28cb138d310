import type { Ticket } from '@fanal/contract'
import type { Kysely, Selectable } from 'kysely'
import type { Tables, TicketsTable } from '../schema.ts'
import type { TicketStore } from '../store.ts'

export function createTicketStore(db: Kysely<Tables>): TicketStore {
  return {
    async upsert(project, tickets) {
      await db.transaction().execute(async (transaction) => {
        for (const ticket of tickets) {
          const row = toRow(project, ticket)
          await transaction
            .insertInto('tickets')
            .values(row)
            .onConflict((conflict) => conflict.columns(['project', 'id']).doUpdateSet(row))
            .execute()
        }
      })
    },

    async read(project, range = {}) {
      let query = db.selectFrom('tickets').selectAll().where('project', '=', project)
      if (range.from !== undefined) query = query.where('created_at', '>=', range.from)
      if (range.to !== undefined) query = query.where('created_at', '<', range.to)
      const rows = await query.orderBy('created_at').orderBy('id').execute()
      return rows.map(fromRow)
    },
  }
}

function toRow(project: string, ticket: Ticket): TicketsTable {
  return {
    project,
    id: ticket.id,
    created_at: ticket.createdAt,
    visitor_id: ticket.visitorId ?? null,
    contact_ref: ticket.contactRef ?? null,
    account_id: ticket.accountId ?? null,
    topic: ticket.topic ?? null,
    priority: ticket.priority ?? null,
    channel: ticket.channel ?? null,
    first_reply_at: ticket.firstReplyAt ?? null,
    solved_at: ticket.solvedAt ?? null,
    reopened: ticket.reopened === undefined ? null : Number(ticket.reopened),
    reassignments: ticket.reassignments ?? null,
  }
}

function fromRow(row: Selectable<TicketsTable>): Ticket {
  return {
    id: row.id,
    createdAt: row.created_at,
    ...(row.visitor_id === null ? {} : { visitorId: row.visitor_id }),
    ...(row.contact_ref === null ? {} : { contactRef: row.contact_ref }),
    ...(row.account_id === null ? {} : { accountId: row.account_id }),
    ...(row.topic === null ? {} : { topic: row.topic }),
    // Only a checked ImpactLevel is ever written.
    ...(row.priority === null ? {} : { priority: row.priority as NonNullable<Ticket['priority']> }),
    ...(row.channel === null ? {} : { channel: row.channel }),
    ...(row.first_reply_at === null ? {} : { firstReplyAt: row.first_reply_at }),
    ...(row.solved_at === null ? {} : { solvedAt: row.solved_at }),
    ...(row.reopened === null ? {} : { reopened: row.reopened === 1 }),
    ...(row.reassignments === null ? {} : { reassignments: row.reassignments }),
  }
}

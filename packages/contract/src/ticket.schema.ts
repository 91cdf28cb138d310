/**
 * Checks tickets; times come in as milliseconds or ISO 8601 and go out as milliseconds. Shape: contact.ts.
 * Help desks write what they do not know as null: it counts as left out.
 */
import { z } from 'zod'
import { impactSchema } from './impact.schema.ts'
import { idText, instant } from './text.schema.ts'

const knownFields = z.object({
  id: idText,
  createdAt: instant,
  visitorId: idText.exactOptional(),
  contactRef: idText.exactOptional(),
  accountId: idText.exactOptional(),
  topic: idText.exactOptional(),
  priority: impactSchema.exactOptional(),
  channel: idText.exactOptional(),
  firstReplyAt: instant.exactOptional(),
  solvedAt: instant.exactOptional(),
  reopened: z.boolean().exactOptional(),
  reassignments: z.int().min(0).exactOptional(),
})

export const ticketSchema = z.preprocess(leaveOutNulls, knownFields)

/** Body of `POST /v1/tickets`: as many as one body can hold. */
export const ticketListSchema = z.array(ticketSchema)

function leaveOutNulls(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
}

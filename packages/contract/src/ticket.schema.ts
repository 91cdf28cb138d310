/** Checks tickets; times come in as milliseconds or ISO 8601 and go out as milliseconds. Shape: contact.ts. */
import { z } from 'zod'
import { impactSchema } from './impact.schema.ts'
import { idText, instant } from './text.schema.ts'

export const ticketSchema = z.object({
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

/** Body of `POST /v1/tickets`: as many as one body can hold. */
export const ticketListSchema = z.array(ticketSchema)

/**
 * The body of Algolia's Insights API, checked as Algolia checks it: what happened, to which objects, after which search.
 * Source: docs/search.md#events
 */
import { FanalError, limits } from '@fanal/contract'
import { describeProblem } from '@fanal/contract/schema'
import { z } from 'zod'

/** Algolia's own limits. */
const maxEvents = 1000
const maxObjects = 20
const maxNameChars = 64

const text = z.string().min(1).max(limits.maxIdChars)
const token = z.string().regex(/^[\w\-=/+.@]{1,129}$/, 'must be 1 to 129 of the characters a-z A-Z 0-9 _ - = / + . @')
const queryID = z.string().regex(/^[\da-f]{32}$/i, 'must be the queryID of a search')

const eventSchema = z
  .object({
    eventType: z.enum(['click', 'conversion', 'view']),
    eventName: z.string().min(1).max(maxNameChars),
    index: text,
    userToken: token,
    authenticatedUserToken: token.nullish(),
    /** milliseconds since the epoch, the client's clock */
    timestamp: z.number().nonnegative().optional(),
    queryID: queryID.optional(),
    objectIDs: z.array(text).min(1).max(maxObjects).optional(),
    positions: z.array(z.int().min(1)).max(maxObjects).optional(),
    filters: z.array(text).min(1).max(10).optional(),
    objectData: z.array(z.object({ queryID: queryID.optional() })).optional(),
  })
  .refine((event) => event.objectIDs !== undefined || event.filters !== undefined, {
    path: ['objectIDs'],
    message: 'or filters must be there',
  })
  .refine(
    ({ eventType, queryID, objectIDs, positions }) => {
      return eventType !== 'click' || queryID === undefined || positions?.length === objectIDs?.length
    },
    { path: ['positions'], message: 'must be as many as objectIDs for a click after a search' },
  )

export type InsightEvent = z.output<typeof eventSchema>

/** What InstantSearch tells Algolia of itself and of the page it stands on: nothing of it is looked at. */
const clientReport = z.object({ eventType: z.literal('instantsearch') })

const bodySchema = z.object({
  events: z
    .array(z.discriminatedUnion('eventType', [eventSchema, clientReport]))
    .min(1)
    .max(maxEvents),
})

/** @throws FanalError EVENT_INVALID: none of the events is taken */
export function readEvents(body: Record<string, unknown>): InsightEvent[] {
  const parsed = bodySchema.safeParse(body)
  if (parsed.success) return parsed.data.events.filter((event) => event.eventType !== 'instantsearch')
  const { path, reason } = describeProblem(parsed.error, body)
  throw new FanalError('EVENT_INVALID', { path, reason })
}

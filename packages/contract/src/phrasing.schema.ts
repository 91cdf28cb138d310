/** Describes phrasings where the API describes itself. Shapes: phrasing.ts. */
import { z } from 'zod'

const phrasingSchema = z.object({
  id: z.string(),
  text: z.string(),
  weight: z.number(),
  accounts: z.int(),
  lastAt: z.string(),
  used: z.boolean(),
  removed: z.object({ at: z.string(), by: z.string() }).nullable(),
})

/** Answer of `GET /v1/articles/{id}/phrasings`. */
export const phrasingListSchema = z.object({
  articleId: z.string(),
  phrasings: z.array(phrasingSchema),
  total: z.int(),
})

/** Answer of `DELETE` and `PUT /v1/articles/{id}/phrasings/{phrasing}`. */
export const phrasingChangeSchema = z.object({ phrasing: phrasingSchema.nullable() })

/** Checks releases of the host app. Shape: contact.ts. */
import { z } from 'zod'
import { limits } from './limits.ts'
import { idText, instant } from './text.schema.ts'

/** Body of `POST /v1/releases`. */
export const releaseSchema = z.object({
  version: idText,
  at: instant,
  features: z.array(idText).max(limits.maxJsonKeys),
  pages: z.array(idText).max(limits.maxJsonKeys),
})

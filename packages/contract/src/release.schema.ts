/** Checks releases of the host app. Shape: contact.ts. */
import { z } from 'zod'
import { limits } from './limits.ts'
import { idText, instant } from './text.schema.ts'

/** Body of `POST /v1/releases`; lists that are left out are empty. */
export const releaseSchema = z.object({
  version: idText,
  at: instant,
  features: z.array(idText).max(limits.maxJsonKeys).default([]),
  pages: z.array(idText).max(limits.maxJsonKeys).default([]),
})

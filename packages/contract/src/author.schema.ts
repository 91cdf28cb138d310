/** Checks what is asked about author links. Shapes: author.ts */
import { z } from 'zod'
import { limits } from './limits.ts'

export const authorLinkRequestSchema = z.strictObject({
  url: z
    .string()
    .max(2000)
    .refine(
      (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol),
      'give an address that begins with http:// or https://',
    ),
  validMs: z.int().min(60_000).max(limits.maxAuthorLinkMs).exactOptional(),
})

export const authorLinkSchema = z.strictObject({ url: z.string(), expiresAt: z.int() })

export const authorPassRequestSchema = z.looseObject({ pass: z.string().min(1).max(2000) })

export const authorPassSchema = z.strictObject({ project: z.string(), expiresAt: z.int() })

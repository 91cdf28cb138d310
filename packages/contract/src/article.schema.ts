/** Checks the front matter of an article file. Shape: article.ts. Only `title` is required. */
import { z } from 'zod'
import { globText, nameText, textList } from './content-text.schema.ts'
import { limits } from './limits.ts'

/** Strict: a key that is not listed here is named by the check, not dropped in silence. */
export const articleFrontMatterSchema = z.strictObject({
  id: nameText.exactOptional(),
  title: z.string().trim().min(1).max(limits.maxIdChars),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as fr or fr-CA')
    .exactOptional(),
  category: z.string().trim().max(limits.maxIdChars).exactOptional(),
  summary: z.string().trim().max(1000).exactOptional(),
  pages: textList(globText).exactOptional(),
  topics: textList().exactOptional(),
  errors: textList().exactOptional(),
  features: textList().exactOptional(),
  symptoms: textList().exactOptional(),
  related: textList(nameText).exactOptional(),
  flow: nameText.exactOptional(),
  owner: z.string().exactOptional(),
  verified: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-03-02')
    .exactOptional(),
  reviewer: z.string().exactOptional(),
  tests: z.array(z.unknown()).exactOptional(),
  audience: z.string().exactOptional(),
  licence: z.string().exactOptional(),
})

/** Checks contacts. The shapes are those of contact.ts, held equal by schema.test.ts. */
import { z } from 'zod'
import { impactSchema } from './impact.schema.ts'
import { limits } from './limits.ts'
import { pageRefSchema } from './signal.schema.ts'
import { freeText, idText, lineText } from './text.schema.ts'

/** Longest address SMTP can carry (RFC 5321 §4.5.3.1.3). */
const maxEmailChars = 254
const maxNameChars = 100
const maxPhoneChars = 40
/** Of each list in the context: what one session can reasonably hold. */
const maxContextItems = 50

const contactContextSchema = z.object({
  page: pageRefSchema.exactOptional(),
  release: idText.exactOptional(),
  locale: idText.exactOptional(),
  errors: z.array(lineText(limits.maxCommentChars)).max(maxContextItems).exactOptional(),
  searches: z.array(lineText(limits.maxQueryChars)).max(maxContextItems).exactOptional(),
  articles: z
    .array(z.object({ id: idText, title: lineText(limits.maxQueryChars), helpful: z.boolean().exactOptional() }))
    .max(maxContextItems)
    .exactOptional(),
  flow: z
    .object({
      id: idText,
      version: z.int().min(0),
      stepId: idText,
      path: z.array(idText).max(limits.maxJsonKeys),
      answers: z.record(idText, lineText(limits.maxIdChars)),
      failure: idText.exactOptional(),
    })
    .exactOptional(),
})

/** Body of `POST /v1/contacts`. */
export const contactRequestSchema = z.object({
  key: idText,
  id: idText,
  token: z.string().max(limits.maxStringBytes).exactOptional(),
  sessionId: idText.exactOptional(),
  visitorId: idText.exactOptional(),
  accountId: idText.exactOptional(),
  subject: lineText(limits.maxSubjectChars).min(1),
  message: freeText(limits.maxMessageChars).regex(/\S/, 'is empty'),
  impact: impactSchema,
  email: z.string().trim().max(maxEmailChars).pipe(z.email()),
  name: lineText(maxNameChars).exactOptional(),
  phone: lineText(maxPhoneChars).exactOptional(),
  channel: idText.exactOptional(),
  context: contactContextSchema.exactOptional(),
})

/** Answer `201` of `POST /v1/contacts`. */
export const contactReceiptSchema = z.object({
  ref: z.string(),
  channel: z.string(),
  expectedReply: z.string().nullable(),
})

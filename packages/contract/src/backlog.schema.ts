/** Checks changes to backlog items. Shapes: backlog.ts. */
import { z } from 'zod'
import { backlogExits, backlogStates } from './backlog.ts'
import { limits } from './limits.ts'
import { freeText, idText } from './text.schema.ts'

/** Body of `PATCH /v1/backlog/{id}`. */
export const backlogPatchSchema = z.object({
  state: z.enum([...backlogStates, ...backlogExits]).exactOptional(),
  articleId: idText.nullable().exactOptional(),
  reason: freeText(limits.maxCommentChars).exactOptional(),
  version: z.int().min(1).exactOptional(),
})

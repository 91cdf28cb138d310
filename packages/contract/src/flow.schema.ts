/**
 * Checks a flow as authors write it in YAML. The wire shape (flow.ts) differs where durations are concerned: `within: 30s` and
 * `wait: 6s` here are `withinMs` and `waitMs` there.
 */
import { z } from 'zod'
import { durationText, globText, nameText, writtenText } from './content-text.schema.ts'
import type { FlowAdvanceOn } from './flow.ts'

export const flowTargetSchema = z.strictObject({
  role: z.string().min(1).exactOptional(),
  name: writtenText.exactOptional(),
  css: z.string().min(1).exactOptional(),
  text: writtenText.exactOptional(),
  within: writtenText.exactOptional(),
  fanal: z.string().min(1).exactOptional(),
})

export const flowStartSchema = z.strictObject({
  when: z.enum(['manual', 'first-visit']),
  page: globText.exactOptional(),
  feature: z.string().min(1).exactOptional(),
  priority: z.number().exactOptional(),
  cap: z.int().min(1).max(20).exactOptional(),
})

export const flowAdvanceOnSchema = z.custom<FlowAdvanceOn>(
  (value) =>
    typeof value === 'string' && /^(?:click|input|change|submit|next|event:[\w:.-]+|page:\/[^?#\s]*)$/.test(value),
  'must be click, input, change, submit, next, event:NAME or page:/GLOB',
)

const verifyKinds = ['page', 'element', 'text', 'event', 'predicate'] as const

export const flowVerifyFileSchema = z
  .strictObject({
    page: globText.exactOptional(),
    element: z.strictObject({ ...flowTargetSchema.shape, value: writtenText.exactOptional() }).exactOptional(),
    text: writtenText.exactOptional(),
    event: z.string().min(1).exactOptional(),
    predicate: z.string().min(1).exactOptional(),
    expected: writtenText.exactOptional(),
    within: durationText.exactOptional(),
  })
  .refine(
    (verify) => verifyKinds.filter((kind) => verify[kind] !== undefined).length === 1,
    `must hold exactly one of ${verifyKinds.join(', ')}`,
  )

export const flowAnswerSchema = z
  .strictObject({
    label: writtenText,
    next: nameText.exactOptional(),
    article: nameText.exactOptional(),
    contact: z.boolean().exactOptional(),
  })
  .refine(
    (answer) => [answer.next, answer.article, answer.contact].filter((way) => way !== undefined).length <= 1,
    'may hold only one of next, article, contact',
  )

export const flowStepFileSchema = z
  .strictObject({
    id: nameText,
    page: globText.exactOptional(),
    target: flowTargetSchema
      .refine(
        (target) => Object.keys(target).length > 0,
        'must hold at least one of role, name, css, text, within, fanal',
      )
      .exactOptional(),
    title: writtenText.exactOptional(),
    text: writtenText.exactOptional(),
    checkpoint: writtenText.exactOptional(),
    answers: z.array(flowAnswerSchema).min(1).max(20).exactOptional(),
    advance: z.strictObject({ on: flowAdvanceOnSchema }).exactOptional(),
    verify: flowVerifyFileSchema.exactOptional(),
    remedy: nameText.exactOptional(),
    article: nameText.exactOptional(),
    next: nameText.exactOptional(),
    fallback: z.strictObject({ text: writtenText, image: z.string().min(1).exactOptional() }).exactOptional(),
    wait: durationText.exactOptional(),
  })
  .refine(
    (step) => (step.title ?? step.text ?? step.checkpoint) !== undefined,
    'says nothing: give it a title, a text or a checkpoint',
  )

export const flowFileSchema = z.strictObject({
  id: nameText.exactOptional(),
  title: writtenText,
  locale: z.string().exactOptional(),
  version: z.int().min(1).exactOptional(),
  start: z.union([z.literal('manual').transform(() => ({ when: 'manual' as const })), flowStartSchema]).exactOptional(),
  steps: z.array(flowStepFileSchema).min(1).max(100),
  done: z.strictObject({ milestone: z.string().exactOptional(), ask: writtenText.exactOptional() }).exactOptional(),
})

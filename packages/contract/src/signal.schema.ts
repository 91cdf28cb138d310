/**
 * Checks signals: one schema per name, so that a batch is judged one by one and at the cost of one schema each.
 * Unknown fields are dropped, never kept. The shapes are those of signal.ts, held equal by schema.test.ts.
 */
import { z } from 'zod'
import { impactSchema } from './impact.schema.ts'
import { limits } from './limits.ts'
import { type SignalName, signalNames, stepFailures } from './signal.ts'
import { freeText, idText, instantMs, lineText } from './text.schema.ts'

const count = z.int().min(0)
const openedBy = z.object({ by: z.enum(['launcher', 'api', 'shortcut', 'link', 'error', 'flow']) })
const flowStart = z.object({
  flowId: idText,
  version: count,
  by: z.enum(['visitor', 'first_visit', 'link', 'api', 'article']),
})
const contactFrom = z.object({ from: idText })
const comment = freeText(limits.maxCommentChars).exactOptional()
const surveyKind = z.enum(['nps', 'ces', 'csat', 'intent'])
const shownList = z.array(idText).max(limits.maxSuggestions)

const propsSchemas = {
  page_viewed: z.object({}),
  panel_opened: openedBy,
  panel_closed: openedBy,
  suggestions_shown: z.object({ articleIds: shownList, why: shownList }),
  search_committed: z.object({
    searchId: idText,
    query: lineText(limits.maxQueryChars),
    hits: count,
    confidence: z.number().min(0).max(1).exactOptional(),
    topScore: z.number().exactOptional(),
    tookMs: z.number().min(0).exactOptional(),
  }),
  result_clicked: z.object({ searchId: idText, articleId: idText, position: count }),
  article_opened: z.object({
    articleId: idText,
    revision: count,
    from: z.enum(['suggestion', 'search', 'related', 'link', 'flow', 'api', 'contact']),
  }),
  article_read: z.object({ articleId: idText, revision: count, activeMs: z.number().min(0) }),
  vote_cast: z.object({
    articleId: idText,
    revision: count,
    helpful: z.boolean(),
    reason: z.enum(['missing', 'wrong', 'unclear', 'broken', 'other']).exactOptional(),
    comment,
  }),
  flow_offered: flowStart,
  flow_started: flowStart,
  flow_step_seen: z.object({ flowId: idText, stepId: idText }),
  checkpoint_answered: z.object({ flowId: idText, stepId: idText, answer: lineText(limits.maxIdChars) }),
  flow_step_failed: z.object({
    flowId: idText,
    stepId: idText,
    reason: z.enum(stepFailures),
    candidates: z.array(idText).max(limits.maxTargetCandidates).exactOptional(),
  }),
  flow_completed: z.object({ flowId: idText, solved: z.boolean().exactOptional() }),
  flow_exited: z.object({
    flowId: idText,
    stepId: idText,
    reason: z.enum(['quit', 'contact', 'navigated', 'failed', 'timeout']),
  }),
  contact_opened: contactFrom,
  contact_cancelled: contactFrom,
  contact_sent: z.object({ contactRef: idText, channel: idText, priority: impactSchema }),
  survey_shown: z.object({ kind: surveyKind, score: z.number().min(0).max(10).exactOptional(), comment }),
  survey_answered: z.object({ kind: surveyKind, score: z.number().min(0).max(10), comment }),
  error_seen: z.object({
    code: idText.exactOptional(),
    message: lineText(limits.maxCommentChars).exactOptional(),
  }),
  milestone_reached: z.object({ name: idText }),
  widget_failed: z.object({ code: idText }),
} as const satisfies Record<SignalName, z.ZodObject>

/** Where the visitor was: a path, never a query or a fragment. */
export const pageRefSchema = z.object({
  key: lineText(limits.maxQueryChars).regex(/^\/[^?#]*$/, 'must start with "/" and hold no "?" or "#"'),
  title: lineText(limits.maxQueryChars).exactOptional(),
})

function signalOf<N extends SignalName>(name: N) {
  return z.object({
    id: idText,
    name: z.literal(name),
    at: instantMs,
    sessionId: idText,
    visitorId: idText.exactOptional(),
    accountId: idText.exactOptional(),
    page: pageRefSchema,
    release: idText.exactOptional(),
    locale: idText.exactOptional(),
    props: propsSchemas[name],
  })
}

type SignalSchemas = { [N in SignalName]: ReturnType<typeof signalOf<N>> }

/** The schema of each signal name. */
export const signalSchemas = Object.fromEntries(
  signalNames.map((name) => [name, signalOf(name)]),
) as unknown as SignalSchemas

/** Any signal; for documents and imports. The server picks one of `signalSchemas` by name. */
export const signalSchema = z.discriminatedUnion('name', [
  signalSchemas.page_viewed,
  signalSchemas.panel_opened,
  signalSchemas.panel_closed,
  signalSchemas.suggestions_shown,
  signalSchemas.search_committed,
  signalSchemas.result_clicked,
  signalSchemas.article_opened,
  signalSchemas.article_read,
  signalSchemas.vote_cast,
  signalSchemas.flow_offered,
  signalSchemas.flow_started,
  signalSchemas.flow_step_seen,
  signalSchemas.checkpoint_answered,
  signalSchemas.flow_step_failed,
  signalSchemas.flow_completed,
  signalSchemas.flow_exited,
  signalSchemas.contact_opened,
  signalSchemas.contact_cancelled,
  signalSchemas.contact_sent,
  signalSchemas.survey_shown,
  signalSchemas.survey_answered,
  signalSchemas.error_seen,
  signalSchemas.milestone_reached,
  signalSchemas.widget_failed,
])

const batchFields = {
  key: idText,
  sentAt: z.number().min(0),
  token: z.string().max(limits.maxStringBytes).exactOptional(),
}

/** Body of `POST /v1/signals`. */
export const signalBatchSchema = z.object({
  ...batchFields,
  signals: z.array(signalSchema).max(limits.maxBatchSignals),
})

/** The same body with its signals not looked at yet: they are judged one by one. The key may stand in a header instead. */
export const signalEnvelopeSchema = z.object({
  ...batchFields,
  key: idText.exactOptional(),
  signals: z.array(z.unknown()),
})

/** Answer `202` of `POST /v1/signals`. */
export const signalReceiptSchema = z.object({
  accepted: count,
  duplicates: count,
  rejected: z.array(z.object({ index: count, id: z.string().nullable(), code: z.string(), message: z.string() })),
})

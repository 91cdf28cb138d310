/**
 * Signals: past facts sent by the widget, one shape per name.
 * The names and props are public (docs/contract.md#signals); changing one needs a version.
 */
import type { ImpactLevel } from './contact.ts'

export type OpenedBy = 'launcher' | 'api' | 'shortcut' | 'link' | 'error' | 'flow'
export type ArticleOpenedFrom = 'suggestion' | 'search' | 'related' | 'link' | 'flow' | 'api' | 'contact'
export type VoteReason = 'missing' | 'wrong' | 'unclear' | 'broken' | 'other'
export type FlowStartedBy = 'visitor' | 'first_visit' | 'link' | 'api' | 'article'
/** Why a step of a flow failed (docs/flows.md#signals). */
export const stepFailures = [
  'target_missing',
  'target_hidden',
  'target_ambiguous',
  'verify_failed',
  'predicate_missing',
  'page_mismatch',
] as const
export type StepFailure = (typeof stepFailures)[number]
export type FlowExitReason = 'quit' | 'contact' | 'navigated' | 'failed' | 'timeout'
export type SurveyKind = 'nps' | 'ces' | 'csat' | 'intent'

export interface SignalProps {
  page_viewed: Record<string, never>
  panel_opened: { by: OpenedBy }
  panel_closed: { by: OpenedBy }
  suggestions_shown: { articleIds: string[]; why: string[] }
  search_committed: {
    searchId: string
    query: string
    hits: number
    /** how likely it was that one of the first three hits answers, 0 to 1; missing where the index does not say */
    confidence?: number
    topScore?: number
    tookMs?: number
  }
  result_clicked: { searchId: string; articleId: string; position: number }
  article_opened: { articleId: string; revision: number; from: ArticleOpenedFrom }
  article_read: { articleId: string; revision: number; activeMs: number }
  vote_cast: { articleId: string; revision: number; helpful: boolean; reason?: VoteReason; comment?: string }
  flow_offered: { flowId: string; version: number; by: FlowStartedBy }
  flow_started: { flowId: string; version: number; by: FlowStartedBy }
  flow_step_seen: { flowId: string; stepId: string }
  checkpoint_answered: { flowId: string; stepId: string; answer: string }
  /** `candidates`: what came nearest to the target, without a word of the page (docs/flows.md#signals) */
  flow_step_failed: { flowId: string; stepId: string; reason: StepFailure; candidates?: string[] }
  flow_completed: { flowId: string; solved?: boolean }
  flow_exited: { flowId: string; stepId: string; reason: FlowExitReason }
  contact_opened: { from: string }
  contact_cancelled: { from: string }
  contact_sent: { contactRef: string; channel: string; priority: ImpactLevel }
  survey_shown: { kind: SurveyKind; score?: number; comment?: string }
  survey_answered: { kind: SurveyKind; score: number; comment?: string }
  error_seen: { code?: string; message?: string }
  milestone_reached: { name: string }
  widget_failed: { code: string }
}

export type SignalName = keyof SignalProps

/** Every signal name, in the order of docs/contract.md. */
export const signalNames = [
  'page_viewed',
  'panel_opened',
  'panel_closed',
  'suggestions_shown',
  'search_committed',
  'result_clicked',
  'article_opened',
  'article_read',
  'vote_cast',
  'flow_offered',
  'flow_started',
  'flow_step_seen',
  'checkpoint_answered',
  'flow_step_failed',
  'flow_completed',
  'flow_exited',
  'contact_opened',
  'contact_cancelled',
  'contact_sent',
  'survey_shown',
  'survey_answered',
  'error_seen',
  'milestone_reached',
  'widget_failed',
] as const satisfies readonly SignalName[]

export interface PageRef {
  /** path with its variable parts folded, such as `/patients/:id`; never a query or fragment */
  key: string
  title?: string
}

export interface SignalOf<N extends SignalName> {
  /** UUIDv7 when made by a browser; any unique text when imported */
  id: string
  name: N
  /** milliseconds since the epoch, the visitor's clock; corrected on arrival by `sentAt` */
  at: number
  sessionId: string
  visitorId?: string
  accountId?: string
  page: PageRef
  release?: string
  locale?: string
  props: SignalProps[N]
}

/** One past fact; discriminated by `name`. */
export type Signal = { [N in SignalName]: SignalOf<N> }[SignalName]

/** Body of `POST /v1/signals`. */
export interface SignalBatch {
  key: string
  /** the visitor's clock when the batch left, milliseconds; what `at` is corrected by */
  sentAt: number
  /** JWT signed by the host's server, identified mode only */
  token?: string
  signals: Signal[]
}

export interface RejectedSignal {
  /** place in the batch, from 0 */
  index: number
  id: string | null
  code: string
  message: string
}

/** Answer `202` of `POST /v1/signals`: given only once the accepted ones are durable. */
export interface SignalReceipt {
  accepted: number
  duplicates: number
  rejected: RejectedSignal[]
}

/**
 * Decides how an episode ended: the first rule that matches, in the order of the table.
 * Pure: knows nothing of other episodes, periods or maturity.
 * Source: docs/metrics.md#outcome-of-an-episode
 */
import { type EpisodeOutcome, limits, type SignalOf, type Ticket } from '@fanal/contract'
import type { Episode } from './episodes.ts'
import type { InsightSignal } from './history.ts'

/** Outcomes in which help did the work: N. */
export const helpedOutcomes = ['explicit', 'confirmed', 'assumed'] as const
export type HelpedOutcome = (typeof helpedOutcomes)[number]

/** What was read or done in an episode; a flow completed stands beside an article read. */
export interface HelpItem {
  kind: 'article' | 'flow'
  id: string
}

/**
 * @param tickets those linked to the episode
 * @param postTicket the visitor had written a ticket in the 24 h before
 */
export function judgeEpisode(episode: Episode, tickets: readonly Ticket[], postTicket: boolean): EpisodeOutcome {
  const { acts } = episode
  if (postTicket) return 'post_ticket'
  if (tickets.length > 0 || acts.some((act) => act.name === 'contact_sent')) return 'contacted'
  const lastVote = acts.findLast((act) => act.name === 'vote_cast')
  const votedNo = lastVote?.props.helpful === false
  const opened = acts.findIndex((act) => act.name === 'contact_opened')
  if (opened >= 0 && !votedNo && acts.slice(opened + 1).some((act) => touchedItem(act) !== null)) return 'explicit'
  if (lastVote?.props.helpful === true) return 'confirmed'
  if (acts.some((act) => act.name === 'flow_completed' && act.props.solved === true)) return 'confirmed'
  if (opened < 0 && !votedNo && acts.some(isRead)) return 'assumed'
  return 'abandoned'
}

export function isHelped(outcome: EpisodeOutcome): outcome is HelpedOutcome {
  return outcome === 'explicit' || outcome === 'confirmed' || outcome === 'assumed'
}

/** An article counts as read after 10 s of activity; a shorter look does not. */
export function isRead(signal: InsightSignal): signal is InsightSignal & SignalOf<'article_read'> {
  return signal.name === 'article_read' && signal.props.activeMs >= limits.readMinMs
}

/** The item that a signal shows as read or completed; null for any other signal. */
export function touchedItem(signal: InsightSignal): HelpItem | null {
  if (isRead(signal)) return { kind: 'article', id: signal.props.articleId }
  if (signal.name === 'flow_completed') return { kind: 'flow', id: signal.props.flowId }
  return null
}

/** Text that tells one item from another. */
export function itemKey(item: HelpItem): string {
  return `${item.kind}:${item.id}`
}

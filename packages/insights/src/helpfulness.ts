/**
 * How helpful readers find an item: h = (yes + 6) ÷ (yes + no + 10), the votes weighed with a prior of 6 yes and 4 no, so that
 * one vote says little and many say all. One visitor counts once per revision, with their last vote.
 * Source: docs/metrics.md#helpfulness
 */
import type { ItemHelpfulness, SignalOf } from '@fanal/contract'
import { Fraction } from './fraction.ts'
import { compareText, type InsightMode, type InsightSignal, visitorKey } from './history.ts'

const priorYes = 6
const priorNo = 4

export type VoteSignal = InsightSignal & SignalOf<'vote_cast'>

export interface VoteCount {
  yes: number
  no: number
}

/** The last vote of each visitor on each revision of each article, oldest first. */
export function lastVotes(ordered: readonly InsightSignal[], mode: InsightMode): VoteSignal[] {
  const last = new Map<string, VoteSignal>()
  for (const signal of ordered) {
    if (signal.name !== 'vote_cast') continue
    const { articleId, revision } = signal.props
    last.set(JSON.stringify([visitorKey(signal, mode), articleId, revision]), signal)
  }
  const kept = new Set<InsightSignal>(last.values())
  return ordered.filter((signal): signal is VoteSignal => kept.has(signal))
}

/** Votes by article. */
export function countVotes(votes: readonly VoteSignal[]): Map<string, VoteCount> {
  const counts = new Map<string, VoteCount>()
  for (const { props } of votes) {
    const count = counts.get(props.articleId) ?? { yes: 0, no: 0 }
    counts.set(props.articleId, count)
    if (props.helpful) count.yes += 1
    else count.no += 1
  }
  return counts
}

/** h, exactly. */
export function helpfulness(votes: VoteCount | undefined): Fraction {
  const { yes, no } = votes ?? { yes: 0, no: 0 }
  return Fraction.of(yes + priorYes, yes + no + priorYes + priorNo)
}

/** One line per item, articles before flows, by id. Flows take no votes yet: the prior alone speaks for them. */
export function helpfulnessTable(
  items: Iterable<{ kind: 'article' | 'flow'; id: string }>,
  votes: ReadonlyMap<string, VoteCount>,
): ItemHelpfulness[] {
  const lines = new Map<string, ItemHelpfulness>()
  for (const { kind, id } of items) {
    const count = (kind === 'article' && votes.get(id)) || { yes: 0, no: 0 }
    lines.set(`${kind}:${id}`, { kind, id, ...count, h: helpfulness(count).toNumber() })
  }
  return [...lines.values()].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id))
}

/**
 * What each helped episode is worth in avoided tickets, and which items earned it.
 * Credits are exact fractions and always sum to the avoided tickets A.
 * Source: docs/metrics.md#avoided-tickets, docs/metrics.md#attribution
 */
import type { ItemCredit } from '@fanal/contract'
import type { Episode } from './episodes.ts'
import { Fraction } from './fraction.ts'
import { helpfulness, type VoteCount } from './helpfulness.ts'
import { compareText } from './history.ts'
import { type HelpedOutcome, type HelpItem, isRead, itemKey, touchedItem } from './outcomes.ts'

export interface HelpedEpisode {
  episode: Episode
  outcome: HelpedOutcome
}

export interface Attribution {
  /** A */
  avoided: Fraction
  lastTouch: Map<string, { item: HelpItem; credit: Fraction }>
  shared: Map<string, { item: HelpItem; credit: Fraction }>
}

/**
 * Values helped episodes and shares the value out.
 *
 * @param pi probability that a helped visitor would otherwise have written, 0 to 1
 * @param votes by article, for h of the last article read
 */
export function attribute(
  helped: readonly HelpedEpisode[],
  pi: Fraction,
  votes: ReadonlyMap<string, VoteCount>,
): Attribution {
  const avoided = new CreditLedger()
  const lastTouch = new CreditLedger()
  const shared = new CreditLedger()
  for (const one of helped) {
    const worth = worthOf(one, pi, votes)
    const items = creditedItems(one.episode)
    avoided.add({ kind: 'article', id: '' }, worth.key, worth.value, 1)
    lastTouch.add(items.last, worth.key, worth.value, 1)
    for (const item of items.shared) shared.add(item, worth.key, worth.value, items.shared.length)
  }
  return {
    avoided: Fraction.sum([...avoided.totals().values()].map(({ credit }) => credit)),
    lastTouch: lastTouch.totals(),
    shared: shared.totals(),
  }
}

/** Credits as reported: largest first, then by kind and id; items that earned nothing are left out. */
export function creditTable(credits: Attribution['shared']): ItemCredit[] {
  return [...credits.values()]
    .filter(({ credit }) => !credit.isZero())
    .map(({ item, credit }) => ({ ...item, credit: credit.toNumber() }))
    .sort((a, b) => b.credit - a.credit || compareText(a.kind, b.kind) || compareText(a.id, b.id))
}

/** explicit 1 · confirmed π · assumed π·h(last article read); the key is equal for equal values of one run. */
function worthOf(
  { outcome, episode }: HelpedEpisode,
  pi: Fraction,
  votes: ReadonlyMap<string, VoteCount>,
): { key: string; value: Fraction } {
  if (outcome === 'explicit') return { key: 'explicit', value: Fraction.one }
  if (outcome === 'confirmed') return { key: 'confirmed', value: pi }
  const articleId = episode.acts.findLast(isRead)?.props.articleId ?? ''
  const count = votes.get(articleId)
  return { key: `assumed:${count?.yes ?? 0}:${count?.no ?? 0}`, value: pi.times(helpfulness(count)) }
}

/**
 * The items an episode's value goes to: everything read or completed, but for articles last voted "no".
 * Where nothing is left (an article confirmed after a glance too short to count as reading), the articles voted "yes".
 */
function creditedItems(episode: Episode): { last: HelpItem; shared: HelpItem[] } {
  const lastVotes = new Map<string, boolean>()
  const votedYes = new Map<string, HelpItem>()
  const touched = new Map<string, HelpItem>()
  let last: HelpItem | undefined
  for (const act of episode.acts) {
    const item = touchedItem(act)
    if (item) {
      touched.set(itemKey(item), item)
      last = item
    }
    if (act.name !== 'vote_cast') continue
    const voted: HelpItem = { kind: 'article', id: act.props.articleId }
    lastVotes.set(itemKey(voted), act.props.helpful)
    votedYes.delete(itemKey(voted))
    if (act.props.helpful) votedYes.set(itemKey(voted), voted)
  }
  const kept = [...touched].filter(([key]) => lastVotes.get(key) !== false).map(([, item]) => item)
  const shared = kept.length > 0 ? kept : [...votedYes.values()]
  last ??= shared.at(-1)
  // A helped episode always has one: explicit and assumed need an item, confirmed a "yes" or a completed flow.
  if (last === undefined) throw new RangeError('An episode in which nothing was read or voted cannot be helped.')
  return { last, shared }
}

/** Sums equal parts in integers first: a hundred thousand episodes cost a few additions of fractions. */
class CreditLedger {
  readonly #entries = new Map<string, { item: HelpItem; parts: Map<string, { value: Fraction; count: number }> }>()

  /** Adds `value ÷ share` to an item; `key` names the value. */
  add(item: HelpItem, key: string, value: Fraction, share: number): void {
    const entry = this.#entries.get(itemKey(item)) ?? { item, parts: new Map() }
    this.#entries.set(itemKey(item), entry)
    const partKey = `${key}/${share}`
    const part = entry.parts.get(partKey) ?? { value: value.times(Fraction.of(1, share)), count: 0 }
    entry.parts.set(partKey, part)
    part.count += 1
  }

  totals(): Map<string, { item: HelpItem; credit: Fraction }> {
    const totals = new Map<string, { item: HelpItem; credit: Fraction }>()
    for (const [key, { item, parts }] of this.#entries) {
      const credit = Fraction.sum([...parts.values()].map(({ value, count }) => value.times(Fraction.of(count, 1))))
      totals.set(key, { item, credit })
    }
    return totals
  }
}

/**
 * How useful an article has been on a page: who read it there, and whether they found it helpful. Signals are taken in one by one, in any
 * order and any number of times, so that a server can add what arrives without reading everything again.
 * Few cases say little: reading and votes on the page are shrunk towards the article's own over all pages, and those towards the mean.
 * Pure: no clock, no store.
 * Source: docs/metrics.md#use-on-a-page
 */
import type { SignalName, SignalOf } from '@fanal/contract'
import { compareText, type InsightSignal, visitorKey } from './history.ts'
import { isRead } from './outcomes.ts'

/** The signals that `add` learns reading and votes from; what pages are called it learns from any. */
export const pageUseSignals = ['article_read', 'vote_cast'] as const satisfies readonly SignalName[]

/** Readings of an average article that an article's own weigh against. */
const meanReadsWeight = 20
/** Readings over all pages that those on the page weigh against. */
const overallReadsWeight = 10
/** Titles remembered of one page. */
const maxTitles = 20
const priorYes = 6
const priorNo = 4
/** Votes over all pages that those on the page weigh against. */
const overallVotesWeight = 5

export interface UseScore {
  /** reading on this page against the average article: 1 = as any other, 2 = twice as much */
  reads: number
  /** share of "yes" to be expected here, 0 to 1 */
  helpfulness: number
  /** the two multiplied; 0.6 for an article nobody has read or voted on, where nobody has anything */
  value: number
}

export interface PageUse {
  /** @returns whether anything was learnt: false for what a simulation made, for one known already, and for others that rename no page */
  add(signal: InsightSignal): boolean
  /**
   * The judge of articles on one page, or on all pages of a glob.
   *
   * @param covers whether a page key is meant
   * @param articles how many there are in all, ≥ 1
   */
  on(covers: (pageKey: string) => boolean, articles: number): (article: { id: string; revision: number }) => UseScore
  /**
   * The judge of articles wherever they are read.
   *
   * @param articles how many there are in all, ≥ 1
   * @returns null while nobody has read or voted on anything
   */
  everywhere(articles: number): ((article: { id: string; revision: number }) => UseScore) | null
  /** What the host calls a page in most sessions; of equally frequent titles the first in code unit order. */
  titleOf(pageKey: string): string | undefined
}

/** What is believed of an article where nothing is known of any: read like any other, and found helpful by 60 %. */
const unusedValue = 0.6

/** A value as a share, 0 to 1: 0.5 for an article nobody knows, more for one that is more read and found more helpful. */
export function useShare({ value }: Pick<UseScore, 'value'>): number {
  return value / (value + unusedValue)
}

interface Vote {
  at: number
  id: string
  page: string
  item: string
  helpful: boolean
}

interface Votes {
  yes: number
  no: number
}

export function createPageUse(): PageUse {
  /** page key → article id → sessions it was read in */
  const readers = new Map<string, Map<string, Set<string>>>()
  const overallReads = new Map<string, number>()
  let allReads = 0
  /** the last vote of each visitor on each revision */
  const votes = new Map<string, Vote>()
  /** those votes summed: all of them, by item, and by page key and item */
  const all = noVotes()
  const everywhere = new Map<string, Votes>()
  const byPage = new Map<string, Map<string, Votes>>()

  /** page key → title → sessions it was told in */
  const titles = new Map<string, Map<string, Set<string>>>()

  /** A page whose title names what is on screen has one for each patient: of those the first are remembered. */
  function addTitle({ page: { key, title }, sessionId }: InsightSignal): boolean {
    if (title === undefined) return false
    const told = entryOf(titles, key, () => new Map<string, Set<string>>())
    if (!told.has(title) && told.size >= maxTitles) return false
    const before = titleOf(key)
    entryOf(told, title, () => new Set<string>()).add(sessionId)
    return titleOf(key) !== before
  }

  function titleOf(key: string): string | undefined {
    const [first] = [...(titles.get(key) ?? [])].sort(([a, inA], [b, inB]) => inB.size - inA.size || compareText(a, b))
    return first?.[0]
  }

  function addRead({ page, sessionId, props }: SignalOf<'article_read'>): boolean {
    const onPage = entryOf(readers, page.key, () => new Map<string, Set<string>>())
    const sessions = entryOf(onPage, props.articleId, () => new Set<string>())
    if (sessions.has(sessionId)) return false
    sessions.add(sessionId)
    overallReads.set(props.articleId, (overallReads.get(props.articleId) ?? 0) + 1)
    allReads += 1
    return true
  }

  function addVote(signal: InsightSignal & SignalOf<'vote_cast'>): boolean {
    const { at, id, page, props } = signal
    const item = revisionKey(props.articleId, props.revision)
    const key = JSON.stringify([visitorKey(signal, 'identified'), item])
    const known = votes.get(key)
    if (known && (known.at > at || (known.at === at && known.id >= id))) return false
    if (known) count(known, -1)
    const vote = { at, id, page: page.key, item, helpful: props.helpful }
    votes.set(key, vote)
    count(vote, 1)
    return true
  }

  function count({ page, item, helpful }: Vote, change: 1 | -1): void {
    const onPage = entryOf(byPage, page, () => new Map<string, Votes>())
    for (const sum of [all, entryOf(everywhere, item, noVotes), entryOf(onPage, item, noVotes)])
      sum[helpful ? 'yes' : 'no'] += change
  }

  /** Votes by item on the pages that `covers` says. */
  function votesOn(covers: (pageKey: string) => boolean): Map<string, Votes> {
    const here = new Map<string, Votes>()
    for (const [page, items] of byPage) {
      if (!covers(page)) continue
      for (const [item, { yes, no }] of items) {
        const sum = entryOf(here, item, noVotes)
        sum.yes += yes
        sum.no += no
      }
    }
    return here
  }

  const overallShare = (id: string, articles: number) =>
    ((overallReads.get(id) ?? 0) + meanReadsWeight / articles) / (allReads + meanReadsWeight)

  return {
    add(signal) {
      if (signal.simulated) return false
      const isNamed = addTitle(signal)
      if (isRead(signal)) return addRead(signal) || isNamed
      return (signal.name === 'vote_cast' && addVote(signal)) || isNamed
    },

    titleOf,

    on(covers, articles) {
      const here = new Map<string, number>()
      let readsHere = 0
      for (const [page, read] of readers) {
        if (!covers(page)) continue
        for (const [id, sessions] of read) {
          here.set(id, (here.get(id) ?? 0) + sessions.size)
          readsHere += sessions.size
        }
      }
      const onPage = votesOn(covers)
      const mean = meanOf(all)
      return ({ id, revision }) => {
        const towards = overallReadsWeight * overallShare(id, articles)
        const share = ((here.get(id) ?? 0) + towards) / (readsHere + overallReadsWeight)
        const item = revisionKey(id, revision)
        const own = shrink(everywhere.get(item), mean, priorYes + priorNo)
        const helpfulness = shrink(onPage.get(item), own, overallVotesWeight)
        const reads = share * articles
        return { reads, helpfulness, value: reads * helpfulness }
      }
    },

    everywhere(articles) {
      if (allReads === 0 && votes.size === 0) return null
      const mean = meanOf(all)
      return ({ id, revision }) => {
        const reads = overallShare(id, articles) * articles
        const helpfulness = shrink(everywhere.get(revisionKey(id, revision)), mean, priorYes + priorNo)
        return { reads, helpfulness, value: reads * helpfulness }
      }
    },
  }
}

function meanOf({ yes, no }: Votes): number {
  return (yes + priorYes) / (yes + no + priorYes + priorNo)
}

const noVotes = (): Votes => ({ yes: 0, no: 0 })

/** A share of "yes" that `weight` votes at `towards` stand beside. */
function shrink(votes: Votes | undefined, towards: number, weight: number): number {
  const { yes, no } = votes ?? noVotes()
  return (yes + weight * towards) / (yes + no + weight)
}

function revisionKey(articleId: string, revision: number): string {
  return `${revision} ${articleId}`
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

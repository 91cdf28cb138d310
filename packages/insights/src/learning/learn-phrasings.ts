/**
 * The words visitors really use for an article: searches that led to it, in the words of at least three accounts. Made from signals alone,
 * so that it can be made again at any time, and follows when signals are erased. What visitors did is judged in judge-wordings.ts.
 * Words typed by fewer than a crowd never leave this module.
 * Pure: no clock, no store.
 * Source: docs/search.md#learned-phrasings
 */
import { limits, type SignalName } from '@fanal/contract'
import { fingerprint } from '../backlog/fingerprint.ts'
import { queryWords } from '../backlog/query-words.ts'
import { countCrowd, customerKey } from '../crowd.ts'
import { compareText, type InsightSignal, orderSignals, visitorKey } from '../history.ts'
import { mostFrequentSpelling } from '../searches.ts'
import { decay } from './decay.ts'
import { judgeWordings, type WordingEvidence } from './judge-wordings.ts'

/** The signals that are learnt from; every other one may be left out. */
export const phrasingSignals = [
  'search_committed',
  'result_clicked',
  'article_opened',
  'article_read',
  'vote_cast',
] as const satisfies readonly SignalName[]

/**
 * Whose signals these are is read from the signals: where a project is anonymous none of them names anybody. So the answer depends on
 * nothing but them, and a project whose mode changes forgets nothing.
 */
const mode = 'identified'

/** Weaker phrasings are not searched: three people who clicked, and neither read nor voted, have not said enough. */
const minWeight = 1
/** The strongest speak for an article; more would make of it one that answers everything. */
const maxPerArticle = 20

/** One wording for one article. */
export interface LearnedPhrasing {
  articleId: string
  /** 16 hexadecimal digits: the same for every way of writing it */
  id: string
  /** its most frequent spelling */
  text: string
  /** points of everybody who used it, as of `lastAt`; over 0 */
  weight: number
  /** whom it helped: accounts, or sessions where nobody is known; 3 or more */
  accounts: number
  /** milliseconds */
  lastAt: number
}

/**
 * Learns from a history.
 *
 * @param signals any order, duplicates allowed; what a simulation made does not count
 * @returns by article, then by id; the same for the same signals, to the last bit
 */
export function learnPhrasings(signals: readonly InsightSignal[]): LearnedPhrasing[] {
  const learner = createPhrasingLearner()
  for (const signal of orderSignals(signals)) learner.add(signal)
  return learner.learnt()
}

/** Learns from a history that is read piece by piece: it keeps the episodes that are going on, and of the others what they said. */
export interface PhrasingLearner {
  /** @param signal each once, none older than one before */
  add(signal: InsightSignal): void
  /** as `learnPhrasings` */
  learnt(): LearnedPhrasing[]
}

export function createPhrasingLearner(): PhrasingLearner {
  const episodes = new Map<string, InsightSignal[]>()
  const said: WordingEvidence[] = []

  return {
    add(signal) {
      if (signal.simulated) return
      const visitor = visitorKey(signal, mode)
      const episode = episodes.get(visitor)
      const last = episode?.at(-1)
      if (episode && last && signal.at - last.at < limits.episodeGapMs) {
        episode.push(signal)
        return
      }
      if (episode) said.push(...judgeWordings(episode))
      episodes.set(visitor, [signal])
    },

    learnt() {
      const evidence = [...said, ...[...episodes.values()].flatMap(judgeWordings)]
      const wordings = Map.groupBy(evidence.map(withoutLabels), ({ search, articleId }) =>
        JSON.stringify([articleId, queryWords(search.props.query).join(' ')]),
      )
      return [...wordings.values()]
        .flatMap(toPhrasing)
        .sort((a, b) => compareText(a.articleId, b.articleId) || compareText(a.id, b.id))
    },
  }
}

/** What a phrasing weighs at a moment, milliseconds. */
export function weightAt({ weight, lastAt }: LearnedPhrasing, now: number): number {
  return weight * decay(now - lastAt)
}

/**
 * The phrasings that an article is searched by.
 *
 * @param phrasings of one article, without those that somebody removed
 * @param now milliseconds
 * @returns the heaviest first, ties by id; none under a weight of 1, at most 20
 */
export function phrasingsInUse(phrasings: readonly LearnedPhrasing[], now: number): LearnedPhrasing[] {
  return byWeight(phrasings, now)
    .filter((one) => weightAt(one, now) >= minWeight)
    .slice(0, maxPerArticle)
}

/** The heaviest first, ties by id. */
export function byWeight(phrasings: readonly LearnedPhrasing[], now: number): LearnedPhrasing[] {
  return phrasings.toSorted((a, b) => weightAt(b, now) - weightAt(a, now) || compareText(a.id, b.id))
}

/** Labels that stand where personal data were, such as `[name]`, are nobody's words. */
function withoutLabels(one: WordingEvidence): WordingEvidence {
  const query = one.search.props.query.replace(/\[[a-z]+\]/g, ' ')
  return { ...one, search: { ...one.search, props: { ...one.search.props, query } } }
}

/** [] for words of too few, of nobody, or that helped fewer than they misled. */
function toPhrasing(evidence: readonly WordingEvidence[]): LearnedPhrasing[] {
  const [first] = evidence
  const words = queryWords(first?.search.props.query ?? '').join(' ')
  if (first === undefined || words === '') return []
  const latest = latestOfEach(evidence)
  const helped = latest.filter(({ points }) => points > 0).map(({ search }) => search)
  const crowd = countCrowd(helped, mode)
  const lastAt = Math.max(...latest.map(({ at }) => at))
  const weight = latest.reduce((sum, { points, at }) => sum + points * decay(lastAt - at), 0)
  if (!crowd.isCrowd || weight <= 0) return []
  const text = mostFrequentSpelling(helped)
  return [{ articleId: first.articleId, id: fingerprint(words), text, weight, accounts: crowd.size, lastAt }]
}

/** One customer has one say, their latest; of the same moment the strongest. By customer, so that sums come out alike. */
function latestOfEach(evidence: readonly WordingEvidence[]): WordingEvidence[] {
  const latest = new Map<string, WordingEvidence>()
  for (const one of evidence) {
    const key = customerKey(one.search, mode)
    const known = latest.get(key)
    if (!known || one.at > known.at || (one.at === known.at && Math.abs(one.points) > Math.abs(known.points))) {
      latest.set(key, one)
    }
  }
  return [...latest].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one)
}

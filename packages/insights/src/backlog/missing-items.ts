/**
 * Makes backlog items of searches that failed: answers that are missing, or that nobody finds.
 * Words typed by fewer than three accounts never leave this module.
 * Source: docs/metrics.md#the-backlog
 */
import type { BacklogDiagnosis, BacklogEvidence, BacklogItem, BacklogQuery } from '@fanal/contract'
import { countCrowd } from '../crowd.ts'
import type { HelpHistory, JudgedEpisode } from '../help-history.ts'
import type { InsightMode, InsightSignal } from '../history.ts'
import { foldQuery, type JudgedSearch, judgeSearches, mostFrequentSpelling } from '../searches.ts'
import { clusterQueries, type QueryCluster } from './cluster-queries.ts'
import { queryWords } from './query-words.ts'
import {
  byFrequency,
  evidenceLine,
  type Failure,
  opensItem,
  spanOf,
  ticketLine,
  ticketsAfter,
  weigh,
} from './weigh-evidence.ts'

/** What a visitor met this shortly before searching is what they searched for. */
const justBeforeMs = 5 * 60_000
const maxPages = 10
/** Spellings an item remembers; beyond that the rarest are met again as near ones. */
export const maxFingerprints = 200

export interface MissingInput {
  project: string
  history: HelpHistory
  /** milliseconds; evidence is looked at from here on */
  since: number
  now: number
  mode: InsightMode
  previous: readonly BacklogItem[]
}

/** What the signals say of one problem, before it meets the item that may exist for it. */
export type Finding = Omit<BacklogItem, 'state' | 'history' | 'version' | 'articleId'>

/** Problems over the threshold, and those for which an item exists already. */
export function findMissingAnswers(input: MissingInput): Finding[] {
  const episodeOf = new Map<InsightSignal, JudgedEpisode>()
  for (const one of input.history.episodes) for (const act of one.episode.acts) episodeOf.set(act, one)
  const failed = judgeSearches(input.history.sessions).filter(
    ({ signal, failure }) => failure !== null && signal.at >= input.since && signal.at <= input.now,
  )
  const anchors = input.previous
    .filter(({ kind, state }) => kind === 'missing' && state !== 'merged')
    .map(({ id, queries, fingerprints }) => ({
      itemId: id,
      queries: queries.map(({ text }) => text),
      fingerprints: fingerprints ?? [],
    }))
  return clusterQueries(failed, anchors).flatMap((cluster) => toFinding(cluster, episodeOf, input))
}

/** [] where the threshold is not reached and no item exists. */
function toFinding(
  cluster: QueryCluster,
  episodeOf: ReadonlyMap<InsightSignal, JudgedEpisode>,
  { project, mode }: MissingInput,
): Finding[] {
  const searches = cluster.groups.flatMap((group) => group.searches)
  const failures = searches.flatMap(({ signal }): Failure[] => {
    const episode = episodeOf.get(signal)
    return episode ? [{ signal, episode }] : []
  })
  const tickets = ticketsAfter(failures, mode)
  const weighed = weigh(failures, tickets, mode)
  const { isCrowd: _crowd, urgentCustomers: _urgent, ...weight } = weighed
  if (!opensItem(weighed) && cluster.itemId === null) return []
  const fingerprints = cluster.groups.map((group) => group.fingerprint).slice(0, maxFingerprints)
  const queries = cluster.groups.flatMap((group) => showQuery(group.searches, mode))
  const pages = byFrequency(searches.map(({ signal }) => signal.page.key))
  const { first, last } = spanOf(searches.map(({ signal }) => signal))
  return [
    {
      id: cluster.itemId ?? `missing-${fingerprints[0]}`,
      project,
      title: queries[0]?.text ?? (wordsOfACrowd(searches, mode) || pages[0] || '/'),
      kind: 'missing',
      diagnosis: diagnose(searches),
      locale: byFrequency(searches.flatMap(({ signal }) => signal.locale?.slice(0, 2) ?? []))[0] ?? null,
      ...weight,
      queries,
      evidence: [...searchEvidence(searches, mode), ...ticketLine(tickets)],
      pages: pages.slice(0, maxPages),
      firstSeenAt: first,
      lastSeenAt: last,
      fingerprints,
    },
  ]
}

/** Mostly nothing found, or guesses: the answer is missing. Mostly something found, and nobody wanted it: it ranks low. */
function diagnose(searches: readonly JudgedSearch[]): BacklogDiagnosis {
  const unanswered = searches.filter(({ failure }) => failure === 'no_result' || failure === 'uncertain').length
  return unanswered * 2 >= searches.length ? 'true_gap' : 'ranks_low'
}

function searchEvidence(searches: readonly JudgedSearch[], mode: InsightMode): BacklogEvidence[] {
  const signalsOf = (failure: JudgedSearch['failure']) =>
    searches.filter((search) => search.failure === failure).map(({ signal }) => signal)
  const before = searches.flatMap(({ signal, session }) =>
    session.signals.filter(({ at }) => at <= signal.at && at >= signal.at - justBeforeMs),
  )
  return [
    ...evidenceLine('failed_search', signalsOf('no_result'), mode),
    ...evidenceLine('uncertain_search', signalsOf('uncertain'), mode),
    ...evidenceLine('search_without_click', signalsOf('no_click'), mode),
    ...evidenceLine(
      'flow_step_failed',
      before.filter(({ name }) => name === 'flow_step_failed'),
      mode,
    ),
    ...evidenceLine(
      'error_seen',
      before.filter(({ name }) => name === 'error_seen'),
      mode,
    ),
  ]
}

/** [] where fewer than a crowd typed it. */
function showQuery(searches: readonly JudgedSearch[], mode: InsightMode): BacklogQuery[] {
  const signals = searches.map(({ signal }) => signal)
  const crowd = countCrowd(signals, mode)
  return crowd.isCrowd ? [{ text: mostFrequentSpelling(signals), count: signals.length, accounts: crowd.size }] : []
}

/** Where everybody used other words: those that a crowd shares, in the order they are mostly typed; '' for none. */
function wordsOfACrowd(searches: readonly JudgedSearch[], mode: InsightMode): string {
  const uses = searches.flatMap(({ signal }) =>
    foldQuery(signal.props.query)
      .split(' ')
      .flatMap((word, place) => queryWords(word).map((stem) => ({ stem, word, place, signal }))),
  )
  return [...Map.groupBy(uses, ({ stem }) => stem).values()]
    .filter((own) => countCrowd(new Set(own.map(({ signal }) => signal)), mode).isCrowd)
    .map((own) => ({
      word: byFrequency(own.map(({ word }) => word))[0] ?? '',
      place: own.reduce((sum, { place }) => sum + place, 0) / own.length,
    }))
    .sort((a, b) => a.place - b.place || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word)
    .join(' ')
}

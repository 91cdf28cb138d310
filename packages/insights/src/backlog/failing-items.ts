/**
 * Makes backlog items of articles that fail their readers: over 30 % "no" with five votes or more on the current revision,
 * from more than one account. Votes on an earlier revision weigh nothing: the article has changed since.
 * Source: docs/metrics.md#articles-that-fail
 */
import type { BacklogItem } from '@fanal/contract'
import { articlesReadBeforeContact, countReasons } from '../articles-report.ts'
import { countCrowd } from '../crowd.ts'
import type { JudgedEpisode } from '../help-history.ts'
import { lastVotes, type VoteSignal } from '../helpfulness.ts'
import type { InsightSignal } from '../history.ts'
import { isRead } from '../outcomes.ts'
import { fingerprint } from './fingerprint.ts'
import type { Finding, MissingInput } from './missing-items.ts'
import {
  byFrequency,
  evidenceLine,
  type Failure,
  failuresOf,
  spanOf,
  ticketLine,
  ticketsAfter,
  weigh,
} from './weigh-evidence.ts'

const minVotes = 5
const maxNoShare = 0.3
const minAccounts = 2
const maxPages = 10

export interface FailingInput extends MissingInput {
  /** by article id */
  titles: ReadonlyMap<string, string>
}

/** The id of the item that stands for a failing article. */
export function failingItemId(articleId: string): string {
  return `failing-${fingerprint(articleId)}`
}

/**
 * Articles over the threshold, and those for which an item exists already.
 * An item that was closed is judged on the votes since: only what fails again comes back.
 */
export function findFailingArticles(input: FailingInput): (Finding & { articleId: string; fails: boolean })[] {
  const { history, mode, previous } = input
  const current = currentRevisions(history.signals)
  const votes = lastVotes(history.signals, mode).filter(({ props }) => props.revision === current.get(props.articleId))
  const known = new Map(previous.filter(({ kind }) => kind === 'failing').map((item) => [item.id, item]))
  return [...Map.groupBy(votes, ({ props }) => props.articleId)].flatMap(([articleId, own]) => {
    const item = known.get(failingItemId(articleId))
    const since = item ? lastClosedAt(item) : Number.NEGATIVE_INFINITY
    return toFinding(
      articleId,
      own.filter(({ at }) => at > since),
      item !== undefined,
      input,
    )
  })
}

/** When the item was closed as mended, milliseconds; −∞ while it is open. */
export function lastClosedAt({ state, history }: BacklogItem): number {
  const closed = state === 'improved' || state === 'published' || state === 'measured'
  return closed ? Date.parse(history.at(-1)?.at ?? '') : Number.NEGATIVE_INFINITY
}

function toFinding(
  articleId: string,
  votes: readonly VoteSignal[],
  exists: boolean,
  { project, history, mode, titles, since }: FailingInput,
): (Finding & { articleId: string; fails: boolean })[] {
  const noVotes = votes.filter(({ props }) => !props.helpful)
  const fails =
    votes.length >= minVotes &&
    noVotes.length / votes.length > maxNoShare &&
    countCrowd(noVotes, mode).size >= minAccounts
  if (noVotes.length === 0 || (!fails && !exists)) return []
  const contacts = contactsAfterReading(articleId, history.episodes, since)
  const failures = [...failuresOf(noVotes, history.episodes), ...contacts]
  const tickets = ticketsAfter(contacts, mode)
  const { isCrowd: _crowd, urgentCustomers: _urgent, ...weight } = weigh(failures, tickets, mode)
  const signals = failures.map(({ signal }) => signal)
  const { first, last } = spanOf(signals)
  return [
    {
      id: failingItemId(articleId),
      project,
      title: titles.get(articleId) ?? articleId,
      kind: 'failing',
      diagnosis: 'article_fails',
      locale: byFrequency(signals.flatMap(({ locale }) => locale?.slice(0, 2) ?? []))[0] ?? null,
      ...weight,
      queries: [],
      evidence: [
        ...evidenceLine('no_vote', noVotes, mode, countReasons(noVotes)),
        ...evidenceLine(
          'contact_after_read',
          contacts.map(({ signal }) => signal),
          mode,
        ),
        ...ticketLine(tickets),
      ],
      pages: byFrequency(signals.map(({ page }) => page.key)).slice(0, maxPages),
      firstSeenAt: first,
      lastSeenAt: last,
      articleId,
      fails,
    },
  ]
}

/** The newest revision of each article that anybody was seen with. */
function currentRevisions(signals: readonly InsightSignal[]): Map<string, number> {
  const current = new Map<string, number>()
  for (const signal of signals) {
    if (signal.name !== 'article_opened' && signal.name !== 'article_read' && signal.name !== 'vote_cast') continue
    const { articleId, revision } = signal.props
    current.set(articleId, Math.max(revision, current.get(articleId) ?? 0))
  }
  return current
}

/** The last reading of the article before each contact that followed one. */
function contactsAfterReading(articleId: string, episodes: readonly JudgedEpisode[], since: number): Failure[] {
  return episodes
    .filter((one) => one.episode.startAt >= since && articlesReadBeforeContact(one).has(articleId))
    .flatMap((episode) => {
      const signal = episode.episode.acts.findLast((act) => isRead(act) && act.props.articleId === articleId)
      return signal ? [{ signal, episode }] : []
    })
}

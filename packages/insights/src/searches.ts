/**
 * Decides which committed searches failed.
 * A word typed in steps counts once: of successive searches that each go on from the one before, the last is kept.
 * Source: docs/metrics.md#failed-search
 */
import { type SignalOf, uncertainBelow } from '@fanal/contract'
import type { InsightSignal } from './history.ts'
import { isRead } from './outcomes.ts'
import type { Session } from './sessions.ts'

/** A new search this soon after one without a click means that the first did not help. */
const retryMs = 60_000

export type SearchSignal = InsightSignal & SignalOf<'search_committed'>

/**
 * `no_result`: 0 hits · `uncertain`: hits that were guesses, none of them clicked and then read · `no_click`: no click, then another search
 * within 60 s, a contact, or the end of the session
 */
export type SearchFailure = 'no_result' | 'uncertain' | 'no_click'

export interface JudgedSearch {
  signal: SearchSignal
  session: Session
  clicked: boolean
  failure: SearchFailure | null
}

/** Judges the searches of sessions, in the order of the sessions. */
export function judgeSearches(sessions: Iterable<Session>): JudgedSearch[] {
  const judged: JudgedSearch[] = []
  for (const session of sessions) {
    const clicks = new Set<string>()
    for (const act of session.acts) if (act.name === 'result_clicked') clicks.add(act.props.searchId)
    const acts = dropSteps(session.acts, clicks)
    acts.forEach((act, place) => {
      if (act.name !== 'search_committed') return
      const clicked = clicks.has(act.props.searchId)
      judged.push({ signal: act, session, clicked, failure: failureOf(act, clicked, acts.slice(place + 1)) })
    })
  }
  return judged
}

/** Case, accents and spaces folded: the same words typed twice give the same text. */
export function foldQuery(query: string): string {
  return query.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").replace(/\s+/g, ' ').trim()
}

/** The most frequent spelling, as typed; of equally frequent ones the first in code unit order. */
export function mostFrequentSpelling(searches: readonly SearchSignal[]): string {
  const counts = new Map<string, number>()
  for (const { props } of searches) {
    const text = props.query.replace(/\s+/g, ' ').trim()
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
  return first?.[0] ?? ''
}

/** Leaves out a search whose words the next act goes on typing. */
export function dropSteps(acts: readonly InsightSignal[], clicks: ReadonlySet<string>): InsightSignal[] {
  return acts.filter((act, place) => {
    const next = acts[place + 1]
    if (act.name !== 'search_committed' || next?.name !== 'search_committed') return true
    return clicks.has(act.props.searchId) || !foldQuery(next.props.query).startsWith(foldQuery(act.props.query))
  })
}

/** @param later what the visitor did after it in the same session, oldest first */
function failureOf(search: SearchSignal, clicked: boolean, later: readonly InsightSignal[]): SearchFailure | null {
  const { hits, confidence = 1 } = search.props
  if (hits === 0) return 'no_result'
  // A look at a guess is not an answer: only reading one says that it was.
  if (confidence < uncertainBelow) return readsAResult(search, later) ? null : 'uncertain'
  return !clicked && endsInVain(search, later) ? 'no_click' : null
}

/** Whether a result of the search was clicked and that article then read. */
function readsAResult({ props }: SearchSignal, later: readonly InsightSignal[]): boolean {
  const clicked = new Set<string>()
  return later.some((act) => {
    if (act.name === 'result_clicked' && act.props.searchId === props.searchId) clicked.add(act.props.articleId)
    return isRead(act) && clicked.has(act.props.articleId)
  })
}

/** What the visitor did next decides: reading or starting a flow after all is not a failure. */
function endsInVain(search: SearchSignal, later: readonly InsightSignal[]): boolean {
  for (const act of later) {
    if (act.name === 'search_committed') return act.at - search.at <= retryMs
    if (act.name === 'contact_opened' || act.name === 'contact_sent') return true
    if (act.name === 'article_opened' || act.name === 'flow_started') return false
  }
  return true
}

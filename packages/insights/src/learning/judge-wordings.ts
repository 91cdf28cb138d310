/**
 * What one episode says about the words a visitor searched with: which article they led to, and how sure that is.
 * A wording that found nothing is judged too: whoever then says it otherwise, or finds the article another way, reads it and votes "yes"
 * has told what the first words meant.
 * Pure: knows nothing of other visitors.
 * Source: docs/search.md#learned-phrasings
 */
import type { InsightSignal } from '../history.ts'
import { isRead } from '../outcomes.ts'
import { dropSteps, type SearchSignal } from '../searches.ts'

/** A "no" weighs as much against as a "yes" speaks for. */
const points = { yes: 2, no: -2, read: 1, clicked: 0.25, rephrased: 1 } as const
/** So many searches in a row are taken as tries at the same thing. */
const maxTries = 3

export interface WordingEvidence {
  search: SearchSignal
  articleId: string
  /** for the article, or against it when negative */
  points: number
  /** when the visitor last had to do with the article, milliseconds */
  at: number
}

/** What a visitor did with one article in the episode. */
interface Visit {
  articleId: string
  /** of the first act on it among the acts */
  place: number
  lastAt: number
  read: boolean
  /** their last vote */
  helpful: boolean | undefined
}

/** @param ordered one visitor's signals of one episode, oldest first */
export function judgeWordings(ordered: readonly InsightSignal[]): WordingEvidence[] {
  const clicked = new Set(ordered.flatMap((act) => (act.name === 'result_clicked' ? act.props.searchId : [])))
  const acts = dropSteps(ordered, clicked)
  const visits = findVisits(acts)
  const reached = findReached(acts)
  const searches = acts.flatMap((act, place) => (act.name === 'search_committed' ? [{ search: act, place }] : []))
  return searches.flatMap(({ search, place }, number) => {
    const own = [...(reached.get(search.props.searchId) ?? [])].flatMap((id) => visits.get(id) ?? [])
    const evidence = own.map((visit) => toEvidence(search, visit, pointsOf(visit)))
    if (own.some(hasHelped)) return evidence
    const answer = [...visits.values()].find((visit) => visit.place > place && visit.read && visit.helpful === true)
    const tries = answer ? searches.slice(number).filter((later) => later.place < answer.place).length : 0
    const rephrased = answer && tries <= maxTries ? [toEvidence(search, answer, points.rephrased)] : []
    return [...evidence, ...rephrased]
  })
}

function toEvidence(search: SearchSignal, { articleId, lastAt }: Visit, points: number): WordingEvidence {
  return { search, articleId, points, at: lastAt }
}

function pointsOf({ helpful, read }: Visit): number {
  if (helpful !== undefined) return helpful ? points.yes : points.no
  return read ? points.read : points.clicked
}

function hasHelped({ helpful, read }: Visit): boolean {
  return helpful ?? read
}

/** Articles in the order they were first met. */
function findVisits(acts: readonly InsightSignal[]): Map<string, Visit> {
  const visits = new Map<string, Visit>()
  for (const [place, act] of acts.entries()) {
    const articleId = articleOf(act)
    if (articleId === undefined) continue
    const visit = visits.get(articleId) ?? { articleId, place, lastAt: act.at, read: false, helpful: undefined }
    visits.set(articleId, visit)
    visit.lastAt = act.at
    visit.read ||= isRead(act)
    if (act.name === 'vote_cast') visit.helpful = act.props.helpful
  }
  return visits
}

/** Articles that each search led to: those clicked, and one read that was never opened, for clients of Algolia tell of the reading alone. */
function findReached(acts: readonly InsightSignal[]): Map<string, Set<string>> {
  const reached = new Map<string, Set<string>>()
  const opened = new Set<string>()
  let last: string | undefined
  const link = (searchId: string, articleId: string) => {
    reached.set(searchId, (reached.get(searchId) ?? new Set()).add(articleId))
  }
  for (const act of acts) {
    if (act.name === 'search_committed') last = act.props.searchId
    if (act.name === 'result_clicked') link(act.props.searchId, act.props.articleId)
    if (isRead(act) && last !== undefined && !opened.has(act.props.articleId)) link(last, act.props.articleId)
    const articleId = articleOf(act)
    if (articleId !== undefined) opened.add(articleId)
  }
  return reached
}

function articleOf(act: InsightSignal): string | undefined {
  switch (act.name) {
    case 'result_clicked':
    case 'article_opened':
    case 'article_read':
    case 'vote_cast':
      return act.props.articleId
    default:
      return undefined
  }
}

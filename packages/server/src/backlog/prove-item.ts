/**
 * Decides whether a backlog item may close: each of its stored queries must find the linked article within the top 3.
 * What it asks is what visitors ask: the embedded search of the project. For a step of a flow, which nobody searches, see
 * prove-step.ts.
 * Source: docs/metrics.md#the-backlog
 */
import type { BacklogItem, BacklogProof, BacklogState } from '@fanal/contract'
import type { KnowledgeBase } from '../knowledge/knowledge.ts'

const topRank = 3
const searchedRanks = 10
const maxCandidates = 5

/** States that claim "visitors find the answer now". */
const provenStates: ReadonlySet<BacklogState> = new Set(['published', 'measured', 'synonym', 'improved'])

/** An article the item's queries find today. */
export interface Candidate {
  id: string
  title: string
  /** best place among the item's queries, from 1 */
  rank: number
}

/** Whether being in a state rests on proof. A failing article or step may be called improved without: it comes back if it fails again. */
export function needsProof({ kind }: Pick<BacklogItem, 'kind'>, state: BacklogState): boolean {
  return provenStates.has(state) && (kind === 'missing' || state === 'published' || state === 'measured')
}

/** Replays each stored query; [] where the item has none or no content is served. */
export function proveItem(base: KnowledgeBase, item: BacklogItem): BacklogProof[] {
  return replayedQueries(item).map((query) => {
    const place = searchFor(base, item, query).findIndex(({ articleId }) => articleId === item.articleId)
    const rank = place < 0 ? null : place + 1
    return { query, rank, holds: rank !== null && rank <= topRank }
  })
}

/** Articles that the item's queries find in the top 3, best first: one of them may already be the answer. */
export function findCandidates(base: KnowledgeBase, item: BacklogItem): Candidate[] {
  const best = new Map<string, number>()
  for (const query of replayedQueries(item)) {
    searchFor(base, item, query)
      .slice(0, topRank)
      .forEach(({ articleId }, place) => {
        best.set(articleId, Math.min(place + 1, best.get(articleId) ?? Number.POSITIVE_INFINITY))
      })
  }
  return [...best]
    .map(([id, rank]) => ({ id, title: base.articles.get(id)?.title ?? id, rank }))
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .slice(0, maxCandidates)
}

/**
 * The item's queries; where none may be kept, its title, which is then made of words that a crowd shares. A title that is only
 * a page path asks nothing.
 */
function replayedQueries({ kind, queries, title }: BacklogItem): string[] {
  if (kind === 'failing') return []
  if (queries.length > 0) return queries.map(({ text }) => text)
  return title.startsWith('/') ? [] : [title]
}

function searchFor(base: KnowledgeBase, { locale }: BacklogItem, query: string) {
  const own = locale !== null && base.settings.locales.includes(locale) ? { locale } : {}
  return base.search(query, { ...own, limit: searchedRanks })
}

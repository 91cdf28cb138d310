/**
 * The phrasings of one article as people see them, and what they decide about them: removed, or put back. A decision is kept with who
 * made it and when, holds whatever is learnt later, and holds no words: those are shown only while a crowd's signals say them.
 * Source: docs/search.md#learned-phrasings
 */
import { FanalError, type Phrasing } from '@fanal/contract'
import { byWeight, type LearnedPhrasing, phrasingsInUse, weightAt } from '@fanal/insights'
import type { Services } from '../services.ts'
import type { PhrasingDecision } from '../store/store.ts'
import { refreshPhrasings } from './refresh-phrasings.ts'

type Sources = Pick<Services, 'store' | 'knowledge' | 'now'>

/**
 * Brings an article's phrasings up to what the signals say, and lists them.
 *
 * @returns the heaviest first, removed ones among them
 * @throws FanalError ARTICLE_UNKNOWN
 */
export async function listPhrasings(sources: Sources, project: string, articleId: string): Promise<Phrasing[]> {
  requireArticle(sources, project, articleId)
  await refreshPhrasings(sources, project)
  const { phrasings, decisions } = await readOf(sources, project, articleId)
  const now = sources.now()
  const kept = phrasings.filter(({ id }) => !decisions.get(id)?.removed)
  const used = new Set(phrasingsInUse(kept, now).map(({ id }) => id))
  return byWeight(phrasings, now).map((one) => toPhrasing(one, now, used.has(one.id), decisions.get(one.id)))
}

/**
 * Removes a phrasing, or puts it back; the search follows at once. Said twice it is the same.
 *
 * @returns it as it is now; null when only a decision is left of it
 * @throws FanalError ARTICLE_UNKNOWN, PHRASING_UNKNOWN
 */
export async function decideOnPhrasing(
  sources: Sources,
  project: string,
  articleId: string,
  choice: { id: string; removed: boolean; by: string },
): Promise<Phrasing | null> {
  const { id, removed, by } = choice
  requireArticle(sources, project, articleId)
  const { phrasings, decisions } = await readOf(sources, project, articleId)
  const last = decisions.get(id)
  if (!last && !phrasings.some((one) => one.id === id)) {
    throw new FanalError('PHRASING_UNKNOWN', { id: id.slice(0, 80), articleId: articleId.slice(0, 200) })
  }
  if ((last?.removed ?? false) !== removed) {
    await sources.store.phrasings.decide(project, { articleId, id, removed, at: sources.now(), by })
  }
  return (await listPhrasings(sources, project, articleId)).find((one) => one.id === id) ?? null
}

function requireArticle({ knowledge }: Sources, project: string, articleId: string): void {
  if (knowledge.get(project)?.articles.has(articleId)) return
  throw new FanalError('ARTICLE_UNKNOWN', { id: articleId.slice(0, 200), project })
}

async function readOf({ store }: Sources, project: string, articleId: string) {
  const [{ phrasings }, decisions] = await Promise.all([
    store.phrasings.read(project),
    store.phrasings.decisions(project),
  ])
  return {
    phrasings: phrasings.filter((one) => one.articleId === articleId),
    decisions: new Map(decisions.filter((one) => one.articleId === articleId).map((one) => [one.id, one])),
  }
}

function toPhrasing(
  learned: LearnedPhrasing,
  now: number,
  used: boolean,
  decision: PhrasingDecision | undefined,
): Phrasing {
  const { id, text, accounts, lastAt } = learned
  return {
    id,
    text,
    weight: weightAt(learned, now),
    accounts,
    lastAt: new Date(lastAt).toISOString(),
    used,
    removed: decision?.removed ? { at: new Date(decision.at).toISOString(), by: decision.by } : null,
  }
}

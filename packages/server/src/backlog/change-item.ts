/**
 * Changes a backlog item by hand: its state, along the allowed ways, and its article. Closing asks for proof.
 * Two people never overwrite one another: every change names the version it was made on.
 * Source: docs/metrics.md#the-backlog
 */
import {
  type BacklogItem,
  type BacklogPatch,
  type BacklogState,
  backlogTransitions,
  type FailingStep,
  FanalError,
} from '@fanal/contract'
import type { KnowledgeBase } from '../knowledge/knowledge.ts'
import type { Services } from '../services.ts'
import { needsProof, proveItem } from './prove-item.ts'
import { proveStep } from './prove-step.ts'

const statesWithReason: ReadonlySet<BacklogState> = new Set(['rejected', 'bug', 'postponed'])

/**
 * @param by e-mail of the person, or `fanal` for a program with the secret key
 * @returns the item as it stands now; unchanged when the patch asks for what is already so
 * @throws FanalError BACKLOG_ITEM_UNKNOWN, BACKLOG_CHANGED, ARTICLE_UNKNOWN, BACKLOG_TRANSITION_REFUSED, BACKLOG_NEEDS_REASON,
 *   BACKLOG_NEEDS_ARTICLE, BACKLOG_NOT_PROVEN (with the proof of every query as details), BACKLOG_STEP_NOT_PROVEN (with its proof)
 */
export async function changeItem(
  services: Services,
  project: string,
  id: string,
  patch: BacklogPatch,
  by: string,
): Promise<BacklogItem> {
  const { store } = services
  const item = await store.backlog.get(project, id)
  if (!item) throw new FanalError('BACKLOG_ITEM_UNKNOWN', { id })
  if (patch.version !== undefined && patch.version !== item.version) throw changedMeanwhile(item, patch.version)
  const base = services.knowledge.get(project)
  const state = patch.state ?? item.state
  const articleId = patch.articleId === undefined ? item.articleId : patch.articleId
  if (state === item.state && articleId === item.articleId) return item
  checkArticle(base, project, articleId === item.articleId ? null : articleId)
  checkTransition(item, state, patch.reason)
  const next: BacklogItem = {
    ...item,
    state,
    articleId,
    version: item.version + 1,
    history:
      state === item.state
        ? item.history
        : [
            ...item.history,
            {
              at: new Date(services.now()).toISOString(),
              by,
              from: item.state,
              to: state,
              ...(patch.reason ? { reason: patch.reason } : {}),
            },
          ],
  }
  if (needsProof(next, state)) {
    if (next.step) checkStep(base, next.step, services.now())
    else checkProof(base, next)
  }
  if (!(await store.backlog.save(next, item.version))) {
    throw changedMeanwhile((await store.backlog.get(project, id)) ?? item, item.version)
  }
  return next
}

function checkArticle(base: KnowledgeBase | undefined, project: string, articleId: string | null): void {
  if (articleId !== null && !base?.articles.has(articleId)) {
    throw new FanalError('ARTICLE_UNKNOWN', { id: articleId, project })
  }
}

function checkTransition(item: BacklogItem, to: BacklogState, reason: string | undefined): void {
  if (to === item.state) return
  const allowed = backlogTransitions[item.state]
  if (!allowed.includes(to)) {
    const list = allowed.length > 0 ? allowed.join(', ') : 'nowhere'
    throw new FanalError('BACKLOG_TRANSITION_REFUSED', { from: item.state, to, allowed: list })
  }
  if (statesWithReason.has(to) && !reason?.trim()) throw new FanalError('BACKLOG_NEEDS_REASON', { to })
}

function checkProof(base: KnowledgeBase | undefined, item: BacklogItem): void {
  if (item.articleId === null || !base) throw new FanalError('BACKLOG_NEEDS_ARTICLE')
  const proof = proveItem(base, item)
  const missed = proof.find(({ holds }) => !holds)
  if (!missed) return
  throw new FanalError('BACKLOG_NOT_PROVEN', { query: missed.query, articleId: item.articleId }, { details: proof })
}

function checkStep(base: KnowledgeBase | undefined, step: FailingStep, now: number): void {
  const proof = proveStep(base, step, now)
  if (proof.holds) return
  const { version, runs, failed } = proof
  throw new FanalError(
    'BACKLOG_STEP_NOT_PROVEN',
    { flow: step.flowId, step: step.stepId, version: version ?? '?', runs, failed },
    { details: proof },
  )
}

function changedMeanwhile(item: BacklogItem, given: number): FanalError {
  return new FanalError('BACKLOG_CHANGED', { current: item.version, given })
}

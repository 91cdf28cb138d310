/**
 * The articles suggested for the page the person is on, with their topics and errors. Answers that come late for an earlier
 * context are dropped.
 */
import { paths, type Suggestion } from '@fanal/contract'
import type { Suggested, SuggestedArticle } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import type { SuggestedItem } from '../../types.ts'
import { placeOf } from '../../ui/place.ts'

const maxShown = 3
/** Topics and errors often change together with the page; one request then answers for all of them. */
export const settleMs = 150

export interface Suggestions extends Suggested {
  /**
   * Asks again for the context as it is now.
   * @param waitMs for what else is about to change with it
   */
  refresh(waitMs?: number): void
  /** Takes the host's own list, until the context changes. */
  replace(items: SuggestedItem[]): void
  destroy(): void
}

/** @param onChange called whenever `items` or `status` changed */
export function openSuggestions(runtime: Runtime, onChange: () => void): Suggestions {
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const state: Suggestions = { items: [], status: 'loading', refresh, replace, destroy }
  const set = (change: Partial<Suggested>) => {
    Object.assign(state, change)
    onChange()
  }

  function start(find: () => Promise<SuggestedArticle[]>, waitMs = 0): void {
    const turn = ++asked
    clearTimeout(timer)
    set({ items: [], status: 'loading' })
    timer = setTimeout(
      () =>
        runtime.guard(() =>
          find().then(
            (found) => turn === asked && set({ items: found.slice(0, maxShown), status: 'ready' }),
            // Offline or blocked: the view says so, search and support stay at hand.
            () => turn === asked && set({ status: 'failed' }),
          ),
        ),
      waitMs,
    )
  }

  function refresh(waitMs?: number): void {
    start(async () => {
      const { page, topics, errors, feature } = placeOf(runtime)
      return runtime.getJson<Suggestion[]>(paths.suggestions, {
        page,
        topics: topics.join(',') || undefined,
        errors: errors.join(',') || undefined,
        features: feature,
        locale: runtime.config?.locales.find((one) => one === runtime.locale),
        limit: `${maxShown}`,
      })
    }, waitMs)
  }

  function replace(items: SuggestedItem[]): void {
    start(async () => (await runtime.load('more')).resolveSuggested(runtime, items.slice(0, maxShown)))
  }

  function destroy(): void {
    asked++
    clearTimeout(timer)
  }

  return state
}

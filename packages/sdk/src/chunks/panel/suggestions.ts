/**
 * The articles suggested for the page the person is on, with their topics and errors. Answers that come late for an earlier
 * context are dropped.
 */
import { paths, type Suggestion } from '@fanal/contract'
import type { Suggested } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import type { SuggestedItem } from '../../types.ts'

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

  async function ask(turn: number): Promise<void> {
    const { page, topics, errors } = runtime.context()
    try {
      const found = await runtime.getJson<Suggestion[]>(paths.suggestions, {
        page,
        topics: topics.join(',') || undefined,
        errors: errors.join(',') || undefined,
        limit: String(maxShown),
      })
      if (turn === asked) set({ items: found.slice(0, maxShown), status: 'ready' })
    } catch {
      // Offline or blocked: the view says so, search and support stay at hand.
      if (turn === asked) set({ status: 'failed' })
    }
  }

  function refresh(waitMs = 0): void {
    const turn = ++asked
    clearTimeout(timer)
    set({ items: [], status: 'loading' })
    timer = setTimeout(() => runtime.guard(() => ask(turn)), waitMs)
  }

  function replace(items: SuggestedItem[]): void {
    const turn = ++asked
    clearTimeout(timer)
    set({ items: [], status: 'loading' })
    runtime
      .load('more')
      .then(({ resolveSuggested }) => resolveSuggested(runtime, items.slice(0, maxShown)))
      .then(
        (found) => turn === asked && set({ items: found, status: 'ready' }),
        () => turn === asked && set({ status: 'failed' }),
      )
  }

  function destroy(): void {
    asked++
    clearTimeout(timer)
  }

  return state
}

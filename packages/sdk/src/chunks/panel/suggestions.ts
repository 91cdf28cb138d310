/**
 * The articles suggested for the page the person is on, with their topics and errors. Answers that come late for an earlier
 * context are dropped.
 */
import { paths, pathTo, type Suggestion } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'

const maxShown = 3
/** Topics and errors often change together with the page; one request then answers for all of them. */
export const settleMs = 150

export interface SuggestedItem {
  title: string
  summary?: string | null
  category?: string | null
  why: string
  /** an article of this id, or else a page of the host's choice */
  id?: string
  url?: string
}

export interface Suggestions {
  readonly items: SuggestedItem[]
  readonly status: 'loading' | 'ready' | 'failed'
  /**
   * Asks again for the context as it is now.
   * @param waitMs for what else is about to change with it
   */
  refresh(waitMs?: number): void
  /** Takes the host's own list, until the context changes. */
  replace(items: (string | { text: string; url: string })[]): void
  destroy(): void
}

/** @param onChange called whenever `items` or `status` changed */
export function openSuggestions(runtime: Runtime, onChange: () => void): Suggestions {
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const state: Suggestions = { items: [], status: 'loading', refresh, replace, destroy }
  const set = (change: Partial<Pick<Suggestions, 'items' | 'status'>>) => {
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

  function replace(items: (string | { text: string; url: string })[]): void {
    const turn = ++asked
    clearTimeout(timer)
    set({ items: [], status: 'loading' })
    void Promise.all(items.slice(0, maxShown).map((item) => resolveItem(runtime, item))).then((found) => {
      if (turn === asked) set({ items: found.filter((item) => item !== null), status: 'ready' })
    })
  }

  function destroy(): void {
    asked++
    clearTimeout(timer)
  }

  return state
}

/** The title of an article named by the host, or a page of its own; null where there is no such article or address. */
async function resolveItem(
  runtime: Runtime,
  item: string | { text: string; url: string },
): Promise<SuggestedItem | null> {
  try {
    if (typeof item !== 'string') {
      // A list may come from somebody's database: an address that runs code is none.
      const isAddress = /^(https?|mailto|tel):$/.test(new URL(item.url, location.href).protocol)
      return isAddress ? { title: item.text, url: item.url, why: 'host' } : null
    }
    const { id, title, summary, category } = await runtime.getJson<Suggestion>(pathTo(paths.article, { id: item }))
    return { id, title, summary, category, why: 'host' }
  } catch {
    return null
  }
}

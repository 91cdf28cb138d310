/**
 * The articles suggested for the page the person is on: at once from the page rules of the settings, then from the
 * server, which knows topics and errors too. Answers that come late for an earlier context are dropped.
 */
import { matchesPage, paths, pathTo, type Suggestion } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'

const maxShown = 3
/** Topics and errors often change together with the page; one request answers for all of them. */
const settleMs = 150

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
  /** Asks again for the context as it is now. */
  refresh(): void
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
      // Offline or blocked: what the page rules gave is still good.
      if (turn === asked) set({ status: state.items.length ? 'ready' : 'failed' })
    }
  }

  function refresh(): void {
    const turn = ++asked
    clearTimeout(timer)
    set({ items: ruledItems(runtime), status: 'loading' })
    timer = setTimeout(() => runtime.guard(() => ask(turn)), settleMs)
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

/** What the settings say about this page, without asking the server. */
function ruledItems(runtime: Runtime): SuggestedItem[] {
  const { page } = runtime.context()
  const items = new Map<string, SuggestedItem>()
  for (const rule of runtime.config?.rules ?? [])
    if (matchesPage(rule.page, page))
      for (const { id, title } of rule.articles)
        if (!items.has(id)) items.set(id, { id, title, why: `page:${rule.page}` })
  return [...items.values()].slice(0, maxShown)
}

/** The title of an article named by the host; null where the article does not exist. */
async function resolveItem(
  runtime: Runtime,
  item: string | { text: string; url: string },
): Promise<SuggestedItem | null> {
  if (typeof item !== 'string') return { title: item.text, url: item.url, why: 'host' }
  try {
    const { id, title, summary, category } = await runtime.getJson<Suggestion>(pathTo(paths.article, { id: item }))
    return { id, title, summary, category, why: 'host' }
  } catch {
    return null
  }
}

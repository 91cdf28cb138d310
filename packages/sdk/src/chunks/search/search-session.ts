/**
 * One person's searching: when to ask the index, which answer still counts, and when a search is meant ("committed"):
 * at Enter, at a click on a result, or after a rest of 1.2 s. A query is committed once per visit, however often it is shown.
 * Source: docs/metrics.md#the-backlog
 */
import { limits } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { sessionMemory } from '../../ui/session-memory.ts'
import { rememberSearch } from '../../ui/trail.ts'
import { queryIndex, type SearchAnswer } from './query-index.ts'

export interface SearchState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  /** of the last answer; shown dimmed while the next is under way */
  answer: SearchAnswer | null
  /** what `answer` answers */
  query: string
  /** it comes from the articles kept on this device, for the index is out of reach */
  kept?: boolean
}

export interface SearchSession {
  readonly state: SearchState
  ask(query: string): void
  commit(): void
  /** @param position from 1 */
  click(articleId: string, position: number): void
  retry(): void
  destroy(): void
}

interface Memory {
  /** query → searchId of those committed */
  committed: Map<string, string>
  /** so that going back to the results shows them in the first frame */
  last: { query: string; answer: SearchAnswer } | null
}

const memoryOf = sessionMemory<Memory>(() => ({ committed: new Map(), last: null }))

export function openSearchSession(runtime: Runtime, onChange: (state: SearchState) => void): SearchSession {
  const memory = memoryOf(runtime)
  let wanted = ''
  let tookMs = 0
  let commitWhenAnswered = false
  let debounce: ReturnType<typeof setTimeout> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined
  let request: AbortController | undefined
  let state: SearchState = { status: 'idle', answer: null, query: '' }

  const set = (next: SearchState) => {
    state = next
    onChange(state)
  }

  function stop(): void {
    clearTimeout(debounce)
    clearTimeout(rest)
    request?.abort()
    request = undefined
  }

  function ask(text: string): void {
    const query = normalise(text)
    if (query === wanted) return
    stop()
    wanted = query
    commitWhenAnswered = false
    if (!query) {
      set({ status: 'idle', answer: null, query })
      return
    }
    const known = memory.last?.query === query ? memory.last.answer : null
    set(known ? { status: 'ready', answer: known, query } : { ...state, status: 'loading' })
    debounce = setTimeout(() => runtime.guard(() => send(query)), limits.searchDebounceMs)
    rest = setTimeout(() => runtime.guard(commit), limits.searchRestMs)
  }

  async function send(query: string): Promise<void> {
    const mine = new AbortController()
    request = mine
    const startedAt = performance.now()
    try {
      const answer = await queryIndex(runtime, query, mine.signal)
      if (request !== mine) return
      tookMs = Math.round(performance.now() - startedAt)
      memory.last = { query, answer }
      set({ status: 'ready', answer, query })
      if (commitWhenAnswered) commit()
    } catch {
      // Offline, blocked or refused: the view says so and offers to try again.
      const memory = await runtime.memory()
      const answer = await memory?.search(query).catch(() => null)
      if (request !== mine) return
      if (answer?.hits.length) set({ status: 'ready', answer, query, kept: true })
      else set({ status: 'failed', answer: null, query })
    }
  }

  function commit(): void {
    // What this device has kept says nothing about what the index knows.
    if (!wanted || state.kept) return
    if (state.status !== 'ready' || state.query !== wanted || !state.answer) {
      commitWhenAnswered = true
      return
    }
    const identity = wanted.toLowerCase()
    if (memory.committed.has(identity)) return
    const searchId = randomId()
    memory.committed.set(identity, searchId)
    rememberSearch(runtime, wanted)
    const { nbHits, confidence } = state.answer
    runtime.report('search_committed', {
      searchId,
      query: wanted,
      hits: nbHits,
      ...(confidence !== undefined && { confidence }),
      tookMs,
    })
  }

  function click(articleId: string, position: number): void {
    // What is clicked belongs to the answer on screen, even when the next query is already being typed.
    const shown = state.query
    if (shown === wanted) commit()
    const searchId = memory.committed.get(shown.toLowerCase())
    if (searchId) runtime.report('result_clicked', { searchId, articleId, position })
  }

  function retry(): void {
    const again = wanted
    wanted = ''
    ask(again)
  }

  return {
    get state() {
      return state
    },
    ask,
    commit,
    click,
    retry,
    destroy: stop,
  }
}

function normalise(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/** 96 random bits; `crypto.randomUUID` is missing on plain http. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('')
}

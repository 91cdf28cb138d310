/**
 * What this device remembers for the person: the help they have seen, for when the network is away, what they searched, and how far they
 * read. Opened after the first use, kept in a database of its own for each project, at most 5 MB, and never sent anywhere: only a
 * search in vain is asked again, by the person's own device, until an article answers it.
 * Source: docs/embed.md#offline
 */
import { limits, paths, type SignalProps, uncertainBelow, type WidgetConfig } from '@fanal/contract'
import { redact } from '@fanal/redact'
import type { Facts, Memory } from '../../chunks.ts'
import type { FetchProblem, Runtime } from '../../runtime.ts'
import type { SearchRuntime } from '../../search-provider.ts'
import { toJson } from '../../ui/to-json.ts'
import { withoutPersons } from '../../ui/without-persons.ts'
import { openDeviceStore } from './device-store.ts'
import { keptPath, samePage } from './kept-path.ts'
import { makeRoom, putFirst } from './ledger.ts'
import { askNews } from './news.ts'
import { searchKept } from './search-kept.ts'
import { warmViews } from './warm-views.ts'
import { wholeHelp } from './whole-help.ts'

const maxQueries = 5
const maxPlaces = 3
const maxUnanswered = 5
const maxVotes = 100
const maxFlowFacts = 100
/** Less than this is a glance, more is the end of the article. */
const halfRead = { from: 0.05, to: 0.95 }

/** What the memory needs of the runtime. */
export type MemoryRuntime = SearchRuntime & Pick<Runtime, 'guard'>

const articlePrefix = paths.article.replace(':id', '')

/** @param facts handed over by the runtime; those from before the memory was loaded come first */
export function openMemory(runtime: MemoryRuntime, facts: Facts): Memory {
  facts.memory ??= createMemory(runtime, facts)
  return facts.memory
}

function createMemory(runtime: MemoryRuntime, facts: Facts): Memory {
  const name = `fanal:${runtime.key}:memory`
  const store = openDeviceStore(name, runtime.mayStore, () => mark(name))
  const help = wholeHelp(runtime, store)
  const openedAt = Date.now()
  /** Searched without the index: that they found nothing says nothing about the help. */
  const askedHere = new Set<string>()

  /** found what looks like an answer, and nothing of it was opened yet */
  let last: { query: string; hits: number } | undefined

  const later = (run: () => Promise<void>) => void runtime.guard(run)
  const clean = (query: string) => redact(query).slice(0, limits.maxQueryChars)

  function keep(path: string, body: unknown): void {
    const entry = keptPath(path)
    if (!entry) return
    const text = toJson(body)
    later(() =>
      store.change((ledger, texts) => {
        texts.put(entry, text)
        for (const gone of makeRoom(ledger, entry, byteLength(entry + text), Date.now())) texts.drop(gone)
      }),
    )
  }

  async function recall(path: string): Promise<unknown> {
    const wanted = keptPath(path)
    if (!wanted) return undefined
    const { kept } = await store.read()
    // Of two kept in one millisecond, the later one.
    const newest = Object.entries(kept)
      .reverse()
      .sort(([, a], [, b]) => b.at - a.at)
    const entry = kept[wanted] ? wanted : newest.find(([other]) => samePage(other, wanted))?.[0]
    const [text] = entry ? await store.texts([entry]) : []
    if (!entry || !text) return undefined
    later(() =>
      store.change((ledger) => {
        const answer = ledger.kept[entry]
        if (answer) answer.usedAt = Date.now()
      }),
    )
    return Object.assign(JSON.parse(text) as object, { keptAt: kept[entry]?.at })
  }

  async function instead(path: string, problem: unknown): Promise<unknown> {
    const { status } = problem as FetchProblem
    const entry = keptPath(path)
    if (entry && (status === 404 || status === 410)) {
      // Withdrawn: what it said may be wrong by now.
      later(() =>
        store.change((ledger, texts) => {
          delete ledger.kept[entry]
          texts.drop(entry)
        }),
      )
    }
    const kept = status === 0 || status >= 500 ? await recall(path) : undefined
    if (!kept) throw problem
    return kept
  }

  function searched({ query, hits, confidence = 1 }: SignalProps['search_committed']): void {
    const isMeasured = !askedHere.has(fold(query))
    const isVain = hits === 0 || confidence < uncertainBelow
    last = isMeasured && !isVain ? { query: clean(query), hits } : undefined
    later(() =>
      store.change((ledger) => {
        ledger.queries = putFirst(ledger.queries, clean(query), sameAs(query), maxQueries)
      }),
    )
    if (isMeasured && isVain) awaitAnswer(clean(query), hits)
  }

  /** Told again when an article answers it. */
  function awaitAnswer(query: string, hits: number): void {
    const now = Date.now()
    const isSame = sameAs(query)
    later(() =>
      store.change((ledger) => {
        const search = { query, hits, at: now, askedAt: now }
        ledger.unanswered = putFirst(ledger.unanswered, search, (other) => isSame(other.query), maxUnanswered)
      }),
    )
  }

  function voted({ articleId: id, revision, helpful }: SignalProps['vote_cast']): void {
    later(() =>
      store.change((ledger) => {
        ledger.votes = putFirst(ledger.votes ?? [], { id, revision, helpful }, (other) => other.id === id, maxVotes)
      }),
    )
  }

  function ended(name: string, detail: unknown): void {
    const told = toJson(detail)
    const isSame = ([other, said]: [string, unknown]) => other === name && toJson(said) === told
    later(() =>
      store.change((ledger) => {
        ledger.flows = putFirst(ledger.flows ?? [], [name, detail], isSame, maxFlowFacts)
      }),
    )
  }

  function note(name: string, detail: unknown): void {
    if (!runtime.mayStore()) return
    if (name.startsWith('/')) keep(name, detail)
    else if (name === 'search_committed') searched(detail as SignalProps['search_committed'])
    else if (name === 'vote_cast') voted(detail as SignalProps['vote_cast'])
    else if (/^(flow_completed|flow_exited|milestone_reached)$/.test(name)) ended(name, detail)
    // What was found was not worth a click: the person writes to support instead.
    else if (name === 'contact_opened' && last) awaitAnswer(last.query, last.hits)
    if (/^(article|contact)_opened$/.test(name)) last = undefined
  }

  runtime.onDestroy(() => runtime.guard(store.close))
  // Forgetting began on a page that was left before it was done.
  if (isGone(name))
    later(async () => {
      await store.clear()
      mark(name)
    })
  warmViews(runtime, help.fetch)
  // The settings came before anything could be kept; how the launcher looks is not needed again.
  if (runtime.config) keep(paths.config, { ...runtime.config, widget: {} })
  // The server is out of reach: how to reach support is known from before.
  else
    later(async () => {
      const config = await recall(paths.config)
      if (config) facts.config = config as WidgetConfig
    })
  facts.note = note
  for (const fact of facts.early.splice(0)) note(...fact)

  return {
    recall,
    instead,
    async search(query) {
      askedHere.add(fold(query))
      const whole = await help.open()
      if (whole) return whole.search(withoutPersons(query))
      const { kept } = await store.read()
      const names = Object.keys(kept).filter((path) => path.startsWith(articlePrefix))
      const texts = await store.texts(names)
      return searchKept(
        query,
        texts.filter((text) => text !== undefined).map((text) => JSON.parse(text)),
      )
    },
    outline: async (id) => (await help.open())?.outline(id),
    recentQueries: async () => (await store.read()).queries,
    forgetQueries: () =>
      store.change((ledger) => {
        ledger.queries = []
        ledger.unanswered = []
      }),
    setPlace({ id, title }, share) {
      later(() =>
        store.change((ledger) => {
          const others = ledger.places.filter((place) => place.id !== id)
          const isHalf = share > halfRead.from && share < halfRead.to
          ledger.places = isHalf ? [{ id, title, share }, ...others].slice(0, maxPlaces) : others
        }),
      )
    },
    unfinished: async () => (await store.read()).places,
    async voteOn(articleId, revision) {
      const { votes = [] } = await store.read()
      return votes.find((vote) => vote.id === articleId && vote.revision === revision)?.helpful
    },
    flowFacts: async () => (await store.read()).flows ?? [],
    news: () => askNews(runtime, store, openedAt),
    async forget() {
      askedHere.clear()
      await store.clear()
      unmark(name)
    },
  }
}

const byteLength = (text: string): number => new TextEncoder().encode(text).byteLength

const fold = (query: string): string => query.trim().toLowerCase()

const sameAs = (query: string) => (other: string) => fold(other) === fold(query)

/** Tells the runtime of later page views that there is something to forget at `reset`, without opening a database. */
function mark(name: string): void {
  try {
    localStorage.setItem(name, '1')
  } catch {
    // Then the database could not be kept either, or is found when it is next used.
  }
}

function isGone(name: string): boolean {
  try {
    return !!localStorage.getItem(name)?.includes('gone')
  } catch {
    // Nothing could be kept, so nothing is there.
    return false
  }
}

function unmark(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // Nothing could be kept, so nothing is there.
  }
}

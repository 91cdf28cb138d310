/**
 * A runtime whose network is a table of answers, for tests of the views: real DOM, real shadow root, real chunks.
 */
import type { SignalName, SignalProps, WidgetConfig } from '@fanal/contract'
import { openMemory } from '../../chunks/memory/entry.ts'
import { mountPanel } from '../../chunks/panel/entry.ts'
import { keepEventsInside } from '../../chunks/runtime/keep-events-inside.ts'
import type { ChunkName, Chunks, Facts, Memory, PanelHandle, RunningFlow } from '../../chunks.ts'
import { FetchProblem, type Runtime, type VisitorContext, type WidgetLocale } from '../../runtime.ts'
import { articles, config, hitsFor, suggestions } from './sample-help.ts'

export interface Reported<N extends SignalName = SignalName> {
  name: N
  props: SignalProps[N]
}

/** An answer, or an HTTP status to fail with (0: no answer at all). */
export type Answer = object | number | Promise<object | number>

export interface FakeWidget {
  runtime: Runtime
  panel: PanelHandle
  launcher: HTMLButtonElement
  reported: Reported[]
  /** path → what the server answers; tests change it as they go */
  answers: Record<string, (body: Record<string, unknown>) => Answer>
  /** bodies of what was posted, with their paths */
  posted: { path: string; body: Record<string, unknown> }[]
  setContext(change: Partial<VisitorContext>): void
  emit(name: string): void
  startedFlows: string[]
  /** what a person is in the middle of; tests set it */
  run: { flow: RunningFlow | null }
  /** chunks that cannot be loaded */
  broken: Set<ChunkName>
  destroy(): void
}

export interface FakeWidgetOptions {
  locale?: WidgetLocale
  theme?: 'light' | 'dark'
  accent?: string
  radius?: number
  density?: 'comfortable' | 'compact'
  config?: WidgetConfig | null
  /** `false`: nothing may be kept on the device */
  memory?: boolean
}

const host = 'https://help.example.com'

export function startFakeWidget({
  locale = 'fr',
  theme = 'light',
  accent = '#0b6e6e',
  radius = 16,
  density = 'comfortable',
  ...given
}: FakeWidgetOptions = {}): FakeWidget {
  const element = document.createElement('fanal-help')
  document.documentElement.append(element)
  const root = element.attachShadow({ mode: 'open' })
  const launcher = document.createElement('button')
  launcher.textContent = locale === 'fr' ? 'Aide' : 'Help'
  root.append(launcher)

  const listeners = new Map<string, Set<(detail: unknown) => void>>()
  const contextListeners = new Set<() => void>()
  const undos: (() => void)[] = []
  const reported: Reported[] = []
  const posted: FakeWidget['posted'] = []
  const startedFlows: string[] = []
  const run: FakeWidget['run'] = { flow: null }
  const broken = new Set<ChunkName>()
  let context: VisitorContext = { page: '/facturation', title: 'Facturation', topics: [], errors: [], attributes: {} }
  const looks = { ...config(locale).widget, theme, accent, radius, density }
  const settings = given.config === undefined ? { ...config(locale), widget: looks } : given.config

  const answers: FakeWidget['answers'] = {
    '/v1/config': () => config(locale),
    '/v1/suggestions': () => suggestions(locale),
    '/v1/contacts': () => ({ ref: 'F-7K3QX', channel: 'mail', expectedReply: null }),
    [`/1/indexes/cabinet_${locale}/query`]: ({ query }) => hitsFor(String(query), locale),
  }
  for (const article of articles(locale)) answers[`/v1/articles/${article.id}`] = () => article

  async function answer<T>(path: string, body: Record<string, unknown>): Promise<T> {
    const found = await (answers[path]?.(body) ?? 404)
    if (typeof found === 'number') throw new FetchProblem(found)
    return found as T
  }

  const originalFetch = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), location.href)
    if (url.origin !== host) return originalFetch(input, init)
    const body = JSON.parse(String(init?.body ?? '{}'))
    posted.push({ path: url.pathname, body: { ...body, headers: init?.headers } })
    try {
      const found = await answer<object>(url.pathname, body)
      if (init?.signal?.aborted) throw new DOMException('aborted', 'AbortError')
      return Response.json(found)
    } catch (problem) {
      if (problem instanceof FetchProblem && problem.status) return new Response('{}', { status: problem.status })
      throw problem
    }
  }

  const runtime: Runtime = {
    key: 'pk_cabinet',
    host,
    locale,
    root,
    sessionId: '0190a0b0-1111-7000-8000-000000000000',
    config: settings,
    launcher,
    token: () => null,
    mayStore: () => true,
    context: () => context,
    onContextChange(listener) {
      contextListeners.add(listener)
      return () => contextListeners.delete(listener)
    },
    report(name, props) {
      reported.push({ name, props })
      facts.note(name, props)
      for (const listener of listeners.get(name) ?? []) listener(props)
    },
    on(name, listener) {
      const named = listeners.get(name) ?? new Set()
      listeners.set(name, named.add(listener))
      return () => named.delete(listener)
    },
    async getJson<T>(path: string, query: Record<string, string | undefined> = {}) {
      const address = `${path}?${new URLSearchParams(JSON.parse(JSON.stringify(query)))}`
      try {
        const body = await answer<T>(path, query)
        facts.note(address, body)
        return body
      } catch (problem) {
        if (!memory) throw problem
        return (await memory.instead(address, problem)) as T
      }
    },
    memory: async () => memory,
    postJson(path, body) {
      posted.push({ path, body })
      return answer(path, body)
    },
    async load<N extends ChunkName>(name: N) {
      if (broken.has(name)) throw new TypeError('Failed to fetch dynamically imported module')
      return (await loaders[name]()) as unknown as Chunks[N]
    },
    guard: (run) => run(),
    resumeLater: () => {},
    onDestroy: (undo) => void undos.push(undo),
    openPanel: (view) => panel.open(view),
    openArticle: (id, from, by) => panel.article(id, from, by),
    openContact: (from, prefill) => panel.contact(from, prefill),
    startFlow: (id, _by, stepId) => void startedFlows.push(stepId ? `${id} at ${stepId}` : id),
    closePanel: () => panel.close(),
    runningFlow: () => run.flow,
  }
  // The real one, with a database of its own: tests do not find one another's.
  const facts: Facts = { early: [], note: () => {} }
  const memory: Memory | null =
    given.memory === false ? null : openMemory({ ...runtime, key: `pk_${crypto.randomUUID()}` }, facts)
  const panel = mountPanel(runtime)
  const end = new AbortController()
  keepEventsInside(root, () => launcher, end.signal)
  launcher.onclick = () => (panel.isOpen ? panel.close() : panel.open(undefined, { by: 'launcher' }))

  return {
    runtime,
    panel,
    launcher,
    reported,
    answers,
    posted,
    startedFlows,
    run,
    broken,
    setContext(change) {
      context = { ...context, ...change }
      for (const listener of contextListeners) listener()
    },
    emit(name) {
      for (const listener of listeners.get(name) ?? []) listener(undefined)
    },
    destroy() {
      panel.destroy()
      void memory?.forget()
      end.abort()
      for (const undo of undos) undo()
      globalThis.fetch = originalFetch
      element.remove()
    },
  }
}

const loaders: Record<ChunkName, () => Promise<object>> = {
  panel: () => import('../../chunks/panel/entry.ts'),
  advice: () => import('../../chunks/advice/entry.ts'),
  modal: () => import('../../chunks/modal/entry.ts'),
  more: () => import('../../chunks/more/entry.ts'),
  neighbours: () => import('../../chunks/neighbours/entry.ts'),
  search: () => import('../../chunks/search/entry.ts'),
  article: () => import('../../chunks/article/entry.ts'),
  contact: () => import('../../chunks/contact/entry.ts'),
  receipt: () => import('../../chunks/receipt/entry.ts'),
  memory: () => import('../../chunks/memory/entry.ts'),
  algolia: () => import('../../chunks/algolia/entry.ts'),
  device: () => import('../../chunks/device/entry.ts'),
  tools: () => import('../../chunks/tools/entry.ts'),
  zoom: () => import('../../chunks/zoom/entry.ts'),
  print: () => import('../../chunks/print/entry.ts'),
  outbox: () => Promise.reject(new Error('the views never load the outbox')),
  flow: () => Promise.reject(new Error('the views never load the flows')),
  trouble: () => Promise.reject(new Error('the views never load what flows need')),
  checklist: () => import('../../chunks/checklist/entry.ts'),
  start: () => Promise.reject(new Error('the views never load what offers flows')),
  offer: () => Promise.reject(new Error('the views never load the offer')),
  address: () => Promise.reject(new Error('the views never read the address')),
  author: () => Promise.reject(new Error('the views never load the recorder')),
  debug: () => Promise.reject(new Error('the views never load the overlay for product teams')),
}

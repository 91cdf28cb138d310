/** A widget around the flow chunk for tests: real shadow root and events; flows come from a list instead of the network. */
import type { Flow, FlowStep, OfferSettings, SignalName, WidgetConfig } from '@fanal/contract'
import type { RunningFlow } from '../../../chunks.ts'
import { type ContactPrefill, FetchProblem, type Runtime } from '../../../runtime.ts'
import * as trouble from '../../trouble/entry.ts'

export interface TestRuntime extends Runtime {
  /** signals reported so far, oldest first */
  readonly signals: { name: SignalName; props: object }[]
  readonly contacts: (ContactPrefill | undefined)[]
  readonly articles: string[]
  /** what the host was told by `on('error')` */
  readonly faults: Error[]
  goTo(page: string, feature?: string): void
  /** what runs, as the surfaces would say; tests that open flows set it */
  running: () => RunningFlow | null
  /** What another chunk would report. */
  emit(name: string): void
  remove(): void
}

export interface TestRuntimeOptions {
  flows: Flow[]
  page?: string
  key?: string
  locale?: 'fr' | 'en'
  theme?: 'light' | 'dark'
  mayStore?: boolean
  predicates?: Runtime['predicates']
  /** no other chunk can be loaded */
  broken?: boolean
  mode?: 'anonymous' | 'identified'
  offers?: OfferSettings
}

export function makeFlow(steps: FlowStep[], more: Partial<Flow> = {}): Flow {
  return {
    id: 'essai',
    title: 'Guide d’essai',
    locale: 'fr',
    version: 1,
    start: { when: 'manual' },
    steps,
    done: {},
    ...more,
  }
}

export function createTestRuntime({
  flows,
  page = '/',
  key = 'pk_essai',
  locale = 'fr',
  theme = 'light',
  mayStore = true,
  predicates,
  broken = false,
  mode = 'identified',
  offers,
}: TestRuntimeOptions): TestRuntime {
  const host = document.createElement('fanal-help')
  const root = host.attachShadow({ mode: 'open' })
  document.documentElement.append(host)
  const listeners = new Map<string, Set<(detail: unknown) => void>>()
  const contextListeners = new Set<() => void>()
  const signals: TestRuntime['signals'] = []
  const contacts: TestRuntime['contacts'] = []
  const articles: string[] = []
  const faults: Error[] = []
  let current = page
  let doing: string | undefined
  const emit = (name: string, detail?: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener(detail)
  }
  const config: WidgetConfig = {
    project: 'essai',
    locales: ['fr'],
    widget: { theme },
    privacy: { mode },
    ...(offers && { offers }),
    contact: { channels: [] },
    rules: [],
    flows: flows.map(({ id, title, start }) => ({ id, title, start })),
  }
  const runtime: TestRuntime = {
    key,
    host: location.origin,
    locale,
    root,
    sessionId: 's1',
    config,
    launcher: null,
    token: () => null,
    mayStore: () => mayStore,
    context: () => ({ page: current, topics: [], errors: [], attributes: {}, ...(doing && { feature: doing }) }),
    onContextChange(listener) {
      contextListeners.add(listener)
      return () => contextListeners.delete(listener)
    },
    report(name, props) {
      signals.push({ name, props })
      emit(name, props)
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener))
      return () => set.delete(listener)
    },
    async getJson<T>(path: string): Promise<T> {
      const flow = flows.find(({ id }) => path === `/v1/flows/${id}`)
      if (!flow) throw new FetchProblem(404, 'FLOW_UNKNOWN')
      return structuredClone(flow) as T
    },
    postJson: () => Promise.reject(new FetchProblem(0)),
    load: async (name) => {
      if (name === 'trouble' && !broken) return trouble as never
      throw new FetchProblem(0)
    },
    predicates,
    guard(run) {
      try {
        return run()
      } catch (problem) {
        // what the host is told of; anything else is a fault of ours and fails the test
        if (!(problem instanceof Error && 'code' in problem)) throw problem
        faults.push(problem)
        return undefined
      }
    },
    resumeLater: () => {},
    onDestroy: () => {},
    openPanel: () => {},
    openArticle: (id) => void articles.push(id),
    openContact: (_from, prefill) => void contacts.push(prefill),
    startFlow: () => {},
    closePanel: () => {},
    memory: async () => null,
    runningFlow: () => runtime.running(),
    running: () => null,
    signals,
    contacts,
    articles,
    faults,
    goTo(next, feature) {
      current = next
      doing = feature
      for (const listener of [...contextListeners]) listener()
    },
    emit: (name) => emit(name),
    remove: () => host.remove(),
  }
  return runtime
}

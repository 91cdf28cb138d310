/**
 * Puts the runtime together: the parts every chunk is given, and the verbs. Every entry goes through one guard, so that no
 * fault of ours reaches the host; faults become `widget_failed`, `on('error')` and one warning.
 */
import { matchesPage, type SignalName, type SignalProps } from '@fanal/contract'
import { loadChunk } from '../../boot/load-chunk.ts'
import type { Call, Widget } from '../../boot/widget.ts'
import type { Facts } from '../../chunks.ts'
import type { FetchProblem, Runtime } from '../../runtime.ts'
import { toJson } from '../../ui/to-json.ts'
import { currentPath, keepContext } from './context.ts'
import { createEmitter } from './emitter.ts'
import { keepEventsInside } from './keep-events-inside.ts'
import { readTopics } from './page-topics.ts'
import { createReporter } from './reporter.ts'
import { fetchJson, toQuery } from './requests.ts'
import { createSurfaces } from './surfaces.ts'
import { createVerbs, UsageError } from './verbs.ts'
import { rememberWork } from './waiting-work.ts'

export interface RuntimeHandle {
  run(call: Call): unknown
  destroy(): void
}

/** What the verbs change. */
export interface RuntimeState {
  token: string | null
  allowed: boolean
  ready: boolean
}

/** Whether it does show one the offer finds out. */
const mayShowError = '[role=alert]:not(:empty),[aria-invalid=true]'

/** Faults of one page view that are worth telling: a loop says nothing new. */
const maxFaults = 10
/** Facts that wait for the memory, where its chunk is out of reach; the oldest go first. */
const maxEarly = 50

export function startRuntime(widget: Widget): RuntimeHandle {
  const { options, host, life, root, locale } = widget
  const { key, getToken, beforeSend, predicates } = options
  const undos: (() => void)[] = []
  const contextListeners = new Set<() => void>()
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean }
  const state: RuntimeState = {
    token: null,
    // What the browser asks for holds until the host says that this person consented.
    allowed: options.consent ? options.consent !== 'denied' : !globalPrivacyControl && doNotTrack !== '1',
    ready: false,
  }
  let faults = 0
  let seen = ''
  let page = ''

  const mayStore = () => state.allowed && String(options.storage) !== 'false'
  const emitter = createEmitter((problem, name) => name === 'error' || emitter.emit('error', problem))
  const waitingWork = rememberWork(`fanal:${key}`, mayStore)
  const context = keepContext(options.urlFilter, () => widget.area, fault)
  const openOutbox = async () => {
    const { openOutbox } = await loadChunk('outbox')
    // It comes when the first suggestions are there; what they were is remembered.
    void memory()
    return openOutbox(runtime, { beforeSend, getToken, onNews: (news) => emitter.emit('outbox', news) })
  }
  const reporter = createReporter(
    context,
    () => state.token,
    openOutbox,
    () => waitingWork.has('outbox'),
    fault,
  )
  const mayRemember = () => mayStore() && reporter.used
  const facts: Facts = {
    early: [],
    note: (...fact) => facts.early.splice(0, facts.early.push(fact) - maxEarly),
  }
  const remember: Facts['note'] = (...fact) => mayRemember() && facts.note(...fact)
  const openMemory = async () => (await loadChunk('memory')).openMemory(runtime, facts)
  const memory = async () => (mayRemember() ? openMemory().catch(() => null) : null)
  const memoryMark = rememberWork(`fanal:${key}:memory`, mayStore)
  const forgetKept = async () => {
    waitingWork.clear()
    // What an earlier page view kept has to go too.
    if (!facts.memory && !memoryMark.has('1')) return
    // The page may be left before that is done: who opens the memory next does it first.
    memoryMark.set('gone', true)
    await (await openMemory()).forget()
  }
  if (!mayStore()) forgetDevice()

  const runtime: Runtime = {
    key,
    host,
    locale,
    root,
    load: loadChunk,
    mayStore,
    guard,
    predicates,
    get launcher() {
      return widget.launcher
    },
    get sessionId() {
      return reporter.outbox?.sessionId ?? ''
    },
    get config() {
      const config = widget.config ?? facts.config
      // What the host's `init` says of the launcher comes before the project's settings.
      return config ? { ...config, widget: { ...config.widget, ...(options.launcher as object) } } : null
    },
    token: () => state.token,
    context: context.read,
    onContextChange(listener) {
      contextListeners.add(listener)
      return () => contextListeners.delete(listener)
    },
    report: tell,
    on: emitter.on,
    async getJson(path, query) {
      const asked = `${path}?${toQuery({ ...query, key })}`
      try {
        const answer = await fetchJson<never>(host + asked, life)
        remember(asked, answer)
        return answer
      } catch (problem) {
        const there = await memory()
        if (!there) throw problem
        return there.instead(asked, problem) as never
      }
    },
    memory,
    async postJson(path, body) {
      // Whoever asks for help gets it, though the host cannot say now who it is.
      if (getToken) state.token = await Promise.resolve().then(getToken).catch(noToken)
      const { token } = state
      const content = toJson({ key, ...(token && { token }), ...body })
      return fetchJson(host + path, life, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: content,
      })
    },
    resumeLater: waitingWork.set,
    onDestroy: (undo) => undos.push(undo),
    openPanel: (view) => surfaces.open(view, 'api'),
    openArticle: (id, from, by) => surfaces.panel((panel) => panel.article(id, from, by)),
    openContact: (from, prefill) => surfaces.panel((panel) => panel.contact(from, prefill)),
    startFlow: (id, by, stepId) => surfaces.flows((flows) => flows.start(id, by, stepId)),
    closePanel: () => surfaces.close(),
    runningFlow: () => surfaces.runningFlow,
  }
  const surfaces = createSurfaces(runtime, (known, find) => {
    context.setShown(known, find)
    onChange()
  })
  const verbs = createVerbs({
    runtime,
    surfaces,
    context,
    reporter,
    emitter,
    state,
    tell,
    fault,
    forgetDevice,
    onChange,
  })

  function tell<N extends SignalName>(name: N, props: SignalProps[N], at = Date.now(), path = currentPath()): void {
    guard(() => reporter.report(name, props, at, path))
    emitter.emit(name, props)
    remember(name, props)
  }

  /** Log-out, or consent or storage refused: what this and earlier page views kept goes. */
  function forgetDevice(): void {
    reporter.allow(state.allowed)
    guard(forgetKept)
  }

  function fault(problem: unknown): void {
    const error = problem instanceof Error ? problem : new Error(String(problem))
    if (error instanceof UsageError) return void explain(error)
    // biome-ignore lint/suspicious/noConsole: the one warning a host sees when something of ours fails
    if (++faults === 1) console.warn('fanal:', error)
    if (faults > maxFaults) return
    emitter.emit('error', error)
    runtime.report('widget_failed', { code: (error as Partial<FetchProblem>).code ?? error.name })
  }

  const openDebug = async () =>
    (await loadChunk('debug')).openDebug(runtime, { widget, verbs, context, reporter, readTopics })

  /** Before the chunk is there the host may have changed the address. */
  async function openAddress(): Promise<void> {
    const { search } = location
    if (/[?&]fanal-/.test(search) || waitingWork.has('author'))
      (await loadChunk('address')).followAddress(runtime, search, openDebug)
  }

  async function explain(mistake: UsageError): Promise<void> {
    try {
      mistake.message = (await loadChunk('advice')).adviseOn(mistake.verb, mistake.given)
    } catch {
      // Then the message names the verb alone.
    }
    emitter.emit('error', mistake)
  }

  function noToken(problem: unknown): null {
    fault(problem)
    return null
  }

  function guard<T>(entry: () => T): T | undefined {
    try {
      const result = entry()
      if (result instanceof Promise) result.catch(fault)
      return result
    } catch (problem) {
      return void fault(problem)
    }
  }

  /** Only where articles answer errors: there is nothing to offer elsewhere. */
  const watchErrors = () => widget.config?.errors && surfaces.offer()

  /** Route, action, settings or what the host said may have changed. */
  function onChange(): void {
    const current = context.read()
    const { config } = runtime
    if (widget.config !== undefined && !state.ready) {
      state.ready = true
      if (waitingWork.has('outbox')) reporter.resend()
      if (waitingWork.has('flow')) surfaces.flows(() => 0)
      emitter.emit('ready', verbs.info())
    }
    // Whether a flow still offers itself is the start chunk's to say.
    if (config?.flows.some(({ start }) => !start.page || matchesPage(start.page, current.page))) surfaces.starts()
    if (current.errors.length || document.querySelector(mayShowError)) watchErrors()
    if (config?.widget.pageViews && current.page !== page) runtime.report('page_viewed', {})
    if (config) page = current.page
    const now = JSON.stringify(current)
    if (seen === now) return
    seen = now
    for (const listener of [...contextListeners]) guard(listener)
  }

  keepEventsInside(root, () => widget.launcher, life)
  // Who has used the panel goes on working: errors may come at any time.
  emitter.on('panel_closed', watchErrors)
  // Boot has taken the root element instead.
  if ('container' in options && !(options.container instanceof Element))
    fault(new UsageError('init', options.container))
  widget.changed = () => guard(onChange)
  guard(onChange)
  guard(openAddress)

  return {
    run: (call) => guard(() => verbs.call(call)),
    destroy() {
      surfaces.destroy()
      guard(reporter.destroy)
      for (const undo of undos.reverse()) guard(undo)
    },
  }
}

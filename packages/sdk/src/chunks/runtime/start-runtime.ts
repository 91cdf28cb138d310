/**
 * Puts the runtime together: the parts every chunk is given, and the verbs. Every entry goes through one guard, so that no
 * fault of ours reaches the host; faults become `widget_failed`, `on('error')` and one warning.
 */
import { matchesPage, type WidgetConfig } from '@fanal/contract'
import type { Call, Widget } from '../../boot/widget.ts'
import type { FetchProblem, Runtime } from '../../runtime.ts'
import { keepContext } from './context.ts'
import { createEmitter } from './emitter.ts'
import { keepIdentity } from './identity.ts'
import { createReporter } from './reporter.ts'
import { fetchJson, toQuery } from './requests.ts'
import { rememberWork } from './resume.ts'
import { openSession } from './session.ts'
import { createSurfaces } from './surfaces.ts'
import { createVerbs, UsageError } from './verbs.ts'

export interface RuntimeHandle {
  run(call: Call): unknown
  destroy(): void
}

/** Faults of one page view that are worth telling: a loop says nothing new. */
const maxFaults = 10

export function startRuntime(widget: Widget): RuntimeHandle {
  const { options, host, life } = widget
  const storageKey = `fanal:${options.key}`
  const undos: (() => void)[] = []
  const contextListeners = new Set<() => void>()
  const state = { consent: options.consent ?? 'granted', faults: 0, ready: false, seen: '', page: '' }

  const mayStore = () => state.consent === 'granted' && String(options.storage) !== 'false'
  const now = () => Date.now()
  const here = () => ({ at: now(), path: location.pathname + location.hash })
  const emitter = createEmitter((problem, name) => name === 'error' || emitter.emit('error', problem))
  const identity = keepIdentity(options.getToken, fault)
  const session = openSession(`${storageKey}:session`, mayStore)
  const waitingWork = rememberWork(storageKey, mayStore)
  const context = keepContext(options.urlFilter, () => widget.topic)
  const reporter = createReporter({
    locale: widget.locale,
    session,
    context,
    identity: identity.current,
    lateIdentity: async () => {
      if (!options.getToken) return null
      await identity.fresh(now())
      return identity.current(now())
    },
    beforeSend: options.beforeSend,
    openOutbox: async () => {
      const { openOutbox } = await widget.load('outbox')
      const outbox = openOutbox(runtime)
      undos.push(() => outbox.destroy())
      return outbox
    },
    onProblem: fault,
  })
  if (state.consent === 'denied') reporter.allow(false)

  const runtime: Runtime = {
    key: options.key,
    host,
    locale: widget.locale,
    root: widget.root,
    get launcher() {
      return widget.launcher
    },
    get sessionId() {
      return session.id(now())
    },
    get config() {
      return withOverrides(widget)
    },
    identity: () => identity.current(now()),
    mayStore,
    context: context.read,
    onContextChange(listener) {
      contextListeners.add(listener)
      return () => contextListeners.delete(listener)
    },
    report(name, props) {
      guard(() => {
        reporter.report(name, props, here())
        emitter.emit(name, props)
      })
    },
    on: emitter.on,
    getJson: (path, query) => fetchJson(`${host}${path}?${toQuery({ key: options.key, ...query })}`, {}, life),
    async postJson(path, body) {
      await identity.fresh(now())
      const token = identity.current(now())?.token
      const content = JSON.stringify({ key: options.key, ...(token && { token }), ...body })
      const headers = { 'content-type': 'application/json' }
      return fetchJson(host + path, { method: 'POST', headers, body: content }, life)
    },
    load: widget.load,
    guard,
    resumeLater: waitingWork.set,
    onDestroy: (undo) => undos.push(undo),
    openPanel: (view) => surfaces.open(view, 'api'),
    openArticle: (id, from) => surfaces.panel((panel) => panel.article(id, from)),
    openContact: (from, prefill) => surfaces.panel((panel) => panel.contact(from, prefill)),
    startFlow: (id, by, stepId) => surfaces.flows((flows) => flows.start(id, by, stepId)),
    closePanel: () => surfaces.close(),
  }
  const surfaces = createSurfaces(runtime)
  const verbs = createVerbs({
    runtime,
    surfaces,
    context,
    identity,
    session,
    reporter,
    waitingWork,
    emitter,
    state,
    fault,
    onChange,
  })

  function fault(problem: unknown): void {
    const error = problem instanceof Error ? problem : new Error(String(problem))
    // biome-ignore lint/suspicious/noConsole: the one warning a host sees when something of ours fails
    if (++state.faults === 1) console.warn('fanal:', error)
    if (state.faults > maxFaults) return
    emitter.emit('error', error)
    if (error instanceof UsageError) return
    const code = (error as Partial<FetchProblem>).code ?? error.name
    reporter.report('widget_failed', { code }, here())
    emitter.emit('widget_failed', { code })
  }

  function guard<T>(entry: () => T): T | undefined {
    try {
      const result = entry()
      if (result instanceof Promise) result.catch(fault)
      return result
    } catch (problem) {
      fault(problem)
      return undefined
    }
  }

  /** Route, action, settings or what the host said may have changed. */
  function onChange(): void {
    const current = context.read()
    const seen = JSON.stringify(current)
    const config = runtime.config
    if (widget.config !== undefined && !state.ready) {
      state.ready = true
      if (waitingWork.has('outbox')) reporter.resend()
      if (waitingWork.has('flow')) surfaces.flows(() => undefined)
      emitter.emit('ready', verbs.info())
    }
    if (offersFlow(config, current.page)) surfaces.flows(() => undefined)
    if (config?.widget.pageViews && current.page !== state.page) runtime.report('page_viewed', {})
    if (config) state.page = current.page
    if (seen === state.seen) return
    state.seen = seen
    for (const listener of [...contextListeners]) guard(listener)
  }

  widget.changed = () => guard(onChange)
  guard(onChange)

  return {
    run: (call) => guard(() => verbs.call(call)),
    destroy() {
      surfaces.destroy()
      for (const undo of undos.reverse()) guard(undo)
      contextListeners.clear()
    },
  }
}

/** Whether a flow offers itself by itself on this page; whether it still should is the flow chunk's to say. */
function offersFlow(config: WidgetConfig | null, page: string): boolean {
  return !!config?.flows.some(({ start }) => start.when !== 'manual' && (!start.page || matchesPage(start.page, page)))
}

/** The settings of the project with what the host's `init` puts in their place. */
function withOverrides({ config, options }: Widget): WidgetConfig | null {
  if (!config) return null
  return typeof options.launcher === 'object'
    ? { ...config, widget: { ...config.widget, ...options.launcher } }
    : config
}

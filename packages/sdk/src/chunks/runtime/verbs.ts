/** What each verb of the public contract does (docs/embed.md#verbs). */
import { version } from '../../../package.json'
import type { Call } from '../../boot/widget.ts'
import type { ContactPrefill, PanelView, Runtime } from '../../runtime.ts'
import type { Help, HelpInfo, HostContext, SuggestedItem } from '../../types.ts'
import type { ContextKeeper } from './context.ts'
import type { Emitter, Listener } from './emitter.ts'
import type { Reporter } from './reporter.ts'
import type { RuntimeState } from './start-runtime.ts'
import type { Surfaces } from './surfaces.ts'

/** A mistake in a call: the host is told, it is no fault of ours to be counted. */
export class UsageError extends Error {}

export interface VerbParts {
  runtime: Runtime
  surfaces: Surfaces
  context: ContextKeeper
  reporter: Reporter
  emitter: Emitter
  state: RuntimeState
  fault(problem: unknown): void
  onChange(): void
}

type Arguments = readonly unknown[]
/** `fault` is boot's own, for what failed before the runtime was there. */
type RuntimeVerb = Exclude<keyof Help, 'destroy'> | 'fault'

export interface Verbs {
  call(call: Call): unknown
  info(): HelpInfo
}

export function createVerbs(parts: VerbParts): Verbs {
  const { runtime, surfaces, context, reporter, emitter, state, onChange } = parts
  let suggestions: HelpInfo['suggestions'] = []
  emitter.on('suggestions_shown', (detail) => {
    const { articleIds, why } = detail as { articleIds: string[]; why: string[] }
    suggestions = articleIds.map((id, index) => ({ id, why: why[index] ?? '' }))
  })

  function report({ at, path }: Call, ...[name, props]: Parameters<Runtime['report']>): void {
    reporter.report(name, props, at, path)
    emitter.emit(name, props)
  }

  const info = (): HelpInfo => {
    const { page, topics, errors } = runtime.context()
    const { key, host, locale } = runtime
    return {
      version,
      state: surfaces.isOpen ? 'open' : 'closed',
      key,
      host,
      locale,
      mode: state.token ? 'identified' : 'anonymous',
      consent: state.allowed ? 'granted' : 'denied',
      page,
      topics,
      errors,
      suggestions,
    }
  }

  function listen(args: Arguments, once?: boolean): () => void {
    const [name, listener] = args as [string, Listener]
    if (typeof listener !== 'function') throw new UsageError(`on: "${name}" needs a function`)
    if (name !== 'ready' || !state.ready) return emitter.on(name, listener, once)
    // Who asks after the fact is told at once.
    listener(info())
    return () => undefined
  }

  const verbs: Record<RuntimeVerb, (args: Arguments, call: Call) => unknown> = {
    identify([who]) {
      state.token = (who as { token: string }).token
    },
    page([page], { path }) {
      context.setPage(page as { path: string; title?: string }, path)
      onChange()
    },
    context([said]) {
      context.merge(said as HostContext)
      onChange()
    },
    suggest: ([items]) => surfaces.suggest(items as SuggestedItem[] | undefined),
    open: ([view], { by }) => surfaces.open(view as PanelView | undefined, by),
    close: surfaces.close,
    toggle: (_, { by }) => surfaces.toggle(by),
    search: ([text]) => surfaces.panel((panel) => panel.search(`${text}`)),
    article: ([id], { by }) => runtime.openArticle(`${id}`, by === 'link' ? by : 'api'),
    flow([id, options], { by }) {
      if (id === 'stop') surfaces.stopFlow()
      else runtime.startFlow(`${id}`, by === 'link' ? by : 'api', (options as { step?: string } | undefined)?.step)
    },
    contact: ([prefill]) => runtime.openContact('api', prefill as ContactPrefill | undefined),
    error([what], call) {
      const text = `${what}`
      context.addError(text)
      report(call, 'error_seen', /^[\w.:/-]{1,64}$/.test(text) ? { code: text } : { message: text })
      onChange()
    },
    milestone: ([name], call) => report(call, 'milestone_reached', { name: `${name}` }),
    consent([choice]) {
      state.allowed = choice !== 'denied'
      reporter.allow(state.allowed)
      if (!state.allowed) for (const chunk of ['outbox', 'flow'] as const) runtime.resumeLater(chunk, false)
    },
    on: (args) => listen(args),
    once: (args) => listen(args, true),
    off: ([name, listener]) => emitter.off(name as string, listener as Listener),
    reset() {
      surfaces.stopFlow()
      reporter.reset()
      context.forget()
      state.token = null
      suggestions = []
      emitter.emit('reset')
      onChange()
    },
    async info([tell]) {
      const answer = info()
      if (tell) (tell as Listener)(answer)
      return answer
    },
    fault: ([problem]) => parts.fault(problem),
  }

  return {
    info,
    call(call) {
      const [verb, ...args] = call.args
      if (!Object.hasOwn(verbs, verb as string)) throw new UsageError(`no verb "${verb}" (docs/embed.md#verbs)`)
      return verbs[verb as RuntimeVerb](args, call)
    },
  }
}

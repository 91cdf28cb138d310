/** What each verb of the public contract does (docs/embed.md#verbs). */
import type { SignalName, SignalProps } from '@fanal/contract'
import { isErrorCode } from '@fanal/contract/error-code'
import { version } from '../../../package.json'
import type { Call } from '../../boot/widget.ts'
import type { ContactPrefill, PanelView, Runtime } from '../../runtime.ts'
import type { Help, HelpInfo, HostContext, SuggestedItem } from '../../types.ts'
import type { ContextKeeper } from './context.ts'
import type { Emitter, Listener } from './emitter.ts'
import type { Reporter } from './reporter.ts'
import type { RuntimeState } from './start-runtime.ts'
import type { Surfaces } from './surfaces.ts'

/** A mistake in a call: the host is told, it is no fault of ours to be counted. What to say of it is a chunk of its own (chunks/advice). */
export class UsageError extends Error {
  readonly verb: string
  readonly given: unknown

  constructor(verb: string, given?: unknown) {
    super(`${verb} (docs/embed.md#verbs)`)
    this.verb = verb
    this.given = given
  }
}

export interface VerbParts {
  runtime: Runtime
  surfaces: Surfaces
  context: ContextKeeper
  reporter: Reporter
  emitter: Emitter
  state: RuntimeState
  /** Reports what happened at a moment on a page (path and fragment). */
  tell<N extends SignalName>(name: N, props: SignalProps[N], at: number, path: string): void
  fault(problem: unknown): void
  forgetDevice(): void
  onChange(): void
}

type Arguments = readonly unknown[]
type PageCall = { path?: unknown; title?: string }

const views = ['home', 'search', 'contact'] as const satisfies readonly PanelView[]

/** @throws UsageError for anything but a text or a number that says something */
function needText(verb: string, given: unknown): string {
  if (given !== '' && (typeof given === 'string' || typeof given === 'number')) return `${given}`
  throw new UsageError(verb, given)
}
/** Boot's own: `fault` for what failed before the runtime was there, `link` for a click on something of the host's marked `data-fanal-…`. */
type RuntimeVerb = Exclude<keyof Help, 'destroy'> | 'fault' | 'link'

export interface Verbs {
  call(call: Call): unknown
  info(): HelpInfo
}

export function createVerbs(parts: VerbParts): Verbs {
  const { runtime, surfaces, context, reporter, emitter, state, tell, forgetDevice, onChange } = parts
  let suggestions: HelpInfo['suggestions'] = []
  emitter.on('suggestions_shown', (detail) => {
    const { articleIds, why } = detail as { articleIds: string[]; why: string[] }
    suggestions = articleIds.map((id, index) => {
      const reason = why[index] ?? ''
      return { id, why: reason, rule: reason.replace(/:.*/s, ''), position: index + 1 }
    })
  })

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
    if (typeof listener !== 'function') throw new UsageError('on', name)
    if (name !== 'ready' || !state.ready) return emitter.on(name, listener, once)
    // Who asks after the fact is told at once.
    listener(info())
    return () => undefined
  }

  const verbs: Record<RuntimeVerb, (args: Arguments, call: Call) => unknown> = {
    identify([who]) {
      state.token = needText('identify', (who as { token?: unknown })?.token)
    },
    page([page], { path }) {
      const { title, ...said } = (typeof page === 'string' ? { path: page } : (page ?? {})) as PageCall
      const address = needText('page', said.path)
      context.setPage({ path: address.replace(/^\w+:\/\/[^/]+/, ''), ...(title && { title }) }, path)
      onChange()
    },
    context([said]) {
      if (typeof said !== 'object' || !said) throw new UsageError('context', said)
      context.merge(said as HostContext)
      onChange()
    },
    suggest: ([items]) => surfaces.suggest(items ? ([items].flat() as SuggestedItem[]) : undefined),
    open([view], { by }) {
      const known = views.find((name) => name === view)
      surfaces.open(known, by)
      // An event handler gives its event.
      if (view && typeof view === 'string' && !known) throw new UsageError('open', view)
    },
    close: surfaces.close,
    toggle: (_, { by }) => surfaces.toggle(by),
    search: ([text = '']) => surfaces.panel((panel) => panel.search(`${text}`)),
    article([id, options], { by }) {
      const from = by === 'link' ? by : 'api'
      const articleId = needText('article', id)
      if ((options as { type?: string } | undefined)?.type === 'modal')
        surfaces.modal((modal) => modal.article(articleId, from))
      else runtime.openArticle(articleId, from, by)
    },
    flow([id, options], { by }) {
      const flowId = needText('flow', id)
      if (flowId === 'stop') surfaces.stopFlow()
      else runtime.startFlow(flowId, by === 'link' ? by : 'api', (options as { step?: string } | undefined)?.step)
    },
    contact: ([prefill]) => runtime.openContact('api', prefill as ContactPrefill | undefined),
    error([what], { at, path }) {
      const text = needText('error', what instanceof Error ? what.message : what)
      context.addError(text)
      tell('error_seen', isErrorCode(text) ? { code: text } : { message: text }, at, path)
      onChange()
    },
    milestone: ([name], { at, path }) => tell('milestone_reached', { name: needText('milestone', name) }, at, path),
    consent([choice]) {
      // What is no answer is no consent, and takes none back.
      if (choice !== 'granted' && choice !== 'denied') throw new UsageError('consent', choice)
      state.allowed = choice === 'granted'
      if (state.allowed) reporter.allow(true)
      else forgetDevice()
    },
    on: (args) => listen(args),
    once: (args) => listen(args, true),
    off: ([name, listener]) => emitter.off(name as string, listener as Listener),
    reset() {
      surfaces.stopFlow()
      reporter.reset()
      forgetDevice()
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
    link([marks], call) {
      const { fanalArticle, fanalFlow, fanalOpen } = marks as DOMStringMap
      if (fanalArticle) verbs.article([fanalArticle], call)
      else if (fanalFlow) verbs.flow([fanalFlow], call)
      else verbs.open([fanalOpen], call)
    },
    fault: ([problem]) => parts.fault(problem),
  }

  return {
    info,
    call(call) {
      const [verb, ...args] = call.args
      if (!Object.hasOwn(verbs, verb as string)) throw new UsageError('fanal', verb)
      return verbs[verb as RuntimeVerb](args, call)
    },
  }
}

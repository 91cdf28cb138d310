/** What each verb of the public contract does (docs/embed.md#verbs). */
import { version } from '../../../package.json'
import type { Call } from '../../boot/widget.ts'
import type { ContactPrefill, PanelView, Runtime } from '../../runtime.ts'
import type { Consent, Help, HelpInfo, HostContext, SuggestedItem } from '../../types.ts'
import type { ContextKeeper } from './context.ts'
import type { Emitter, Listener } from './emitter.ts'
import type { IdentityKeeper } from './identity.ts'
import type { Reporter } from './reporter.ts'
import type { WaitingWork } from './resume.ts'
import type { Session } from './session.ts'
import type { Surfaces } from './surfaces.ts'

/** A mistake in a call: the host is told, it is no fault of ours to be counted. */
export class UsageError extends Error {}

export interface VerbParts {
  runtime: Runtime
  surfaces: Surfaces
  context: ContextKeeper
  identity: IdentityKeeper
  session: Session
  reporter: Reporter
  waitingWork: WaitingWork
  emitter: Emitter
  state: { consent: Consent; ready: boolean }
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
  const { runtime, surfaces, context, identity, session, reporter, emitter, state } = parts
  let suggestions: HelpInfo['suggestions'] = []
  emitter.on('suggestions_shown', (detail) => {
    const { articleIds, why } = detail as { articleIds: string[]; why: string[] }
    suggestions = articleIds.map((id, index) => ({ id, why: why[index] ?? '' }))
  })

  function report(call: Call, ...[name, props]: Parameters<Runtime['report']>): void {
    reporter.report(name, props, call)
    emitter.emit(name, props)
  }

  const info = (): HelpInfo => {
    const { page, topics, errors } = runtime.context()
    return {
      version,
      state: surfaces.isOpen ? 'open' : 'closed',
      key: runtime.key,
      host: runtime.host,
      locale: runtime.locale,
      mode: runtime.identity() ? 'identified' : 'anonymous',
      consent: state.consent,
      page,
      topics,
      errors,
      suggestions,
    }
  }

  const verbs: Record<RuntimeVerb, (args: Arguments, call: Call) => unknown> = {
    identify([who]) {
      const before = runtime.identity()?.visitorId
      identity.set((who as { token: string }).token)
      // Another person is another session.
      if (before && before !== runtime.identity()?.visitorId) session.forget()
    },
    page([page], call) {
      context.setPage(page as { path: string; title?: string }, call.path)
      parts.onChange()
    },
    context([said]) {
      context.merge(said as HostContext)
      parts.onChange()
    },
    suggest: ([items]) => surfaces.suggest(items as SuggestedItem[] | undefined),
    open: ([view], { by }) => surfaces.open(view as PanelView | undefined, by),
    close: () => surfaces.close(),
    toggle: (_, { by }) => surfaces.toggle(by),
    search: ([text]) => surfaces.panel((panel) => panel.search(String(text))),
    article: ([id], { by }) => surfaces.panel((panel) => panel.article(String(id), by === 'link' ? 'link' : 'api')),
    flow([id, options], { by }) {
      const step = (options as { step?: string } | undefined)?.step
      if (id === 'stop') surfaces.stopFlow()
      else runtime.startFlow(String(id), by === 'link' ? 'link' : 'api', step)
    },
    contact: ([prefill]) => runtime.openContact('api', prefill as ContactPrefill | undefined),
    error([what], call) {
      const text = String(what)
      context.addError(text)
      report(call, 'error_seen', /^[\w.:/-]{1,64}$/.test(text) ? { code: text } : { message: text })
      parts.onChange()
    },
    milestone: ([name], call) => report(call, 'milestone_reached', { name: String(name) }),
    consent([choice]) {
      state.consent = choice === 'denied' ? 'denied' : 'granted'
      if (state.consent === 'denied') parts.waitingWork.forget()
      reporter.allow(state.consent === 'granted')
    },
    on: ([name, listener]) => listen(name, listener),
    once([name, listener]) {
      const undo = listen(name, (detail: unknown) => {
        undo()
        ;(listener as Listener)(detail)
      })
      once.set(listener, undo)
    },
    off([name, listener]) {
      emitter.off(String(name), listener as Listener)
      once.get(listener)?.()
    },
    reset() {
      surfaces.stopFlow()
      surfaces.close()
      reporter.reset()
      identity.forget()
      context.forget()
      parts.waitingWork.set('flow', false)
      suggestions = []
      emitter.emit('reset')
      parts.onChange()
    },
    async info([tell]) {
      const answer = info()
      if (typeof tell === 'function') tell(answer)
      return answer
    },
    fault: ([problem]) => parts.fault(problem),
  }
  const once = new Map<unknown, () => void>()

  function listen(name: unknown, listener: unknown): () => void {
    if (typeof listener !== 'function') throw new UsageError(`on: "${name}" needs a function`)
    // Who asks after the fact is told at once.
    if (name === 'ready' && state.ready) listener(info())
    return emitter.on(String(name), listener as Listener)
  }

  return {
    info,
    call(call) {
      const [verb, ...args] = call.args
      if (!Object.hasOwn(verbs, verb as string))
        throw new UsageError(`there is no verb "${verb}" (docs/embed.md#verbs)`)
      return verbs[verb as RuntimeVerb](args, call)
    },
  }
}

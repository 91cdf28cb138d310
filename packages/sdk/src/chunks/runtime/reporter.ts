/**
 * Turns what happens into signals. Nothing leaves for the outbox before the visitor's first use, and nothing at all once consent
 * is denied; who listens with `on` hears everything.
 */
import type { SignalName, SignalOf, SignalProps } from '@fanal/contract'
import type { Outbox } from '../../chunks.ts'
import type { Identity, WidgetLocale } from '../../runtime.ts'
import type { InitOptions } from '../../types.ts'
import type { ContextKeeper } from './context.ts'
import type { Session } from './session.ts'
import { uuidv7 } from './uuid.ts'

type AnySignal = SignalOf<SignalName>

/** When and where something happened, if not here and now. */
export interface Moment {
  /** milliseconds since the epoch */
  at: number
  /** path and fragment of the page */
  path: string
}

export interface ReporterParts {
  locale: WidgetLocale
  session: Session
  context: ContextKeeper
  identity(now: number): Identity | null
  /** Asks the host for an identity where it offered to give one; null where it did not. Never rejects. */
  lateIdentity(): Promise<Identity | null>
  beforeSend: InitOptions['beforeSend']
  openOutbox(): Promise<Outbox>
  onProblem(problem: unknown): void
}

export interface Reporter {
  report<N extends SignalName>(name: N, props: SignalProps[N], moment: Moment): void
  /** Sends what an earlier page view left behind. */
  resend(): void
  /** Whether signals may be kept and sent at all; what waits is dropped when they may not. */
  allow(allowed: boolean): void
  /** Log out: what waits leaves with the identity it has, and the next visitor starts unused. */
  reset(): void
}

/** What only a person who uses Fanal can cause. Before the first of these nothing is kept or sent. */
const firstUse =
  /^(panel_opened|search_committed|article_opened|flow_started|flow_step_seen|checkpoint_answered|contact_opened)$/

/** Signals made before the first use, or while the outbox cannot be loaded; the oldest go first. */
const maxWaiting = 100

export function createReporter(parts: ReporterParts): Reporter {
  const { session, context } = parts
  let used = false
  let allowed = true
  let waiting: AnySignal[] = []
  let outbox: Promise<Outbox> | undefined

  function build<N extends SignalName>(name: N, props: SignalProps[N], { at, path }: Moment): SignalOf<N> {
    const title = context.title(path)
    const { release } = context.read()
    return {
      id: uuidv7(at),
      name,
      at,
      sessionId: session.id(at),
      page: { key: context.pageKey(path), ...(title === undefined ? {} : { title }) },
      ...(release === undefined ? {} : { release }),
      locale: parts.locale,
      props,
      ...visitorOf(parts.identity(at)),
    }
  }

  /** Moves what waits to the outbox, one after the other. */
  async function hand(): Promise<void> {
    outbox ??= parts.openOutbox()
    try {
      const late = visitorOf(await parts.lateIdentity())
      const box = await outbox
      const leaving = waiting
      waiting = []
      for (const signal of leaving) {
        const kept = allowed ? ask({ ...late, ...signal }) : null
        if (kept) box.add(kept)
      }
    } catch (problem) {
      // The signals stay in memory; the next one tries to load the outbox again.
      outbox = undefined
      parts.onProblem(problem)
    }
  }

  /** The host's last look. A hook that throws must not send what it may have meant to hold back. */
  function ask(signal: AnySignal): AnySignal | null {
    if (!parts.beforeSend) return signal
    try {
      return parts.beforeSend(signal)
    } catch (problem) {
      parts.onProblem(problem)
      return null
    }
  }

  return {
    report(name, props, moment) {
      if (!allowed) return
      waiting = [...waiting, build(name, props, moment) as AnySignal].slice(-maxWaiting)
      used ||= firstUse.test(name)
      if (!used) return
      session.touch(moment.at)
      void hand()
    },
    resend() {
      if (allowed) void hand()
    },
    allow(next) {
      allowed = next
      if (next) return
      waiting = []
      session.forget()
      void outbox?.then((box) => box.forget()).catch(parts.onProblem)
    },
    reset() {
      if (used) void outbox?.then((box) => box.flush()).catch(parts.onProblem)
      else waiting = []
      used = false
      session.forget()
    },
  }
}

function visitorOf(identity: Identity | null): { visitorId?: string; accountId?: string } {
  if (!identity) return {}
  const { visitorId, accountId } = identity
  return { visitorId, ...(accountId === undefined ? {} : { accountId }) }
}

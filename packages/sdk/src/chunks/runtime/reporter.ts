/**
 * Hands what happens to the outbox. Nothing before the visitor's first use, and nothing at all once consent is denied.
 */
import type { SignalName, SignalProps } from '@fanal/contract'
import type { Happening, Outbox } from '../../chunks.ts'
import type { ContextKeeper } from './context.ts'

export interface Reporter {
  /** @param path path and fragment of the page where it happened */
  report<N extends SignalName>(name: N, props: SignalProps[N], at: number, path: string): void
  /** Sends what an earlier page view left behind. */
  resend(): void
  /** Whether signals may be kept and sent at all; what waits is dropped when they may not. */
  allow(allowed: boolean): void
  reset(): void
  destroy(): void
  readonly outbox: Outbox | undefined
  /** what happened and is no signal yet, oldest first */
  readonly waiting: readonly Happening[]
  /** whether the visitor has used Fanal on this page view, so that something may be kept on the device */
  readonly used: boolean
}

/** What only a person who uses Fanal can cause. Before the first of these nothing is kept or sent. */
const firstUse =
  /^(panel_opened|search_committed|article_opened|flow_started|flow_step_seen|checkpoint_answered|contact_opened)$/

/**
 * Outbox and memory are not fetched in the way of the first suggestions, nor compiled while they are painted: what is told of opening waits
 * this long, or for the first signal of another kind, after which the person may leave the page.
 */
const settleMs = 1000
const opening = /^(panel_opened|suggestions_shown)$/

/** Before the first use, or while the outbox cannot be loaded; the oldest go first. */
const maxWaiting = 100

/**
 * @param isLeft whether an earlier page view left signals on the device: without consent these go too
 */
export function createReporter(
  context: ContextKeeper,
  token: () => string | null,
  openOutbox: () => Promise<Outbox>,
  isLeft: () => boolean,
  onProblem: (problem: unknown) => void,
): Reporter {
  let used = false
  let allowed = true
  let waiting: Happening[] = []
  let loading = false
  let settling: ReturnType<typeof setTimeout> | undefined
  let ended = false
  let outbox: Outbox | undefined

  function hand(): void {
    clearTimeout(settling)
    settling = undefined
    if (outbox) {
      for (const happening of waiting.splice(0)) outbox.add(happening)
    } else if (!loading) {
      loading = true
      openOutbox()
        .then((opened) => {
          outbox = opened
          if (allowed) hand()
          else outbox.forget().catch(onProblem)
          // The widget went away meanwhile; what it had to say still leaves.
          if (ended) outbox.destroy()
        })
        .catch((problem) => {
          // What waits stays in memory; the next signal tries again.
          loading = false
          onProblem(problem)
        })
    }
  }

  return {
    report(name, props, at, path) {
      if (!allowed) return
      const { release } = context.read()
      const by = token()
      waiting.push({
        name,
        props,
        at,
        page: context.pageAt(path),
        ...(release && { release }),
        ...(by && { token: by }),
      })
      waiting.splice(0, waiting.length - maxWaiting)
      used ||= firstUse.test(name)
      if (!used) return
      if (outbox || !opening.test(name)) hand()
      else settling ??= setTimeout(hand, settleMs)
    },
    resend: hand,
    allow(next) {
      allowed = next
      if (next) return
      clearTimeout(settling)
      settling = undefined
      waiting = []
      if (outbox) outbox.forget().catch(onProblem)
      else if (isLeft()) hand()
    },
    reset() {
      outbox?.reset()
      // What a visitor who used Fanal did still leaves, in that visitor's name.
      if (!used) waiting = []
      used = false
    },
    destroy() {
      ended = true
      if (outbox) outbox.destroy()
      else if (settling) hand()
    },
    get waiting() {
      return waiting
    },
    get outbox() {
      return outbox
    },
    get used() {
      return used
    },
  }
}

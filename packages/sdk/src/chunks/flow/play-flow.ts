/**
 * Plays one flow: tells the engine what happens in the page, carries out what it asks for, and has the result drawn.
 * Progress is stored before anything else, for a click may navigate. Everything it starts ends with it.
 */
import type { Flow, FlowStep } from '@fanal/contract'
import type { Chunks } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { translator } from '../../ui/translate.ts'
import { describeCard } from './describe-card.ts'
import { matchesStep } from './engine/draft.ts'
import { advanceFlow } from './engine/flow-engine.ts'
import type { FlowEffect, FlowEvent, FlowState, Transition } from './engine/flow-state.ts'
import { findStep, stepPosition } from './engine/step-order.ts'
import { flowWords } from './flow-words.ts'
import type { ProgressStore } from './progress-store.ts'
import { openStage } from './stage/open-stage.ts'
import { compareTexts } from './targeting/compare-texts.ts'
import { rivalsOf, type TargetResult } from './targeting/find-target.ts'
import { watchAdvance } from './targeting/watch-advance.ts'
import { watchPage, watchTarget } from './targeting/watch-target.ts'
import { watchVerify } from './targeting/watch-verify.ts'

/** How long a target may take to appear, milliseconds. */
const defaultWaitMs = 6000
/** How long a target that was there may be gone before the text takes its place, milliseconds: a re-render is not a loss. */
const toleranceMs = 1500
/** How long an assertion may take to come true, milliseconds. */
const defaultWithinMs = 5000
/** A step that has not come true after so long may need the words for it, milliseconds. */
const troubleDelayMs = 1000
/** A step on another page is only announced when no navigation follows, milliseconds. */
const elsewhereDelayMs = 800

export interface FlowPlayer {
  readonly flow: Flow
  /** « Étape 2 sur 5 » */
  position(): string
  send(event: FlowEvent): void
  /** Shows the card, wherever the person is, and puts the focus on it. */
  resume(): void
  /** Takes the flow off the page without a word; stored progress stays. */
  close(): void
}

export function playFlow(
  runtime: Runtime,
  flow: Flow,
  first: Transition,
  { store, takesFocus, onEnd }: { store: ProgressStore; takesFocus: boolean; onEnd(): void },
): FlowPlayer {
  let { state } = first
  let result: TargetResult | null = null
  /** counts up with each result, so that a replaced target is told from the one before */
  let finds = 0
  let closed = false
  let busy = false
  let trouble: Chunks['trouble'] | null = null
  /** visit whose predicate the host did not register */
  let missingIn = -1
  /** visit whose page did not follow by itself */
  let announcedVisit = -1
  const queue: FlowEvent[] = []
  const running = new Map<string, () => void>()
  const translate = translator(flowWords, runtime.locale)
  const stage = openStage(runtime, { locale: flow.locale, translate, onEvent: (event) => send(event) })
  const undos = [
    runtime.onContextChange(() => send({ type: 'page', page: runtime.context().page })),
    runtime.on('contact_sent', () => send({ type: 'contact_sent' })),
  ]

  function send(event: FlowEvent): void {
    if (closed) return
    queue.push(event)
    if (!busy) runtime.guard(() => drain())
  }

  function drain(begin?: Transition): void {
    busy = true
    try {
      if (begin) apply(begin)
      for (let event = queue.shift(); event && !closed; event = queue.shift()) {
        apply(advanceFlow(flow, state, event))
      }
    } finally {
      busy = false
    }
    if (!closed) draw()
  }

  function apply(transition: Transition): void {
    const { visit } = state
    state = transition.state
    if (state.visit !== visit) result = null
    if (state.phase === 'ended') store.clear()
    else store.save(state)
    for (const effect of transition.effects) perform(effect)
    if (state.phase === 'ended') {
      close()
      onEnd()
    } else watch()
  }

  function perform(effect: FlowEffect): void {
    if (effect.type === 'report') runtime.report(effect.name, effect.props)
    else if (effect.type === 'open_article') runtime.openArticle(effect.articleId, 'flow')
    else runtime.openContact('flow', { flow: effect.flow })
  }

  /** Starts what this state needs and is not running yet, ends what it no longer needs. */
  function watch(): void {
    const wanted = wantedWatchers()
    for (const [key, stop] of running) {
      if (wanted.has(key)) continue
      running.delete(key)
      stop()
    }
    for (const [key, start] of wanted) {
      if (running.has(key)) continue
      running.set(key, () => {})
      const stop = start()
      if (running.has(key)) running.set(key, stop)
      else stop()
    }
  }

  function wantedWatchers(): Map<string, () => () => void> {
    const wanted = new Map<string, () => () => void>()
    const step = findStep(flow, state.stepId)
    const { visit, phase, target } = state
    if (!step || phase === 'asking' || phase === 'ended') return wanted
    const found = result?.status === 'found' ? result.element : null
    const { verify, advance } = step
    if (step.target && state.place === 'here' && matchesStep(step, state.page)) {
      const wish = step.target
      wanted.set(`target ${visit}`, () => watchTarget(wish, (next) => runtime.guard(() => onTarget(next))))
      if (!found && target !== 'fallback') {
        const patience = target === 'found' ? toleranceMs : (step.waitMs ?? defaultWaitMs)
        wanted.set(`patience ${visit} ${target}`, () => after(patience, giveUp))
      }
    }
    if (advance && phase !== 'verifying')
      wanted.set(`advance ${visit} ${finds}`, () =>
        watchAdvance(advance.on, step.target, found, () => send({ type: 'acted' })),
      )
    if (verify)
      wanted.set(`verify ${visit}`, () => {
        const tell = (holds: boolean) => send({ type: 'verify', holds })
        return verify.predicate === undefined ? watchVerify(verify, tell) : askHost(verify.predicate, step.id, tell)
      })
    if (!trouble && (phase !== 'acting' || state.place === 'elsewhere' || (step.target && !found)))
      wanted.set(`trouble ${visit} ${phase}`, () => after(phase === 'unverified' ? 0 : troubleDelayMs, getTrouble))
    if (state.place === 'elsewhere' && state.led) {
      wanted.set(`elsewhere ${visit}`, () =>
        after(elsewhereDelayMs, () => {
          announcedVisit = visit
          runtime.guard(draw)
        }),
      )
      wanted.set(`page ${visit}`, () => after(step.waitMs ?? defaultWaitMs, () => send({ type: 'page_awaited' })))
    }
    const isMissing = missingIn === visit && phase === 'verifying'
    const clock = isMissing ? 0 : verifyClock(step, state)
    if (clock !== null)
      wanted.set(`clock ${visit} ${phase} ${isMissing}`, () =>
        after(clock, () =>
          send({ type: 'verify_timed_out', reason: isMissing ? 'predicate_missing' : 'verify_failed' }),
        ),
      )
    return wanted
  }

  /** Without it the flow goes on: a step in trouble is then told with fewer words. */
  function getTrouble(): Promise<Chunks['trouble'] | null> {
    return runtime.load('trouble').then(
      (loaded) => {
        trouble = loaded
        if (!closed) runtime.guard(draw)
        return loaded
      },
      () => null,
    )
  }

  /** Asks a predicate of the host, by its name. */
  function askHost(name: string, stepId: string, tell: (holds: boolean) => void): () => void {
    let stop: (() => void) | null = () => {}
    const { visit } = state
    getTrouble().then((loaded) => {
      if (!stop || !loaded) return
      const onMissing = () => {
        missingIn = visit
        watch()
      }
      const asked = { name, place: `${flow.id}, ${stepId}` }
      stop = loaded.watchPredicate(runtime, asked, (look) => watchPage(look, () => false), tell, onMissing)
    })
    return () => {
      stop?.()
      stop = null
    }
  }

  function onTarget(next: TargetResult): void {
    result = next
    finds += 1
    if (next.status === 'found') send({ type: 'target_found' })
    else if (!busy) {
      watch()
      draw()
    }
  }

  function giveUp(): void {
    const reason =
      result?.status === 'hidden'
        ? 'target_hidden'
        : result?.status === 'ambiguous'
          ? 'target_ambiguous'
          : 'target_missing'
    const wish = findStep(flow, state.stepId)?.target
    send({
      type: 'target_lost',
      reason,
      candidates: (wish && trouble?.describeRivals(wish, rivalsOf(wish), compareTexts)) ?? [],
    })
  }

  function draw(): void {
    const waits = state.place === 'elsewhere' && state.led && announcedVisit !== state.visit
    const points = state.place === 'here' && state.phase !== 'asking'
    const anchor = points && result?.status === 'found' ? result.anchor : null
    const unverified = trouble?.describeUnverified
    const describe = unverified && ((step: FlowStep) => unverified(flow, step, state, runtime.locale))
    stage.draw(waits ? null : describeCard(flow, state, translate, describe ?? null), anchor)
  }

  function close(): void {
    if (closed) return
    closed = true
    for (const undo of [...undos, ...running.values()]) undo()
    running.clear()
    stage.close()
  }

  runtime.guard(() => drain(first))
  if (!closed && takesFocus) stage.takeFocus()
  return {
    flow,
    position: () => translate('position', stepPosition(flow, state.path, state.answers)),
    send,
    resume() {
      announcedVisit = state.visit
      send({ type: 'resume' })
      stage.takeFocus()
    },
    close,
  }
}

function verifyClock(step: FlowStep, { phase }: FlowState): number | null {
  if (!step.verify) return null
  const { withinMs } = step.verify
  if (phase === 'verifying') return withinMs ?? defaultWithinMs
  // a step that only waits has no action from which to count
  const onlyWaits = !step.target && !step.advance && step.checkpoint === undefined
  return phase === 'acting' && onlyWaits && withinMs !== undefined ? withinMs : null
}

function after(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}

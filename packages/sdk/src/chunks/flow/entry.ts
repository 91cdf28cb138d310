/**
 * Guided flows of one widget: starts them, takes them up again after a reload, shows their offers. One runs at a time.
 */
import { type Flow, type FlowStartedBy, paths, pathTo } from '@fanal/contract'
import type { FlowHandle } from '../../chunks.ts'
import { FetchProblem, type Runtime } from '../../runtime.ts'
import { resumeFlow, startFlow } from './engine/flow-engine.ts'
import type { Transition } from './engine/flow-state.ts'
import { type FlowPlayer, playFlow } from './play-flow.ts'
import { openProgressStore } from './progress-store.ts'
import { showOffer } from './show-offer.ts'
import { openWheel } from './take-wheel.ts'

export function openFlows(runtime: Runtime): FlowHandle {
  const store = openProgressStore(runtime, () => Date.now())
  let player: FlowPlayer | null = null
  /** counts up with each wish, so that a flow that arrives late does not push out a newer one */
  let wishes = 0
  let ended = false
  const wheel = openWheel(`fanal:${runtime.key}:flow`, () =>
    store.handOver(() => player?.send({ type: 'exit', reason: 'navigated' })),
  )
  /** takes the offer on screen back */
  let withdraw = () => {}

  const getFlow = (id: string) => runtime.getJson<Flow>(pathTo(paths.flow, { id }))

  const play = (flow: Flow, first: Transition, takesFocus: boolean) => {
    withdraw()
    let over = false
    const started = playFlow(runtime, flow, first, {
      store,
      takesFocus,
      onEnd: () => {
        over = true
        player = null
        wheel.release()
      },
    })
    if (!over) player = started
  }

  /** Takes the flow off the page without a word. */
  const putAway = () => {
    player?.close()
    player = null
    wheel.release()
    withdraw()
  }

  const begin = (flow: Flow, by: FlowStartedBy, stepId?: string) => {
    player?.send({ type: 'exit', reason: 'quit' })
    // a call by the host's own code may come while the person types somewhere, and a flow may take a moment to arrive
    const typing = document.activeElement?.matches('input,textarea,select,[contenteditable]')
    runtime.closePanel()
    void wheel.take(true)
    play(flow, startFlow(flow, { by, page: runtime.context().page, stepId }), by !== 'api' && !typing)
  }

  const resume = async () => {
    const left = store.takeExpired()
    // who stayed on the step's page was stopped by the time; who had gone elsewhere did not come back
    if (left)
      runtime.report('flow_exited', {
        flowId: left.flowId,
        stepId: left.stepId,
        reason: left.place === 'here' ? 'timeout' : 'navigated',
      })
    const progress = store.read()
    if (!progress) return
    const { flowId, stepId } = progress
    const wish = wishes
    if (!(await wheel.take(false))) return
    const flow = await getFlow(flowId).catch((problem: unknown) => {
      // out of reach for now: the next page tries again. Withdrawn by its owners: it is over.
      if (problem instanceof FetchProblem && problem.status === 404) {
        store.clear()
        runtime.report('flow_exited', { flowId, stepId, reason: 'failed' })
      }
      return null
    })
    if (ended || wish !== wishes) return
    if (flow) play(flow, resumeFlow(flow, progress, runtime.context().page), false)
    else wheel.release()
  }

  const stopReset = runtime.on('reset', () => {
    putAway()
    store.clear()
  })
  const life = new AbortController()
  // A page that the browser keeps for « Back » must not keep the wheel; when it shows again the flow may be further.
  window.addEventListener('pagehide', wheel.release, { signal: life.signal })
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return
      putAway()
      runtime.guard(resume)
    },
    { signal: life.signal },
  )

  const resumed = resume()
  runtime.guard(() => resumed)

  return {
    async start(id, by, stepId) {
      const wish = ++wishes
      const flow = await getFlow(id)
      if (!ended && wish === wishes) begin(flow, by, stepId)
    },
    stop() {
      wishes++
      player?.send({ type: 'exit', reason: 'quit' })
    },
    get running() {
      if (!player) return null
      const { flow, position, resume } = player
      return { id: flow.id, title: flow.title, position: position(), resume }
    },
    offer(flow, { hint, onTarget, onAnswer }) {
      withdraw()
      let undo = () => {}
      let over = false
      const close = () => {
        over = true
        undo()
      }
      withdraw = close
      const show = () => {
        if (over || ended || player) return
        undo = showOffer(runtime, flow, hint, onTarget, (answer) => {
          close()
          onAnswer(answer)
          if (answer === 'begin') begin(flow, 'first_visit')
        })
      }
      // What this tab left off with goes first.
      runtime.guard(() => resumed.then(show, show))
      return close
    },
    destroy() {
      ended = true
      putAway()
      life.abort()
      stopReset()
    },
  }
}

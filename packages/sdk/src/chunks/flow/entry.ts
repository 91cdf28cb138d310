/**
 * Guided flows of one widget: starts them, takes them up again after a reload, offers them on a first visit. One runs at a time.
 */
import { type Flow, type FlowStartedBy, paths, pathTo } from '@fanal/contract'
import type { FlowHandle } from '../../chunks.ts'
import { FetchProblem, type Runtime } from '../../runtime.ts'
import { resumeFlow, startFlow } from './engine/flow-engine.ts'
import type { Transition } from './engine/flow-state.ts'
import { type FlowPlayer, playFlow } from './play-flow.ts'
import { openProgressStore } from './progress-store.ts'
import { watchOffers } from './watch-offer.ts'

export function openFlows(runtime: Runtime): FlowHandle {
  const store = openProgressStore(runtime, () => Date.now())
  let player: FlowPlayer | null = null
  /** counts up with each wish, so that a flow that arrives late does not push out a newer one */
  let wishes = 0
  let ended = false

  const getFlow = (id: string) => runtime.getJson<Flow>(pathTo(paths.flow, { id }))

  const play = (flow: Flow, first: Transition, takesFocus: boolean) => {
    offers.withdraw()
    let over = false
    const started = playFlow(runtime, flow, first, {
      store,
      takesFocus,
      onEnd: () => {
        over = true
        player = null
        offers.check()
      },
    })
    if (!over) player = started
  }

  const begin = (flow: Flow, by: FlowStartedBy, stepId?: string) => {
    player?.send({ type: 'exit', reason: 'quit' })
    runtime.closePanel()
    // a call by the host's own code may come while the person types somewhere
    play(flow, startFlow(flow, { by, page: runtime.context().page, stepId }), by !== 'api')
  }

  const offers = watchOffers(
    runtime,
    () => player !== null,
    (flow) => begin(flow, 'first_visit'),
  )

  const resume = async () => {
    const stored = store.read()
    if (!stored) return store.forgetOthers()
    const { progress, expired } = stored
    const { flowId, stepId } = progress
    if (expired) {
      store.clear()
      return runtime.report('flow_exited', { flowId, stepId, reason: 'timeout' })
    }
    const wish = wishes
    const flow = await getFlow(flowId).catch((problem: unknown) => {
      // out of reach for now: the next page tries again. Withdrawn by its owners: it is over.
      if (problem instanceof FetchProblem && problem.status === 404) {
        store.clear()
        runtime.report('flow_exited', { flowId, stepId, reason: 'failed' })
      }
      return null
    })
    if (!flow || ended || wish !== wishes) return
    play(flow, resumeFlow(flow, progress, runtime.context().page), false)
  }

  const check = () => void (ended || offers.check())
  const undos = [
    runtime.onContextChange(check),
    runtime.on('ready', check),
    runtime.on('panel_closed', check),
    runtime.on('reset', () => {
      player?.close()
      player = null
      offers.withdraw()
      store.clear()
    }),
  ]

  runtime.guard(() => resume().then(check))

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
    destroy() {
      ended = true
      player?.close()
      player = null
      offers.withdraw()
      for (const undo of undos) undo()
    },
  }
}

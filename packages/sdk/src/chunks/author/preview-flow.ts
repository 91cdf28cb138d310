/**
 * Plays the draft with the flows' own chunk, as a visitor will see it, across pages: with progress of its own, without a signal, and without offering
 * the project's other flows.
 */
import type { Flow } from '@fanal/contract'
import type { FlowHandle } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'

export interface Preview {
  start(): void
  stop(): void
}

/** @param onEnd the flow was played to its end, or left */
export async function openPreview(runtime: Runtime, flow: () => Flow, onEnd: () => void): Promise<Preview> {
  const { openFlows } = await runtime.load('flow')
  const own: Partial<Runtime> = {
    key: `${runtime.key}:preview`,
    getJson: async () => flow() as never,
    report(name) {
      // The flow is over once it has told so, not while.
      if (name === 'flow_completed' || name === 'flow_exited') queueMicrotask(onEnd)
    },
    resumeLater: () => {},
    memory: async () => null,
    ...(runtime.config && { config: { ...runtime.config, flows: [] } }),
  }
  const properties = Object.entries(own).map(([name, value]) => [name, { value }])
  const handle: FlowHandle = openFlows(Object.create(runtime, Object.fromEntries(properties)))
  return {
    start: () => void runtime.guard(() => handle.start('preview', 'visitor')),
    stop() {
      handle.stop()
      handle.destroy()
    },
  }
}

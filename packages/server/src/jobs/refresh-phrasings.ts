/**
 * Learns from visitors' searches by the clock, project by project, so that the search follows without a restart. The more there is to read
 * the longer it rests: learning takes at most a twentieth of the time.
 */
import { refreshPhrasings } from '../learning/refresh-phrasings.ts'
import type { Services } from '../services.ts'

const everyMs = 5 * 60_000
const restPerWork = 19

export interface PhrasingRefresh {
  /** Resolves once the refresh that is going on has ended. */
  stop(): Promise<void>
}

export function startPhrasingRefresh(services: Services): PhrasingRefresh {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running = refreshAll()

  async function refreshAll(): Promise<void> {
    const startedAt = performance.now()
    try {
      for (const { id } of await services.store.projects.list()) {
        if (!stopped) await refreshPhrasings(services, id)
      }
    } catch (error) {
      services.log.error({ err: error }, 'nothing could be learnt from searches')
    }
    if (stopped) return
    timer = setTimeout(
      () => {
        running = refreshAll()
      },
      Math.max(everyMs, restPerWork * (performance.now() - startedAt)),
    )
    timer.unref()
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** Learns from visitors' searches by the clock, project by project, so that the search follows without a restart. */
import { refreshPhrasings } from '../learning/refresh-phrasings.ts'
import type { Services } from '../services.ts'

const everyMs = 5 * 60_000

export interface PhrasingRefresh {
  /** Resolves once the refresh that is going on has ended. */
  stop(): Promise<void>
}

export function startPhrasingRefresh(services: Services): PhrasingRefresh {
  let last: Promise<void> = Promise.resolve()
  const refreshSoon = () => {
    last = last
      .then(async () => {
        for (const { id } of await services.store.projects.list()) await refreshPhrasings(services, id)
      })
      .catch((error: unknown) => services.log.error({ err: error }, 'nothing could be learnt from searches'))
  }
  const timer = setInterval(refreshSoon, everyMs)
  timer.unref()
  refreshSoon()
  return {
    async stop() {
      clearInterval(timer)
      await last
    },
  }
}

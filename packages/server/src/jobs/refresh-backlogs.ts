/**
 * Refreshes every project's backlog by the clock and after each content change, so that an item whose queries fail again opens
 * although nobody is looking.
 */
import { refreshBacklog } from '../backlog/refresh-backlog.ts'
import type { Services } from '../services.ts'

const everyMs = 5 * 60_000

export interface BacklogRefresh {
  /** Resolves once the refresh that is going on has ended. */
  stop(): Promise<void>
}

export function startBacklogRefresh(services: Services): BacklogRefresh {
  let last: Promise<void> = Promise.resolve()

  function refreshSoon(projects: () => Promise<string[]>): void {
    last = last
      .then(async () => {
        for (const project of await projects()) await refreshBacklog(services, project)
      })
      .catch((error: unknown) => services.log.error({ err: error }, 'the backlog could not be refreshed'))
  }

  const every = async () => (await services.store.projects.list()).map(({ id }) => id)
  const timer = setInterval(() => refreshSoon(every), everyMs)
  timer.unref()
  const undo = services.knowledge.onChange((project) => refreshSoon(async () => [project]))
  return {
    async stop() {
      clearInterval(timer)
      undo()
      await last
    },
  }
}

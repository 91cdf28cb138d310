/**
 * Loads the views once the first one is shown and the page is at rest: files that never change stay in the browser's cache, so that
 * search, articles and the form are there when the network is not. Not where the person saves data.
 */
import type { Runtime } from '../../runtime.ts'

const views = ['search', 'article', 'contact'] as const
/** For browsers that do not tell when they are idle. */
const restMs = 2000

export function warmViews({ load, onDestroy }: Pick<Runtime, 'load' | 'onDestroy'>): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (connection?.saveData) return
  let ended = false
  onDestroy(() => {
    ended = true
  })
  const warm = async () => {
    // One after the other: what the person asks for meanwhile comes first. What fails is loaded when it is needed.
    for (const view of views) if (!ended) await load(view).catch(() => null)
  }
  if ('requestIdleCallback' in window) requestIdleCallback(warm, { timeout: restMs })
  else setTimeout(warm, restMs)
}

/**
 * Loads what is needed without network once the first view is shown and the page is at rest: the views, files that never change and stay in the
 * browser's cache, then the whole help for searching in it. Not where the person saves data.
 */
import type { Runtime } from '../../runtime.ts'

const views = ['search', 'article', 'contact'] as const
/** For browsers that do not tell when they are idle. */
const restMs = 2000

/** @param fetchHelp what follows the views */
export function warmViews(
  { load, onDestroy }: Pick<Runtime, 'load' | 'onDestroy'>,
  fetchHelp: () => Promise<void>,
): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (connection?.saveData) return
  let ended = false
  onDestroy(() => {
    ended = true
  })
  const warm = async () => {
    // One after the other: what the person asks for meanwhile comes first. What fails is loaded when it is needed.
    for (const view of views) if (!ended) await load(view).catch(() => null)
    if (!ended) await fetchHelp()
  }
  if ('requestIdleCallback' in window) requestIdleCallback(warm, { timeout: restMs })
  else setTimeout(warm, restMs)
}

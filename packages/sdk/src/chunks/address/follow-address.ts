/**
 * What the page's address asks of the widget, in parts of its query that are Fanal's own: `?fanal-debug`, `?fanal-article=ID`, as
 * « Copier le lien » makes it, `?fanal-flow=ID`, and `?fanal-author=PASS`. Read once for a page load, when the widget first runs: later changes of the address are the host's, and whoever closed the
 * article or left the flow does not see it come back with the next `init`. The address is never changed, but for the pass, which leaves it at once.
 */
import type { Runtime } from '../../runtime.ts'
import { admitAuthor } from './admit-author.ts'

let read = false

/** @param openDebug also for the next `init`: whoever looks at the widget looks on */
export function followAddress(runtime: Runtime, search: string, openDebug: () => unknown): unknown {
  const { openArticle, startFlow } = runtime
  const asked = new URLSearchParams(search)
  const article = asked.get('fanal-article')
  const flow = asked.get('fanal-flow')
  if (article && !read) openArticle(article, 'link', 'link')
  if (flow && !read) startFlow(flow, 'link')
  read = true
  return Promise.all([/[?&]fanal-debug\b/.test(search) && openDebug(), admitAuthor(runtime, asked)])
}

/**
 * What the page's address asks of the widget, in parts of its query that are Fanal's own: `?fanal-debug`, and `?fanal-article=ID`, as
 * « Copier le lien » makes it. Read once for a page load, when the widget first runs: later changes of the address are the host's, and whoever closed the
 * article does not see it come back with the next `init`. The address is never changed.
 */
import type { Runtime } from '../../runtime.ts'

let read = false

/** @param openDebug also for the next `init`: whoever looks at the widget looks on */
export function followAddress(
  { openArticle }: Pick<Runtime, 'openArticle'>,
  search: string,
  openDebug: () => unknown,
): unknown {
  const article = new URLSearchParams(search).get('fanal-article')
  if (article && !read) openArticle(article, 'link', 'link')
  read = true
  return /[?&]fanal-debug\b/.test(search) && openDebug()
}

/**
 * Lets an author in: takes the pass out of the address, has the server check it, and loads the recorder only then. A pass that does not hold is
 * refused without a word. It stays in this tab alone, for the pages the author goes through.
 * Source: docs/flows-authoring.md#who-may-record
 */
import { type AuthorPass, authorParameter, paths } from '@fanal/contract'
import { FetchProblem, type Runtime } from '../../runtime.ts'

/** @param asked query of the page's address */
export async function admitAuthor(runtime: Runtime, asked: URLSearchParams): Promise<void> {
  const pass = takePass(asked) ?? keptPass(runtime)
  if (!pass) return runtime.resumeLater('author', false)
  keep(runtime, pass)
  try {
    await runtime.postJson<AuthorPass>(paths.author, { pass })
  } catch (problem) {
    // Out of reach for now: the next page asks again. Refused: it is over.
    if (problem instanceof FetchProblem && problem.status >= 400 && problem.status < 500) keep(runtime, null)
    return
  }
  const { openAuthor } = await runtime.load('author')
  openAuthor(runtime, () => keep(runtime, null))
}

/** What the address carries, which it then no longer does: it must not be copied, bookmarked or sent on as referrer. */
function takePass(asked: URLSearchParams): string | null {
  const pass = asked.get(authorParameter)
  const address = pass === null ? null : new URL(location.href)
  if (address?.searchParams.has(authorParameter)) {
    address.searchParams.delete(authorParameter)
    history.replaceState(history.state, '', address)
  }
  return pass
}

function keptPass({ key }: Runtime): string | null {
  try {
    return sessionStorage.getItem(`fanal:${key}:author`)
  } catch {
    return null
  }
}

function keep(runtime: Runtime, pass: string | null): void {
  runtime.resumeLater('author', pass !== null)
  try {
    if (pass === null) sessionStorage.removeItem(`fanal:${runtime.key}:author`)
    else if (runtime.mayStore()) sessionStorage.setItem(`fanal:${runtime.key}:author`, pass)
  } catch {
    // Without storage the recorder lasts as long as this page.
  }
}

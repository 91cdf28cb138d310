/**
 * One request to a service that stands behind several hosts: the one that answered last first, the others where it is out of reach, too slow
 * or failing. A refusal (4xx) is an answer. Nothing is remembered beyond the page.
 * Source: docs/adr/0008-algolia-is-asked-without-its-client.md
 */
import { FetchProblem } from '../../runtime.ts'

/** Longer with each host: on a slow network the first may not have been at fault. */
const timeoutMs = 2000

/** @throws as `SearchProvider.ask` does */
export type AskHosts = <Answer>(path: string, body: string, signal: AbortSignal) => Promise<Answer>

/** @param origins in the order in which they are tried */
export function openHosts(origins: readonly string[]): AskHosts {
  let best = [...origins]

  return async (path, body, signal) => {
    let problem = new FetchProblem(0)
    for (const [tried, origin] of best.entries()) {
      const ended = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs * (tried + 1))])
      try {
        const response = await post(origin + path, body, ended)
        if (response.status < 500) {
          best = [origin, ...best.filter((other) => other !== origin)]
          if (!response.ok) throw new FetchProblem(response.status)
          return await response.json()
        }
        problem = new FetchProblem(response.status)
      } catch (cause) {
        if (signal.aborted || cause instanceof FetchProblem) throw cause
        // Out of reach or too slow: the next one.
      }
    }
    throw problem
  }
}

/** As text, with key and application in the address: the browser asks leave for anything else first. @see docs/embed.md#algolia */
function post(url: string, body: string, signal: AbortSignal): Promise<Response> {
  return fetch(url, { method: 'POST', credentials: 'omit', headers: { 'content-type': 'text/plain' }, body, signal })
}

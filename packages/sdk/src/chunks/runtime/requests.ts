/** Requests to the Fanal server: no cookies, a time-out, and one kind of error. */
import type { ErrorBody } from '@fanal/contract'
import { FetchProblem } from '../../runtime.ts'

const requestTimeoutMs = 15_000

/**
 * @param life ends the request when the widget ends
 * @throws FetchProblem with status 0 when there was no answer, else the HTTP status and the server's error code
 */
export async function fetchJson<T>(url: string, life: AbortSignal, init?: RequestInit): Promise<T> {
  const signal = AbortSignal.any([life, AbortSignal.timeout(requestTimeoutMs)])
  const answer = await fetch(url, { credentials: 'omit', ...init, signal }).catch(() => {
    throw new FetchProblem(0, 'offline')
  })
  const body = await answer.json().catch(() => {
    // Not the server but something on the way to it, such as a captive portal.
    throw new FetchProblem(answer.ok ? 0 : answer.status)
  })
  if (!answer.ok) throw new FetchProblem(answer.status, (body as Partial<ErrorBody> | null)?.error?.code)
  return body
}

/** `query` as a query string, parts without a value left out. */
export function toQuery(query: Record<string, string | undefined>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${encodeURIComponent(value)}`))
    .join('&')
}

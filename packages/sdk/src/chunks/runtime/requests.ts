/** Requests to the Fanal server: no cookies, a time-out, and one kind of error. */
import type { ErrorBody } from '@fanal/contract'
import { FetchProblem } from '../../runtime.ts'

const requestTimeoutMs = 15_000

/**
 * @param life ends the request when the widget ends
 * @throws FetchProblem with status 0 when there was no answer, else the HTTP status and the server's error code
 */
export async function fetchJson<T>(url: string, init: RequestInit, life: AbortSignal): Promise<T> {
  const timeout = AbortSignal.timeout(requestTimeoutMs)
  // Browsers without AbortSignal.any (before 2024) keep the time-out.
  const signal = AbortSignal.any?.([life, timeout]) ?? timeout
  let answer: Response
  try {
    answer = await fetch(url, { credentials: 'omit', ...init, signal })
  } catch {
    throw new FetchProblem(0, 'offline')
  }
  let body: unknown
  try {
    body = await answer.json()
  } catch {
    throw new FetchProblem(answer.ok ? 0 : answer.status)
  }
  if (!answer.ok) throw new FetchProblem(answer.status, (body as Partial<ErrorBody> | null)?.error?.code)
  return body as T
}

/** `query` as a query string, parts without a value left out. */
export function toQuery(query: Record<string, string | undefined>): string {
  const parts = Object.entries(query).filter((part): part is [string, string] => part[1] !== undefined)
  return new URLSearchParams(parts).toString()
}

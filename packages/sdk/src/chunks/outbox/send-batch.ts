/** One try at handing a batch to the server. `text/plain` and no own header: no preflight, so it also works while a page goes away. */
import type { SignalReceipt } from '@fanal/contract'
import { retryAfterMs } from './backoff.ts'

const sendTimeoutMs = 20_000

export type SendOutcome =
  /** durable on the server; `rejected` by place in the batch */
  | { kind: 'accepted'; rejected: { index: number; code: string }[] }
  /** this body will never be taken */
  | { kind: 'refused'; code: string }
  /** another time, at the earliest after `waitMs` */
  | { kind: 'later'; waitMs: number }

export async function sendBatch(url: string, body: string): Promise<SendOutcome> {
  let answer: Response
  try {
    answer = await fetch(url, {
      method: 'POST',
      body,
      credentials: 'omit',
      keepalive: true,
      signal: AbortSignal.timeout(sendTimeoutMs),
    })
  } catch {
    // Other scripts may have used up the page's keepalive bytes. The signals stay kept: their ids make a second sending harmless.
    if (document.visibilityState === 'hidden') navigator.sendBeacon?.(url, body)
    return { kind: 'later', waitMs: 0 }
  }
  if (answer.status === 400 || answer.status === 413) return { kind: 'refused', code: String(answer.status) }
  if (!answer.ok) return { kind: 'later', waitMs: retryAfterMs(answer.headers.get('retry-after'), Date.now()) }
  try {
    const { rejected } = (await answer.json()) as SignalReceipt
    return { kind: 'accepted', rejected: rejected.map(({ index, code }) => ({ index, code })) }
  } catch {
    // A captive portal or proxy answered in the server's place: nothing is known to be stored.
    return { kind: 'later', waitMs: 0 }
  }
}

/** When to try again after a failure. Pure: chance and clock come in. */

const firstDelayMs = 2000
const longestDelayMs = 5 * 60_000
/** A server that asks for more than this is misread: the person may be gone by then. */
const longestRetryAfterMs = 60 * 60_000

/**
 * @param failures in a row, from 1
 * @param random from 0 to 1, so that many pages do not come back at once
 * @returns milliseconds to wait
 */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1))
  return Math.round(ceiling * (0.5 + random / 2))
}

/**
 * @param header `Retry-After`: seconds, or an HTTP date
 * @param now milliseconds since the epoch
 * @returns milliseconds to wait at least; 0 where it says nothing usable
 */
export function retryAfterMs(header: string | null, now: number): number {
  if (!header) return 0
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isFinite(wait) ? Math.min(Math.max(0, wait), longestRetryAfterMs) : 0
}

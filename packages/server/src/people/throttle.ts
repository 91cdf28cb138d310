/**
 * Slows down guessing: so many failed tries per key and window, in memory. Keys are hashed with a secret of this process, so
 * that no address stays readable in a memory dump, and nothing is kept after a restart.
 */
import { createHmac, randomBytes } from 'node:crypto'

export interface ThrottleOptions {
  maxTries: number
  windowMs: number
  /** keys kept at most; the oldest go first */
  maxKeys?: number
}

export interface Throttle {
  /** Counts a try. @returns milliseconds to wait before the next one is allowed; 0 when this one is */
  take(key: string, now: number): number
  /** The try was a good one: it and all before it are forgotten. */
  clear(key: string): void
}

export function createThrottle({ maxTries, windowMs, maxKeys = 10_000 }: ThrottleOptions): Throttle {
  const secret = randomBytes(32)
  const windows = new Map<string, { tries: number; endsAt: number }>()
  const digest = (key: string) => createHmac('sha256', secret).update(key).digest('base64')

  return {
    take(key, now) {
      const id = digest(key)
      const known = windows.get(id)
      if (known && known.endsAt > now) {
        if (known.tries >= maxTries) return known.endsAt - now
        known.tries += 1
        return 0
      }
      windows.delete(id)
      if (windows.size >= maxKeys) {
        const [oldest] = windows.keys()
        if (oldest !== undefined) windows.delete(oldest)
      }
      windows.set(id, { tries: 1, endsAt: now + windowMs })
      return 0
    },

    clear(key) {
      windows.delete(digest(key))
    },
  }
}

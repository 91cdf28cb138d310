/**
 * The session: one visitor's signals with no gap over 30 min. Its id is random and says nothing of the person.
 * In memory; kept across reloads of the tab only once the widget has been used and where storing is allowed.
 */
import { limits } from '@fanal/contract'
import { uuidv7 } from '../../ui/uuid.ts'

export interface Session {
  /** the running session's id; a new one after `sessionIdleMs` of silence */
  id(now: number): string
  /** a signal was made: the session goes on */
  touch(now: number): void
  /** ends it here and on the device */
  forget(): void
}

/** @param mayKeep whether the id may be kept on the device now */
export function openSession(storageKey: string, mayKeep: () => boolean): Session {
  let current: { id: string; at: number } | undefined = read(storageKey)
  const running = (now: number) => {
    // A clock that went back is no silence, but one far ahead would keep a session for ever.
    if (!current || Math.abs(now - current.at) > limits.sessionIdleMs) current = { id: uuidv7(now), at: now }
    return current
  }
  return {
    id: (now) => running(now).id,
    touch(now) {
      running(now).at = now
      if (!mayKeep()) return
      try {
        sessionStorage.setItem(storageKey, JSON.stringify(current))
      } catch {
        // Sandboxed or full: the session lives in memory.
      }
    },
    forget() {
      current = undefined
      try {
        sessionStorage.removeItem(storageKey)
      } catch {
        // Nothing could be kept, so nothing is there.
      }
    },
  }
}

/** Another script may have written there: only the right shape counts. */
function read(storageKey: string): { id: string; at: number } | undefined {
  try {
    const { id, at } = JSON.parse(sessionStorage.getItem(storageKey) ?? '') as { id: unknown; at: unknown }
    if (typeof id === 'string' && /^[\da-f-]{36}$/.test(id) && typeof at === 'number') return { id, at }
  } catch {
    // Missing, unreadable or not ours.
  }
  return undefined
}

/**
 * Which errors help was offered for: once in a session is enough. Kept with the tab once the visitor has used Fanal or waved an offer
 * away; before that, and where nothing may be stored, in memory. Only errors that articles name are ever kept.
 */
import type { Runtime } from '../../runtime.ts'
import { toJson } from '../../ui/to-json.ts'

export interface OfferedErrors {
  has(error: string): boolean
  add(error: string): void
  /** The visitor did something with Fanal: from now on it may be kept. */
  keep(): void
  /** Log out: another visitor has seen nothing yet. */
  forget(): void
}

export function rememberOffered(runtime: Runtime): OfferedErrors {
  const key = `fanal:${runtime.key}:errors`
  let kept = false
  let errors = new Set(read())

  function read(): string[] {
    try {
      const list: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
      kept = Array.isArray(list) && list.length > 0
      return kept ? (list as string[]) : []
    } catch {
      return [] // blocked, or not ours
    }
  }

  function write(): void {
    if (!kept || !runtime.mayStore()) return
    try {
      sessionStorage.setItem(key, toJson([...errors]))
    } catch {
      // blocked or full: memory has to do
    }
  }

  return {
    has: (error) => errors.has(error),
    add(error) {
      errors.add(error)
      kept ||= runtime.sessionId !== ''
      write()
    },
    keep() {
      kept = true
      write()
    },
    forget() {
      errors = new Set()
      kept = false
      try {
        sessionStorage.removeItem(key)
      } catch {
        // blocked: then nothing was kept
      }
    },
  }
}

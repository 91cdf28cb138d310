/**
 * One practice's data, kept for as long as the browser tab lives.
 * Storage may be missing, full or hold something else: the practice then starts afresh, and nothing is thrown.
 */
import { makePractice } from '../data/make-practice.ts'
import type { PracticeState } from '../domain/types.ts'

export interface PracticeStore {
  read(): PracticeState
  update(change: (state: PracticeState) => PracticeState): void
  /** Called after each change; returns its own undo. */
  subscribe(listener: () => void): () => void
}

export function openPracticeStore(practiceId: string, storage: Storage | null, now: Date): PracticeStore {
  const key = `medicab.2.${practiceId}`
  const listeners = new Set<() => void>()
  let state = restore(key, storage) ?? makePractice(practiceId, now)
  return {
    read: () => state,
    update(change) {
      const next = change(state)
      if (next === state) return
      state = next
      try {
        storage?.setItem(key, JSON.stringify(state))
      } catch {
        // full or forbidden: the change lives on in memory
      }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function restore(key: string, storage: Storage | null): PracticeState | undefined {
  try {
    const stored = JSON.parse(storage?.getItem(key) ?? 'null')
    return Array.isArray(stored?.patients) && Array.isArray(stored?.sheets) ? stored : undefined
  } catch {
    return undefined
  }
}

/** The tab's storage; null where the browser forbids it. */
export function findTabStorage(): Storage | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

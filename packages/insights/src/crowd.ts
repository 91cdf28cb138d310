/**
 * Decides how many customers stand behind some signals, and whether they are enough for one of them not to be recognised:
 * three accounts, or, where nobody is known, three sessions on three days.
 * Source: docs/metrics.md#the-backlog
 */
import { accountKey, type InsightMode, type InsightSignal } from './history.ts'

/** Below this, words are neither shown nor exported. */
export const crowdMin = 3

export interface Crowd {
  /** accounts; where none is known, sessions */
  size: number
  /** enough of them to show what they typed */
  isCrowd: boolean
}

/** Counts the customers behind signals. */
export function countCrowd(signals: Iterable<InsightSignal>, mode: InsightMode): Crowd {
  const accounts = new Set<string>()
  const sessions = new Set<string>()
  const days = new Set<number>()
  for (const signal of signals) {
    const account = mode === 'anonymous' ? null : accountKey(signal)
    if (account !== null) accounts.add(account)
    else {
      sessions.add(signal.sessionId)
      days.add(Math.floor(signal.at / 86_400_000))
    }
  }
  return {
    size: Math.max(accounts.size, sessions.size),
    isCrowd: accounts.size >= crowdMin || (sessions.size >= crowdMin && days.size >= crowdMin),
  }
}

/** Whose signal it is when customers are told apart: the account, else the session. */
export function customerKey(signal: InsightSignal, mode: InsightMode): string {
  return (mode === 'anonymous' ? null : accountKey(signal)) ?? `session:${signal.sessionId}`
}

/**
 * Decides when an article counts as read: at least 10 s active (tab visible and panel open), and half of it scrolled
 * past or all of it visible. Pure; told once per opening.
 * Source: docs/contract.md#signals
 */
import { limits } from '@fanal/contract'

export interface Reading {
  activeMs: number
  /** the furthest part of the article that was on screen, from 0 to 1 */
  seenShare: number
}

export const notRead: Reading = { activeMs: 0, seenShare: 0 }

export interface Glance {
  /** since the last glance */
  elapsedMs: number
  active: boolean
  /** px of the article above the lower edge of the view */
  visibleUntil: number
  /** px */
  articleHeight: number
}

export function readOn(reading: Reading, glance: Glance): Reading {
  if (!glance.active) return reading
  const share = glance.articleHeight > 0 ? Math.min(1, glance.visibleUntil / glance.articleHeight) : 0
  return { activeMs: reading.activeMs + glance.elapsedMs, seenShare: Math.max(reading.seenShare, share) }
}

/** "Half scrolled" is half of the article having come above the lower edge of the view. */
export function isRead(reading: Reading): boolean {
  return reading.activeMs >= limits.readMinMs && reading.seenShare >= 0.5
}

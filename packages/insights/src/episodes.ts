/**
 * Groups what visitors did with help into episodes, the unit of every deflection figure: at most one avoided ticket each.
 * Source: docs/metrics.md#units
 */
import { limits } from '@fanal/contract'
import type { InsightMode, InsightSignal } from './history.ts'
import { type Session, splitByGap } from './sessions.ts'

export interface Episode {
  visitor: string
  startAt: number
  endAt: number
  /** the visitor's acts, oldest first; never empty */
  acts: InsightSignal[]
}

/**
 * Groups one visitor's sessions into episodes.
 * Identified: acts with gaps under 24 h (a gap of exactly 24 h starts a new episode).
 * Anonymous: one engaged session is one episode, for nobody can be recognised beyond it.
 *
 * @param sessions one visitor's, oldest first
 */
export function groupEpisodes(sessions: readonly Session[], mode: InsightMode): Episode[] {
  if (mode === 'anonymous') {
    return sessions
      .filter((session) => session.engagedActs.length > 0)
      .flatMap((session) => splitByGap(session.acts, () => false).map((part) => toEpisode(session.visitor, part)))
  }
  const engaged = new Set(sessions.flatMap((session) => session.engagedActs))
  const acts = sessions.flatMap((session) => session.acts)
  return splitByGap(acts, (gapMs) => gapMs >= limits.episodeGapMs)
    .filter((part) => part.signals.some((signal) => engaged.has(signal)))
    .map((part) => toEpisode(sessions[0]?.visitor ?? '', part))
}

function toEpisode(visitor: string, part: { startAt: number; endAt: number; signals: InsightSignal[] }): Episode {
  return { visitor, startAt: part.startAt, endAt: part.endAt, acts: part.signals }
}

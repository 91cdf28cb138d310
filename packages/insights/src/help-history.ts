/**
 * A history read once: sessions, episodes, linked tickets and outcomes, which every report starts from.
 * Pure: no clock, no store.
 * Source: docs/metrics.md#units
 */
import type { EpisodeOutcome, Ticket } from '@fanal/contract'
import { type Episode, groupEpisodes } from './episodes.ts'
import { type InsightMode, type InsightSignal, orderSignals, orderTickets } from './history.ts'
import { judgeEpisode } from './outcomes.ts'
import { groupSessions, type Session } from './sessions.ts'
import { linkTickets } from './ticket-links.ts'

export interface HistoryInput {
  /** any order, duplicates allowed; whole visitors' histories, for an episode may start before the period asked for */
  signals: readonly InsightSignal[]
  tickets: readonly Ticket[]
  /** milliseconds; what happened later is not looked at */
  now: number
  /** W, milliseconds */
  windowMs: number
  mode: InsightMode
}

export interface JudgedEpisode {
  episode: Episode
  outcome: EpisodeOutcome
  /** linked to it, oldest first */
  tickets: readonly Ticket[]
  /** the window after it has passed: its outcome is final */
  mature: boolean
}

export interface HelpHistory {
  /** each once, oldest first */
  signals: InsightSignal[]
  tickets: Ticket[]
  sessions: Session[]
  episodes: JudgedEpisode[]
}

/** Reads a history; the answer depends neither on the order of the input nor on duplicates in it. */
export function readHistory({ signals, tickets, now, windowMs, mode }: HistoryInput): HelpHistory {
  const ordered = orderSignals(signals, now)
  const orderedTickets = orderTickets(tickets, now)
  const sessions = groupSessions(ordered, mode)
  const episodes = new Map<string, Episode[]>()
  for (const [visitor, own] of sessions) episodes.set(visitor, groupEpisodes(own, mode))
  const links = linkTickets(ordered, episodes, orderedTickets, windowMs, mode)
  return {
    signals: ordered,
    tickets: orderedTickets,
    sessions: [...sessions.values()].flat(),
    episodes: [...episodes.values()].flat().map((episode) => {
      const linked = links.linked.get(episode) ?? []
      return {
        episode,
        outcome: judgeEpisode(episode, linked, links.postTicket.has(episode)),
        tickets: linked,
        mature: episode.endAt + windowMs <= now,
      }
    }),
  }
}

/** Whether a moment lies in a period; `to` is excluded. */
export function isWithin(at: number, period: { from: number; to: number }): boolean {
  return period.from <= at && at < period.to
}

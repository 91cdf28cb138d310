/**
 * Which days a report covers, and the window W in which a ticket still belongs to an episode.
 * Pure. Days are UTC, as in the reports; in the URL as in the API `to` is excluded, on screen the last day is included.
 */
import type { Query } from './query.ts'

export const presetDays = [7, 28, 90] as const
export type PresetDays = (typeof presetDays)[number]

export const windowChoices = [24, 72, 168] as const
export type WindowHours = (typeof windowChoices)[number]

export interface Period {
  /** ISO date, included */
  from: string
  /** ISO date, excluded */
  to: string
  /** the preset it came from; null for dates chosen by hand */
  preset: PresetDays | null
}

const dayMs = 86_400_000
const isoDate = /^\d{4}-\d{2}-\d{2}$/

/** Query parts that say which period is meant: kept when going from one screen to another. */
export const periodParts = ['period', 'from', 'to'] as const

/**
 * @param query of the URL: `from` and `to` together, else `period=7d|28d|90d`, else 28 days
 * @param now milliseconds since the epoch; presets end with today, included
 */
export function readPeriod(query: Query, now: number): Period {
  const { from, to } = query
  if (from !== undefined && to !== undefined && isDate(from) && isDate(to) && from < to) {
    return { from, to, preset: null }
  }
  const preset = presetDays.find((days) => query.period === `${days}d`) ?? 28
  const today = toDate(now)
  return { from: addDays(today, 1 - preset), to: addDays(today, 1), preset }
}

/** Query changes that choose a preset; the default leaves no trace in the URL. */
export function presetChanges(days: PresetDays): Record<string, string | null> {
  return { period: days === 28 ? null : `${days}d`, from: null, to: null }
}

export type CustomPeriod = { changes: Record<string, string | null> } | { problem: 'incomplete' | 'order' }

/** Query changes for dates typed by hand, both included; or what is wrong with them. */
export function customChanges(firstDay: string, lastDay: string): CustomPeriod {
  if (!isDate(firstDay) || !isDate(lastDay)) return { problem: 'incomplete' }
  if (lastDay < firstDay) return { problem: 'order' }
  return { changes: { period: null, from: firstDay, to: addDays(lastDay, 1) } }
}

/** @returns the window asked for by `window=24h|72h|168h`, else 72 hours */
export function readWindow(query: Query): WindowHours {
  return windowChoices.find((hours) => query.window === `${hours}h`) ?? 72
}

/** @param days may be negative */
export function addDays(date: string, days: number): string {
  return toDate(Date.parse(date) + days * dayMs)
}

function toDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** A real day of the calendar: 2026-02-30 is none. */
function isDate(text: string): boolean {
  if (!isoDate.test(text)) return false
  const at = Date.parse(text)
  return Number.isFinite(at) && toDate(at) === text
}

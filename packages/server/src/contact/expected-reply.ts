/**
 * Says by when support answers: the channel's hours to first reply, counted only while it is open, on the wall clock of its
 * time zone. Pure; the time zone rules are those of Intl.
 */
import type { OpeningHours } from '@fanal/contract'

export interface ReplyPromise {
  /** none: open around the clock */
  hours?: readonly OpeningHours[]
  /** hours to first reply, counted in opening hours; none: no promise */
  slaHours?: number
}

interface LocalDay {
  year: number
  /** from 1 */
  month: number
  day: number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** A channel that opens less than this is as good as closed. */
const maxDaysAhead = 366

/**
 * @param at when the contact was sent, milliseconds since the epoch
 * @param timeZone IANA name, such as Europe/Paris
 * @returns the instant, milliseconds since the epoch; null without a promise, or when the channel never opens
 * @throws RangeError when Intl does not know the time zone
 */
export function expectedReplyAt(at: number, promise: ReplyPromise, timeZone: string): number | null {
  const { hours, slaHours } = promise
  if (slaHours === undefined) return null
  let remainingMs = slaHours * hourMs
  if (!hours || hours.length === 0) return at + remainingMs
  const zone = createZone(timeZone)
  // From the day before: hours that run past midnight may still be open.
  let day = addDays(zone.dayOf(at), -1)
  let openUntil = at
  for (let step = 0; step <= maxDaysAhead; step += 1, day = addDays(day, 1)) {
    for (const [from, to] of openingsOf(day, hours, zone)) {
      const start = Math.max(from, openUntil)
      if (to <= start) continue
      if (to - start >= remainingMs) return start + remainingMs
      remainingMs -= to - start
      openUntil = to
    }
  }
  return null
}

type Zone = ReturnType<typeof createZone>

/** Openings that begin on a day, in order, as instants. */
function openingsOf(day: LocalDay, hours: readonly OpeningHours[], zone: Zone): [number, number][] {
  const weekday = new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() || 7
  return hours
    .filter((opening) => opening.days.includes(weekday))
    .map((opening): [number, number] => {
      const from = minutesOf(opening.from)
      const to = minutesOf(opening.to)
      return [zone.instantOf(day, from), zone.instantOf(day, to > from ? to : to + 24 * 60)]
    })
    .sort(([a], [b]) => a - b)
}

/** @param time `08:00`; `24:00` is the end of the day */
function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

function addDays(day: LocalDay, days: number): LocalDay {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function createZone(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })

  function partsOf(at: number) {
    const parts = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, Number(part.value)]))
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return { year, month, day, hour, minute, second }
  }

  /** How far the zone's wall clock is ahead of UTC at an instant, milliseconds. */
  function offsetAt(at: number): number {
    const { year, month, day, hour, minute, second } = partsOf(at)
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
  }

  return {
    dayOf(at: number): LocalDay {
      const { year, month, day } = partsOf(at)
      return { year, month, day }
    },

    /** The instant at which the wall clock shows a time; the first of two, and after the gap for one that is skipped. */
    instantOf(day: LocalDay, minutes: number): number {
      const wall = Date.UTC(day.year, day.month - 1, day.day) + minutes * minuteMs
      const before = wall - offsetAt(wall - dayMs)
      const after = wall - offsetAt(wall + dayMs)
      const shown = [before, after].filter((at) => at + offsetAt(at) === wall)
      return shown.length > 0 ? Math.min(...shown) : before
    },
  }
}

/** Opening hours as people say them: "du lundi au vendredi, 8 h – 18 h 30". */
import type { OpeningHours } from '@fanal/contract'
import type { WidgetLocale } from '../../runtime.ts'
import { formatTime } from '../../ui/format-time.ts'
import type { ContactTranslate } from './contact-words.ts'

/** 1 January 2024 was a Monday. */
const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

/** @param hours days from 1 (Monday) to 7, times as `08:00` */
export function formatHours({ days, from, to }: OpeningHours, locale: WidgetLocale, t: ContactTranslate): string {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const name = (day = 1) => weekday.format(monday + (day - 1) * dayMs)
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  const times = { from: formatTime(from, t), to: formatTime(to, t) }
  const isRun = sorted.length > 2 && Number(last) - Number(first) === sorted.length - 1
  if (isRun) return t('hours.range', { first: name(first), last: name(last), ...times })
  return t('hours.days', { days: new Intl.ListFormat(locale).format(sorted.map(name)), ...times })
}

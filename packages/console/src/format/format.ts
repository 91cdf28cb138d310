/** Figures and dates as people of each language write them. Pure: the time comes in as an argument. */
import type { Locale } from '../locale/translate.ts'

/** Shown where there is nothing to compute from. */
export const noFigure = '–'

export interface Format {
  count(value: number): string
  /** at most two decimals */
  decimal(value: number | null): string
  /** a fraction from 0 to 1 as a percentage with one or two decimals; `–` for null */
  percent(fraction: number | null): string
  /** a fraction as a whole percentage; `–` for null */
  wholePercent(fraction: number | null): string
  money(amount: number, currency: string): string
  /** ISO date or time; the day in UTC, as reports count */
  day(iso: string): string
  /** ISO time; day and time where the reader is */
  moment(iso: string): string
  /** how long ago, in the largest whole unit */
  ago(iso: string, now: number): string
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

export function createFormat(locale: Locale): Format {
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB'
  const count = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(tag, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 2 })
  const wholePercent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  return {
    count: (value) => count.format(value),
    decimal: (value) => (value === null ? noFigure : decimal.format(value)),
    percent: (fraction) => (fraction === null ? noFigure : percent.format(fraction)),
    wholePercent: (fraction) => (fraction === null ? noFigure : wholePercent.format(fraction)),
    money: (amount, currency) => new Intl.NumberFormat(tag, { style: 'currency', currency }).format(amount),
    day: (iso) => day.format(new Date(iso)),
    moment: (iso) => moment.format(new Date(iso)),
    ago: (iso, now) => {
      const elapsed = now - Date.parse(iso)
      const [unit, unitMs] = units.find(([, size]) => elapsed >= size) ?? ['minute', 60_000]
      return relative.format(-Math.floor(elapsed / unitMs), unit)
    },
  }
}

/** When support answers, as people say it: "aujourd’hui à 17 h 30", "le jeudi 5 mars à 10 h". */
import type { WidgetLocale } from '../../runtime.ts'
import { formatTime } from '../../ui/format-time.ts'
import type { ReceiptTranslate } from './receipt-words.ts'

/**
 * @param expectedReply ISO 8601 instant, or null where the project promises none
 * @param now milliseconds since the epoch
 */
export function formatReply(
  expectedReply: string | null,
  locale: WidgetLocale,
  t: ReceiptTranslate,
  now: number,
  timeZone?: string,
): string {
  const at = new Date(expectedReply ?? Number.NaN)
  if (Number.isNaN(at.getTime())) return t('noSla')
  const zone = timeZone === undefined ? {} : { timeZone }
  const isoDay = new Intl.DateTimeFormat('sv', zone)
  const days = Math.round((Date.parse(isoDay.format(at)) - Date.parse(isoDay.format(now))) / 86_400_000)
  const day =
    days === 0 || days === 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
      : new Intl.DateTimeFormat(locale, { ...zone, weekday: 'long', day: 'numeric', month: 'long' }).format(at)
  const clock = new Intl.DateTimeFormat('sv', { ...zone, hour: '2-digit', minute: '2-digit' }).format(at)
  return t(days > 1 ? 'replyOn' : 'reply', { day, time: formatTime(clock, t) })
}

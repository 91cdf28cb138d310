/** Times of day as people say them: "17 h 30", "8 h". */
import type { Translate } from './translate.ts'

/** @param time as `08:00` */
export function formatTime(time: string, t: Translate<'hours.time' | 'hours.fullHour'>): string {
  const [hours = '', minutes = '00'] = time.split(':')
  const values = { hours: Number(hours), minutes }
  return t(minutes === '00' ? 'hours.fullHour' : 'hours.time', values)
}

/** Days and times, in words a French practice uses. Pure: now comes in as an argument. */

/** `YYYY-MM-DD` of an instant, in the clock of this computer. */
export function dayOf(at: Date): string {
  const month = String(at.getMonth() + 1).padStart(2, '0')
  return `${at.getFullYear()}-${month}-${String(at.getDate()).padStart(2, '0')}`
}

export function addDays(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return dayOf(new Date(year, month - 1, date + count))
}

/** The instant of a day's `HH:MM`, ISO 8601. */
export function instantAt(day: string, time: string): string {
  return new Date(`${day}T${time}:00`).toISOString()
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const longDay = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const shortDay = new Intl.DateTimeFormat('fr-FR', { day: '2-digit', month: '2-digit', year: 'numeric' })
const dayAndTime = new Intl.DateTimeFormat('fr-FR', {
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** `lundi 2 mars 2026` */
export function formatLongDay(day: string): string {
  return longDay.format(new Date(`${day}T12:00:00`))
}

/** `02/03/2026`, from a day or an instant */
export function formatDay(value: string): string {
  return shortDay.format(new Date(value.length === 10 ? `${value}T12:00:00` : value))
}

/** `02/03 14:30` */
export function formatInstant(at: string): string {
  return dayAndTime.format(new Date(at))
}

/** Whole years between a birthday and a day. */
export function ageOn(birthDay: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4))
  return day.slice(5) < birthDay.slice(5) ? years - 1 : years
}

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })

/** `30,00 €` */
export function formatAmount(cents: number): string {
  return euros.format(cents / 100)
}

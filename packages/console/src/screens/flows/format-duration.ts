/** A duration as people of each language write it, in its two largest units at most. Pure. */
import { noFigure } from '../../format/format.ts'
import type { Locale } from '../../locale/translate.ts'

/** @returns such as `8 min` or `1 h 5 min`; `–` for null */
export function formatDuration(ms: number | null, locale: Locale): string {
  if (ms === null) return noFigure
  const seconds = Math.round(ms / 1000)
  const parts: [number, string][] =
    seconds < 60
      ? [[seconds, 'second']]
      : seconds < 3600
        ? [[Math.round(seconds / 60), 'minute']]
        : [
            [Math.floor(seconds / 3600), 'hour'],
            [Math.floor((seconds % 3600) / 60), 'minute'],
          ]
  const said = parts.filter(([value], place) => value > 0 || place === 0)
  return said
    .map(([value, unit]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value))
    .join(' ')
}

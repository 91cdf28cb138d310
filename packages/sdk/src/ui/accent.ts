/**
 * Turns the one accent colour of the project into colours that stay readable in both themes.
 * Contrast is WCAG 2.2's: 4.5:1 for text, whatever accent was chosen.
 */
export type Theme = 'light' | 'dark'

/** The accent where the project sets none. */
export const defaultAccent = '#0b6e6e'

/** The surface the accent stands on, as in tokens.css. */
const surfaces: Record<Theme, string> = { light: '#ffffff', dark: '#1a1d22' }

const textContrast = 4.5
/** What text of the accent's hue is brought to: mixed with white it pales, and needs more to look as firm. */
const accentContrast: Record<Theme, number> = { light: textContrast, dark: 6.5 }

export interface AccentColours {
  /** background of main buttons: the accent as given */
  fill: string
  /** text on `fill` */
  ink: string
  /** links, focus rings and marks on the surface, and on `tint` */
  text: string
  /** background that only hints at the accent */
  tint: string
}

/**
 * @param accent CSS hex colour, `#rgb` or `#rrggbb`; anything else counts as the default accent
 */
export function accentColours(accent: string | undefined, theme: Theme): AccentColours {
  const fill = parseHex(accent) ?? parseHex(defaultAccent) ?? black
  const surface = parseHex(surfaces[theme]) ?? white
  const tint = mix(fill, surface, theme === 'light' ? 0.92 : 0.84)
  const far = theme === 'light' ? black : white
  let text = fill
  for (let share = 0.05; contrast(text, tint) < accentContrast[theme] && share <= 1; share += 0.05)
    text = mix(fill, far, share)
  return {
    fill: toHex(fill),
    ink: contrast(white, fill) >= textContrast ? '#ffffff' : '#000000',
    text: toHex(text),
    tint: toHex(tint),
  }
}

/** The contrast of two hex colours, from 1 to 21. @throws RangeError when one is not a hex colour */
export function contrastOf(first: string, second: string): number {
  const [a, b] = [parseHex(first), parseHex(second)]
  if (!a || !b) throw new RangeError(`not hex colours: ${first}, ${second}`)
  return contrast(a, b)
}

type Rgb = readonly [red: number, green: number, blue: number]

const black: Rgb = [0, 0, 0]
const white: Rgb = [255, 255, 255]

function parseHex(text: string | undefined): Rgb | undefined {
  const digits = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text ?? '')
  if (!digits) return undefined
  const full = digits[2] ?? (digits[1] ?? '').replace(/./g, '$&$&')
  const value = Number.parseInt(full, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function toHex(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** @param share how much of `second`, from 0 to 1 */
function mix(first: Rgb, second: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => first[index] + (second[index] - first[index]) * share
  return [part(0), part(1), part(2)]
}

function contrast(first: Rgb, second: Rgb): number {
  const [a, b] = [luminance(first), luminance(second)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(colour: Rgb): number {
  const linear = colour.map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
}

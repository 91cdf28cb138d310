/**
 * Small whole numbers as printable text, so that they stand in JSON and compress as well as bytes: one sign for a number under 46, one
 * more for each further digit. Pure.
 */

/** Printable ASCII but for what JSON escapes: the first half ends a number, the second goes before. */
const signs = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).filter(
  (sign) => sign !== '"' && sign !== '\\',
)
const base = 46
const valueOfSign = new Map(signs.map((sign, value) => [sign.charCodeAt(0), value]))

/** @param numbers whole, ≥ 0 */
export function writeNumbers(numbers: Iterable<number>): string {
  let text = ''
  for (const number of numbers) {
    let written = signs[number % base] ?? ''
    for (let rest = Math.floor(number / base); rest > 0; rest = Math.floor(rest / base)) {
      written = signs[base + (rest % base)] + written
    }
    text += written
  }
  return text
}

export function readNumbers(text: string): number[] {
  const numbers: number[] = []
  let number = 0
  for (let place = 0; place < text.length; place++) {
    const value = valueOfSign.get(text.charCodeAt(place)) ?? 0
    number = number * base + (value % base)
    if (value >= base) continue
    numbers.push(number)
    number = 0
  }
  return numbers
}

/** Numbers of which few are frequent: those there are, the most frequent first, and each one's place among them. */
export interface RankedNumbers {
  values: string
  places: string
}

export function writeRanked(numbers: readonly number[]): RankedNumbers {
  const uses = new Map<number, number>()
  for (const number of numbers) uses.set(number, (uses.get(number) ?? 0) + 1)
  const values = [...uses.keys()].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a - b)
  const placeOf = new Map(values.map((value, place) => [value, place]))
  return { values: writeNumbers(values), places: writeNumbers(numbers.map((number) => placeOf.get(number) ?? 0)) }
}

export function readRanked({ values, places }: RankedNumbers): number[] {
  const known = readNumbers(values)
  return readNumbers(places).map((place) => known[place] ?? 0)
}

/**
 * Which known errors a text shows: how both sides agree that `B2-043`, `b2 043` and `Rejet B2-043 : NIR inconnu` are about one code.
 * Pure; time grows with the text alone, for the text is whatever a page shows.
 * Source: docs/content.md#errors
 */

/** Letters and digits, and what holds the parts of a code together. `B2-0431` and `B2-043-7` are words of their own. */
const words = /[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/gu

/** A message of more words does not come back word for word. */
const maxErrorWords = 16

/** Case, accents and separators do not count, except in what has no letter: `9.08` is not `908`. */
function foldWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...plain.matchAll(words)].map(([word]) => (/\p{L}/u.test(word) ? word.replace(/[._-]/g, '') : word))
}

/** @returns one name for every way to write an error; '' for a text without letters and digits */
export function foldError(error: string): string {
  return foldWords(error).join('')
}

/**
 * Every run of whole words that may be an error, folded: a known error is in the text when its `foldError` is among them.
 *
 * @param text as a page shows it, or as the host told it
 */
export function errorsIn(text: string): Set<string> {
  const folded = foldWords(text)
  const runs = new Set<string>()
  folded.forEach((first, place) => {
    runs.add(first)
    let run = first
    for (const next of folded.slice(place + 1, place + maxErrorWords)) {
      run += next
      // Figures beside one another are figures: `9 08` is not `908`.
      if (/\p{L}/u.test(run)) runs.add(run)
    }
  })
  return runs
}

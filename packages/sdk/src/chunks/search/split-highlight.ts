/**
 * Cuts a highlighted text of the search API into plain and marked parts. The marks asked for are two characters of
 * the private use area, which no article holds: nothing is ever read as HTML.
 */
export const markStart = '\ue000'
export const markEnd = '\ue001'

export interface TextPart {
  text: string
  marked: boolean
}

/** @param value from `_highlightResult` or `_snippetResult`; anything but a string gives [] */
export function splitHighlight(value: unknown): TextPart[] {
  if (typeof value !== 'string') return []
  return value
    .split(markStart)
    .flatMap((piece, index): TextPart[] => {
      const end = index === 0 ? -1 : piece.indexOf(markEnd)
      return [
        { text: piece.slice(0, Math.max(end, 0)), marked: true },
        { text: piece.slice(end + 1), marked: false },
      ]
    })
    .map((part) => ({ ...part, text: part.text.replaceAll(markEnd, '') }))
    .filter(({ text }) => text)
}

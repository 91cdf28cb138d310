/**
 * Markdown that would hold the server up for minutes. The parser's time grows with the square of some signs (12 000 unfinished links: 0.4 s,
 * 100 000: 40 s) and with a power of the nesting, and nothing can interrupt it; so such a text is refused before it is parsed.
 * No article that people read comes near these limits. Pure.
 */

const maxNesting = 50

/** Sign → how many of them one article may hold; each limit parses in about a second. */
const maxSigns: readonly { name: string; pattern: RegExp; limit: number }[] = [
  { name: 'links', pattern: /\]\(/g, limit: 5000 },
  { name: 'footnotes', pattern: /\[\^/g, limit: 2000 },
  { name: 'link definitions', pattern: /\]:/g, limit: 3000 },
  { name: 'table cells', pattern: /\|/g, limit: 20_000 },
  { name: 'opening brackets', pattern: /\[/g, limit: 20_000 },
  { name: 'directives', pattern: /:[a-z]/gi, limit: 10_000 },
  { name: 'emphasis marks', pattern: /[*_~`]/g, limit: 100_000 },
]

/** @returns the line and what to do, or null when the text may be parsed */
export function findHostileMarkdown(source: string): { line: number; message: string } | null {
  for (const { name, pattern, limit } of maxSigns) {
    const count = source.match(pattern)?.length ?? 0
    if (count > limit)
      return { line: 1, message: `The article holds ${count} ${name}; the limit is ${limit}. Split it.` }
  }
  const line = lineNestedTooDeep(source)
  if (line === null) return null
  return { line, message: `Nested more than ${maxNesting} levels deep. Close blocks with ":::" and nest less.` }
}

/** The line on which quotes, lists or `:::` blocks go too deep; null when none does. */
function lineNestedTooDeep(source: string): number | null {
  let open = 0
  for (const [place, line] of source.split('\n').entries()) {
    if (/^[ \t]*:{3,}[ \t]*$/.test(line)) open = Math.max(0, open - 1)
    else if (/^[ \t]*:{3,}[a-z]/i.test(line)) open++
    const lead = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? ''
    const markers = lead.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
    if (open > maxNesting || markers > maxNesting || indent > maxNesting * 4) return place + 1
  }
  return null
}

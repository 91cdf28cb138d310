/**
 * Reads the Markdown that step texts may use: **bold**, *emphasis*, `code`, backslash escapes. Pure; anything else stays text.
 */

export type InlineNode =
  | { type: 'text'; value: string }
  | { type: 'code'; value: string }
  | { type: 'strong'; children: InlineNode[] }
  | { type: 'emphasis'; children: InlineNode[] }

/** code · strong · emphasis · escaped mark; underscores inside words stay what they are */
const marks =
  /(`+)(.+?)\1(?!`)|(\*\*|__)(?=\S)(.+?)(?<=\S)\3(?!\*)|(\*|(?<![\p{L}\p{N}])_)(?=\S)(.+?)(?<=\S)\5(?![\p{L}\p{N}]*_)|\\([\\`*_])/u

export function parseInlineMarkdown(source: string): InlineNode[] {
  const nodes: InlineNode[] = []
  let rest = source
  for (let match = marks.exec(rest); match; match = marks.exec(rest)) {
    addText(nodes, rest.slice(0, match.index))
    const [whole, , code, , strong, , emphasis, escaped] = match
    if (code !== undefined) nodes.push({ type: 'code', value: code.trim() })
    else if (strong !== undefined) nodes.push({ type: 'strong', children: parseInlineMarkdown(strong) })
    else if (emphasis !== undefined) nodes.push({ type: 'emphasis', children: parseInlineMarkdown(emphasis) })
    else addText(nodes, escaped ?? '')
    rest = rest.slice(match.index + whole.length)
  }
  addText(nodes, rest)
  return nodes
}

function addText(nodes: InlineNode[], value: string): void {
  if (value === '') return
  const last = nodes.at(-1)
  if (last?.type === 'text') last.value += value
  else nodes.push({ type: 'text', value })
}

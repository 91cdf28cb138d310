/**
 * YAML with places: every value knows its line, so that a finding can point at it. Aliases are capped (a "billion laughs" file must
 * not fill the memory), keys that reach into prototypes are refused, nothing but plain data comes out.
 */
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'

export interface YamlProblem {
  line: number
  message: string
}

export interface YamlText {
  /** undefined when the text is not YAML */
  data: unknown
  problems: YamlProblem[]
  /** The line of a value, or of the nearest thing around it when the value is missing. */
  lineOf(path: readonly PropertyKey[]): number
}

const maxAliases = 50
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** @param firstLine line of the file on which `text` begins, from 1 */
export function parseYaml(text: string, firstLine = 1): YamlText {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const toLine = (offset: number) => firstLine + Math.max(1, lines.linePos(offset).line) - 1
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    line: toLine(error.pos[0]),
    message: `Not YAML: ${error.message}. Mend the line (quotes around texts with ":" or "#", spaces rather than tabs).`,
  }))
  visit(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? String(pair.key.value) : null
      if (key !== null && !forbiddenKeys.has(key)) return
      const at = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0
      problems.push({
        line: toLine(at),
        message: `The key ${key ?? 'is no plain text and'} is not allowed here. Remove it.`,
      })
    },
  })
  const lineOf = (path: readonly PropertyKey[]) => toLine(nodeAt(document.contents, path)?.range?.[0] ?? 0)
  if (problems.length > 0) return { data: undefined, problems, lineOf }
  try {
    return { data: document.toJS({ maxAliasCount: maxAliases }) ?? null, problems, lineOf }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { data: undefined, problems: [{ line: firstLine, message: `${reason}. Write the values out.` }], lineOf }
  }
}

/** Goes down as far as the path leads; for a map's value answers the key, which is what an author looks for. */
function nodeAt(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let node = root
  let nearest = root
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part))
      if (!pair) break
      if (isNode(pair.key)) nearest = pair.key
      node = isNode(pair.value) ? pair.value : null
    } else if (isSeq(node)) {
      const item = node.items[Number(part)]
      if (!isNode(item)) break
      node = item
      nearest = item
    } else break
  }
  return nearest
}

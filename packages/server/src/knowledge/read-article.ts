/**
 * One article file: its front matter checked, its Markdown parsed. Knows nothing of the other files.
 * Source: docs/content.md#articles
 */
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { ArticleFrontMatter } from '@fanal/contract'
import { articleFrontMatterSchema } from '@fanal/contract/schema'
import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { checkShape } from './check-shape.ts'
import { findHostileMarkdown } from './hostile-markdown.ts'
import type { Finding } from './knowledge.ts'
import { parseYaml, type YamlText } from './yaml-text.ts'

export interface ArticleFile {
  /** relative to the content folder */
  file: string
  id: string
  frontMatter: ArticleFrontMatter
  root: Root
  /** the whole file, for what has to be quoted as written */
  source: string
  /** where in the file a value of the front matter stands */
  lineOf(path: readonly PropertyKey[]): number
}

export interface ReadArticle {
  /** undefined when nothing can be published from the file */
  article: ArticleFile | undefined
  /** something was wrong: an earlier good version is to be preferred */
  broken: boolean
  findings: Finding[]
  unknownKeys: { key: string; line: number }[]
}

const knownKeys = Object.keys(articleFrontMatterSchema.shape)
const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).use(remarkDirective)

/** @param source with `\n` line ends */
export function readArticle(file: string, source: string): ReadArticle {
  const broken = (line: number, message: string): ReadArticle => ({
    article: undefined,
    broken: true,
    findings: [{ file, line, severity: 'error', message }],
    unknownKeys: [],
  })
  if (/^---[ \t]*\n/.test(source) && !/\n---[ \t]*(?:\n|$)/.test(source.slice(3))) {
    return broken(1, 'The front matter begins with "---" and never ends. Close it with a line "---".')
  }
  const hostile = findHostileMarkdown(source)
  if (hostile) return broken(hostile.line, hostile.message)
  let root: Root
  try {
    root = markdown.parse(source)
  } catch (error) {
    // Nesting thousands deep overruns the parser's stack.
    return broken(1, `The Markdown cannot be read (${error instanceof Error ? error.message : error}). Nest it less.`)
  }
  const head = root.children[0]?.type === 'yaml' ? root.children[0] : undefined
  const yaml = parseYaml(head?.value ?? '', (head?.position?.start.line ?? 0) + 1)
  const findings: Finding[] = []
  withTitleFromHeading(yaml, root, file, findings)
  const checked = checkShape(articleFrontMatterSchema, yaml, file, knownKeys)
  findings.push(...checked.findings)
  const frontMatter = checked.value
  const article = frontMatter && {
    file,
    id: frontMatter.id ?? path.posix.basename(file, path.posix.extname(file)),
    frontMatter,
    root,
    source,
    lineOf: (path: readonly PropertyKey[]) => yaml.lineOf(path),
  }
  return { article, broken: checked.broken, findings, unknownKeys: checked.unknownKeys }
}

/** Short and stable: what tells one version of a text from another. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A Markdown file that was written elsewhere often has its title as its first heading only. */
function withTitleFromHeading(yaml: YamlText, root: Root, file: string, findings: Finding[]): void {
  const data = yaml.data ?? {}
  if (yaml.problems.length > 0 || typeof data !== 'object' || 'title' in data) return
  const heading = root.children.find((node) => node.type === 'heading' && node.depth === 1)
  const title = heading ? textOf(heading).trim() : ''
  if (title === '') return
  yaml.data = { ...data, title }
  const message = `There is no title in the front matter; the first heading is taken. Write title: ${JSON.stringify(title)}`
  findings.push({ file, line: yaml.lineOf(['title']), severity: 'warning', message })
}

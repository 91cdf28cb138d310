/**
 * Markdown to the tree the widget draws: an allow list, node by node, so that nothing an author or an import wrote can become script,
 * style, a form or a frame. What is not on the list is dropped with a warning, its text kept where it has any.
 * Pure: images and links of other files are looked up in what the caller found.
 * Source: docs/content.md#body
 */
import type { ArticleListItem, ArticleNode, TocEntry } from '@fanal/contract'
import type { BlockContent, Definition, Heading, List, Nodes, Parents, Root, Table } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { type LinkContext, toLink } from './article-links.ts'
import type { AssetLookup } from './find-assets.ts'
import type { Finding } from './knowledge.ts'
import { anchorOf } from './plain-text.ts'

export interface TreeContext extends LinkContext {
  title: string
  /** the whole file, for what is kept as written */
  source: string
  assets: AssetLookup
}

export interface ArticleTree {
  body: ArticleNode[]
  toc: TocEntry[]
  findings: Finding[]
  /** links into this or other articles' sections, to be checked once every article is known */
  anchors: { articleId: string; anchor: string; line: number }[]
}

/** Deeper than any article needs; a hostile one would overrun the reader's stack. */
const maxDepth = 40

export function toArticleTree(root: Root, context: TreeContext): ArticleTree {
  const writer = new TreeWriter(root, context)
  const body = writer.blocks(root, 0)
  return { body, toc: writer.toc, findings: writer.findings, anchors: writer.anchors }
}

class TreeWriter {
  readonly toc: TocEntry[] = []
  readonly findings: Finding[] = []
  readonly anchors: ArticleTree['anchors'] = []
  readonly #context: TreeContext
  readonly #definitions = new Map<string, Definition>()
  readonly #headingIds = new Map<string, number>()

  constructor(root: Root, context: TreeContext) {
    this.#context = context
    for (const node of root.children) if (node.type === 'definition') this.#definitions.set(node.identifier, node)
  }

  warn(node: Nodes, message: string, severity: Finding['severity'] = 'warning'): void {
    this.findings.push({ file: this.#context.file, line: node.position?.start.line ?? 1, severity, message })
  }

  blocks(parent: Parents, depth: number): ArticleNode[] {
    if (depth > maxDepth) {
      this.warn(parent, `Nested more than ${maxDepth} levels deep; only its text is kept. Nest it less.`)
      return [{ type: 'text', value: textOf(parent) }]
    }
    return joinTexts(parent.children.flatMap((node) => this.#node(node, depth + 1)))
  }

  #node(node: Nodes, depth: number): ArticleNode[] {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: node.value.replace(/\n/g, ' ') }]
      case 'strong':
      case 'emphasis':
      case 'delete':
      case 'blockquote':
        return [{ type: node.type, children: this.blocks(node, depth) }]
      case 'inlineCode':
        return [{ type: 'inlineCode', value: node.value }]
      case 'break':
      case 'thematicBreak':
        return [{ type: node.type }]
      case 'paragraph':
        return this.#paragraph(node, depth)
      case 'heading':
        return this.#heading(node, depth)
      case 'code':
        return this.#code(node)
      case 'list':
        return [this.#list(node, depth)]
      case 'table':
        return [this.#table(node, depth)]
      default:
        return this.#linkOrMedia(node, depth)
    }
  }

  #linkOrMedia(node: Nodes, depth: number): ArticleNode[] {
    switch (node.type) {
      case 'link':
        return this.#link(node, node.url, depth)
      case 'linkReference':
        return this.#link(node, this.#definitions.get(node.identifier)?.url ?? '', depth)
      case 'image':
        return this.#image(node, node.url, node.alt ?? '')
      case 'imageReference':
        return this.#image(node, this.#definitions.get(node.identifier)?.url ?? '', node.alt ?? '')
      case 'containerDirective':
        return this.#callout(node, depth)
      case 'leafDirective':
      case 'textDirective':
        return this.#asWritten(node)
      case 'html':
        return this.#html(node)
      case 'yaml':
      case 'definition':
        return []
      default:
        return this.#unsupported(node, depth)
    }
  }

  /** A paragraph that is one video, linked or as an image, is a video. */
  #paragraph(node: Parents, depth: number): ArticleNode[] {
    const children = this.blocks(node, depth)
    const [only] = children
    if (children.length === 1 && only?.type === 'video') return [only]
    return children.length === 0 ? [] : [{ type: 'paragraph', children }]
  }

  #heading(node: Heading, depth: number): ArticleNode[] {
    const title = textOf(node).trim()
    if (title === '') return []
    if (node.depth === 1 && title === this.#context.title.trim()) return []
    const level = node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4
    const id = this.#uniqueId(title)
    this.toc.push({ id, title, depth: level })
    return [{ type: 'heading', depth: level, id, children: this.blocks(node, depth) }]
  }

  #uniqueId(title: string): string {
    const base = anchorOf(title)
    const count = (this.#headingIds.get(base) ?? 0) + 1
    this.#headingIds.set(base, count)
    return count === 1 ? base : `${base}-${count}`
  }

  #code(node: Extract<Nodes, { type: 'code' }>): ArticleNode[] {
    if (node.lang === 'video') return this.#video(node, node.value.trim(), node.meta ?? '')
    const lang = /^[\w+#-]{1,30}$/.exec(node.lang ?? '')?.[0]
    return [{ type: 'code', ...(lang ? { lang } : {}), value: node.value }]
  }

  #list(node: List, depth: number): ArticleNode {
    const children = node.children.map((item): ArticleListItem => {
      const checked = typeof item.checked === 'boolean' ? { checked: item.checked } : {}
      return { type: 'listItem', ...checked, children: this.blocks(item, depth) }
    })
    const ordered = node.ordered === true
    const start = ordered && typeof node.start === 'number' && node.start !== 1 ? { start: node.start } : {}
    return { type: 'list', ordered, ...start, children }
  }

  #table(node: Table, depth: number): ArticleNode {
    const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => this.blocks(cell, depth)))
    return { type: 'table', align: head.map((_, place) => node.align?.[place] ?? null), head, rows }
  }

  #callout(node: Extract<Nodes, { type: 'containerDirective' }>, depth: number): ArticleNode[] {
    const [first] = node.children
    const label = first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined
    const rest = { ...node, children: label ? node.children.slice(1) : node.children }
    const children = this.blocks(rest, depth)
    if (node.name === 'note' || node.name === 'warning') {
      return [{ type: 'callout', kind: node.name, ...(label ? { title: textOf(label) } : {}), children }]
    }
    this.warn(node, `There is no block ":::${node.name}"; its text is kept. Use :::note or :::warning.`)
    return label ? [...this.#node(label as BlockContent, depth), ...children] : children
  }

  /** `10:30` or `note:important` in running text look like directives and are none. */
  #asWritten(node: Nodes): ArticleNode[] {
    const { start, end } = node.position ?? {}
    const value = this.#context.source.slice(start?.offset ?? 0, end?.offset ?? 0)
    if (value === '') return []
    const text: ArticleNode = { type: 'text', value }
    return node.type === 'leafDirective' ? [{ type: 'paragraph', children: [text] }] : [text]
  }

  #html(node: Extract<Nodes, { type: 'html' }>): ArticleNode[] {
    if (/^<br\s*\/?>$/i.test(node.value)) return [{ type: 'break' }]
    if (!/^<!--[\s\S]*-->$/.test(node.value.trim())) {
      const shown = node.value.split('\n')[0]?.slice(0, 60) ?? ''
      this.warn(node, `Raw HTML is left out: ${shown} Write it in Markdown.`)
    }
    return []
  }

  #link(node: Extract<Nodes, { type: 'link' | 'linkReference' }>, url: string, depth: number): ArticleNode[] {
    const children = this.blocks(node, depth)
    const link = toLink(url, this.#context)
    if ('video' in link) return this.#video(node, link.video, textOf(node))
    if ('problem' in link) {
      this.warn(node, link.problem, 'error')
      return children
    }
    if ('anchor' in link && link.anchor !== undefined) {
      this.anchors.push({ articleId: link.articleId, anchor: link.anchor, line: node.position?.start.line ?? 1 })
    }
    return [{ ...link, children }]
  }

  #image(node: Nodes, url: string, alt: string): ArticleNode[] {
    const asset = this.#context.assets(url)
    if ('problem' in asset) {
      this.warn(node, asset.problem, 'error')
      return alt === '' ? [] : [{ type: 'text', value: alt }]
    }
    if (asset.kind === 'video') return [{ type: 'video', src: asset.src, ...(alt === '' ? {} : { title: alt }) }]
    if (alt === '') this.warn(node, `The image "${url}" has no description. Write what it shows between the brackets.`)
    return [{ type: 'image', src: asset.src, alt, ...asset.size }]
  }

  #video(node: Nodes, url: string, title: string): ArticleNode[] {
    const asset = this.#context.assets(url)
    if ('problem' in asset || asset.kind !== 'video') {
      const problem = 'problem' in asset ? asset.problem : `"${url}" is not a video. Use .mp4, .webm or .ogv.`
      this.warn(node, problem, 'error')
      return title === '' ? [] : [{ type: 'text', value: title }]
    }
    return [{ type: 'video', src: asset.src, ...(title === '' ? {} : { title }) }]
  }

  #unsupported(node: Nodes, depth: number): ArticleNode[] {
    if (node.type === 'footnoteReference') {
      this.warn(node, 'Footnotes are not shown in the widget; the reference is left out. Write the note in the text.')
      return []
    }
    if ('children' in node) return this.blocks(node, depth)
    const value = textOf(node)
    return value === '' ? [] : [{ type: 'text', value }]
  }
}

/** Texts side by side, as a dropped node leaves them, become one. */
function joinTexts(nodes: readonly ArticleNode[]): ArticleNode[] {
  const joined: ArticleNode[] = []
  for (const node of nodes) {
    const before = joined.at(-1)
    if (node.type === 'text' && before?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: before.value + node.value }
    } else joined.push(node)
  }
  return joined
}

/** What is left of an article without its markup. Pure. */
import type { ArticleNode } from '@fanal/contract'
import { foldText } from '@fanal/search'

/** The text of a tree, blocks on lines of their own. */
export function plainText(nodes: readonly ArticleNode[]): string {
  return nodes
    .map(blockText)
    .join('')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}

/** The id of a heading: its words, folded, with hyphens. */
export function anchorOf(title: string): string {
  return (
    foldText(title)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'section'
  )
}

function blockText(node: ArticleNode): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'code':
      return `${node.value}\n`
    case 'break':
    case 'thematicBreak':
      return '\n'
    case 'image':
      return ` ${node.alt} `
    case 'video':
      return node.title ? `${node.title}\n` : ''
    case 'list':
      return `${node.children.map((item) => item.children.map(blockText).join('')).join('\n')}\n`
    case 'table':
      return `${[node.head, ...node.rows].map((row) => row.map((cell) => cell.map(blockText).join('')).join(' ')).join('\n')}\n`
    case 'callout':
      return `${node.title ? `${node.title}\n` : ''}${node.children.map(blockText).join('')}\n`
    case 'paragraph':
    case 'blockquote':
    case 'heading':
      return `${node.children.map(blockText).join('')}\n`
    default:
      return node.children.map(blockText).join('')
  }
}

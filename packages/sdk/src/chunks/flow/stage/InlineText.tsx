/** Text of a step with its bold, emphasis and code, as nodes. */
import type { ComponentChild } from 'preact'
import { type InlineNode, parseInlineMarkdown } from '../inline-markdown.ts'

export function InlineText({ source }: { source: string }) {
  return <>{parseInlineMarkdown(source).map(renderNode)}</>
}

function renderNode(node: InlineNode): ComponentChild {
  if (node.type === 'strong') return <strong>{node.children.map(renderNode)}</strong>
  if (node.type === 'emphasis') return <em>{node.children.map(renderNode)}</em>
  if (node.type === 'code') return <code>{node.value}</code>
  return node.value
}

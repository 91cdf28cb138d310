/** Text of a step with its bold, emphasis and code, as nodes. */
import { type Child, element } from '../../../ui/element.ts'
import { type InlineNode, parseInlineMarkdown } from '../inline-markdown.ts'

export function inlineText(source: string): Child[] {
  return parseInlineMarkdown(source).map(renderNode)
}

function renderNode(node: InlineNode): Child {
  if (node.type === 'strong') return element('strong', {}, ...node.children.map(renderNode))
  if (node.type === 'emphasis') return element('em', {}, ...node.children.map(renderNode))
  if (node.type === 'code') return element('code', {}, node.value)
  return node.value
}

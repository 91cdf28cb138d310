/** An article cut at its headings: what a passage of it is about, and its text. Pure. */
import type { ArticleNode, TocEntry } from '@fanal/contract'
import { plainText } from './plain-text.ts'

export interface ArticleSection {
  /** the headings it stands under, outermost first; [] for what stands before the first */
  headings: TocEntry[]
  /** without markup and without the heading; empty for a heading that only holds others */
  text: string
}

/** @returns in the order of the article; the first is left out when the article begins with a heading */
export function sectionsOf(body: readonly ArticleNode[]): ArticleSection[] {
  const sections: { headings: TocEntry[]; nodes: ArticleNode[] }[] = [{ headings: [], nodes: [] }]
  for (const node of body) {
    const current = sections.at(-1)
    if (node.type !== 'heading') {
      current?.nodes.push(node)
      continue
    }
    const above = (current?.headings ?? []).filter((one) => one.depth < node.depth)
    const heading = { id: node.id, title: plainText(node.children), depth: node.depth }
    sections.push({ headings: [...above, heading], nodes: [] })
  }
  return sections
    .map(({ headings, nodes }) => ({ headings, text: plainText(nodes) }))
    .filter(({ headings, text }) => headings.length > 0 || text !== '')
}

/**
 * Builds DOM nodes in one expression: what the panel itself is made of, so that it opens before Preact has to be there
 * (docs/adr/0004-the-panel-opens-without-preact.md). Strings become text, never markup.
 */
type Child = Node | string | false | null | undefined

/**
 * @param properties DOM properties by name (`className`, `onclick`, `ariaLabel`), never attributes
 * @param children what is false or missing is left out
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<Omit<HTMLElementTagNameMap[Tag], 'style' | 'dataset'>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const node = Object.assign(document.createElement(tag), properties)
  node.append(...children.filter((child) => child !== false && child != null))
  return node
}

/** A line icon, 20 px, in the colour of the text around it; decoration only, so the words beside it must suffice. */
export function icon(path: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(namespace, 'svg')
  const line = document.createElementNS(namespace, 'path')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.ariaHidden = 'true'
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

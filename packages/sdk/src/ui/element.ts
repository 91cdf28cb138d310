/**
 * Builds DOM nodes in one expression: what every view of the widget is made of
 * (docs/adr/0005-every-view-is-plain-dom.md). Strings become text, never markup.
 */
export type Child = Node | string | false | null | undefined

/** DOM properties by name (`className`, `onclick`, `ariaLabel`), attributes where the name has a dash; undefined leaves it as it is. */
type Properties<Tag extends keyof HTMLElementTagNameMap> = {
  [Name in keyof Omit<HTMLElementTagNameMap[Tag], 'style' | 'dataset'>]?: HTMLElementTagNameMap[Tag][Name] | undefined
} & { [attribute: `${string}-${string}`]: string | undefined }

/** @param children what is false or missing is left out */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties<Tag> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue
    if (name.includes('-')) node.setAttribute(name, value as string)
    else Reflect.set(node, name, value)
  }
  node.append(...present(children))
  return node
}

/** Without what is false or missing. */
export function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((child) => child !== false && child != null)
}

/** A button with words on it; its classes say how it looks. */
export function button(
  className: 'link' | 'button' | 'button primary' | 'button plain',
  words: string,
  onclick: () => void,
): HTMLButtonElement {
  return element('button', { type: 'button', className, onclick }, words)
}

/** Takes a node out, if it is in: Prototype puts a `remove` of its own on every element, which fails for one that stands nowhere. */
export function takeOut(node: Element | null | undefined): void {
  node?.parentNode?.removeChild(node)
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

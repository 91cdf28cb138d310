/** Builds pieces of a host page for tests, as a host app would: with the DOM, no markup strings of ours at run time. */

type Attributes = Record<string, string>

/** An element with attributes, children and text. */
export function build(tag: string, attributes: Attributes = {}, ...children: (Element | string)[]): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** Puts the elements in the page; the returned element is theirs to change and is taken away by `clearHost`. */
export function showHost(...children: (Element | string)[]): HTMLElement {
  const host = build('main', { id: 'app' }, ...children)
  document.body.append(host)
  return host
}

export function clearHost(): void {
  for (const element of document.querySelectorAll('#app, dialog')) element.remove()
  sessionStorage.clear()
  localStorage.clear()
}

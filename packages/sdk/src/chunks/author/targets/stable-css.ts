/**
 * A selector of the element itself that a release keeps: its id, a mark for tests, an attribute that says what it is, its address.
 * Never a class, a position, a value, or a state.
 */

const marks = ['data-testid', 'data-test', 'data-test-id', 'data-cy', 'data-qa', 'data-nav', 'name']
/** Attributes and values that change while the element is used. */
const states =
  /state|status|active|select|open|expand|check|index|loading|theme|orientation|side|focus|hover|reactid|value|count|date|time/
const stateWords = /^(?:true|false|on|off|open|closed|active|inactive|\d+|)$/
const maxValueChars = 60

/** @returns undefined where no such selector names this element alone */
export function stableCss(element: Element, isGenerated: (name: string) => boolean): string | undefined {
  const keeps = (value: string | null): value is string =>
    value !== null && value.length <= maxValueChars && !stateWords.test(value) && !isGenerated(value)
  const by = (name: string) => {
    const value = element.getAttribute(name)
    return keeps(value) ? [`[${name}=${quoted(value)}]`] : []
  }
  const said = element
    .getAttributeNames()
    .filter((name) => /^data-(?!fanal-)/.test(name) && !marks.includes(name) && !states.test(name))
  const href = element.getAttribute('href')
  const candidates = [
    ...marks.flatMap(by),
    ...(keeps(element.id) && !/\d/.test(element.id) ? [`#${CSS.escape(element.id)}`] : []),
    ...said.flatMap(by),
    ...(href && /^\.{0,2}\/[^?#\d]*$/.test(href) && element.localName === 'a' ? [`a[href=${quoted(href)}]`] : []),
  ]
  const root = element.getRootNode() as Document | ShadowRoot
  return candidates.find((css) => root.querySelectorAll(css).length === 1)
}

function quoted(value: string): string {
  return /^[a-z][\w-]*$/i.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`
}

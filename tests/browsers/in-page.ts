/**
 * Runs in the page: finds what a person finds, by role and name, looking into open shadow roots. Roles and names come from
 * dom-accessibility-api, the same in every browser, so that the journey does not rest on each browser's own tree.
 */
import { computeAccessibleName, getRole } from 'dom-accessibility-api'
import type { Found, Query } from './page-reader.ts'

const place = Symbol.for('fanal-in-page')

function* elementsUnder(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    if (element.shadowRoot) yield* elementsUnder(element.shadowRoot)
  }
}

const isShown = (element: Element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0

/** What lies on top at a point, looking into open shadow roots. */
function onTop(x: number, y: number): Element | null {
  let top = document.elementFromPoint(x, y)
  while (top?.shadowRoot) {
    const inner: Element | null = top.shadowRoot.elementFromPoint(x, y)
    if (!inner || inner === top) break
    top = inner
  }
  return top
}

function activeElement(): Element | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}

const oneLine = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()

function findAll({ role, name, within }: Query): Element[] {
  const roots: ParentNode[] = within ? findAll(within) : [document]
  return roots
    .flatMap((root) => [...elementsUnder(root)])
    .filter(
      (element) =>
        getRole(element) === role &&
        isShown(element) &&
        (name === undefined || oneLine(computeAccessibleName(element)) === name),
    )
}

function describe(element: Element): Found {
  const { left, top, width, height } = element.getBoundingClientRect()
  const x = left + width / 2
  const y = top + height / 2
  const hit = onTop(x, y)
  return {
    x,
    y,
    width,
    height,
    name: oneLine(computeAccessibleName(element)),
    text: oneLine(element.textContent),
    value: element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '',
    pressed: element.getAttribute('aria-pressed') === 'true',
    expanded: element.getAttribute('aria-expanded') === 'true',
    focused: element === activeElement(),
    reachable: element.contains(hit),
    colour: getComputedStyle(element).color,
  }
}

Reflect.set(document, place, {
  find: (query: Query) => findAll(query).map(describe),
  scrollTo(query: Query) {
    findAll(query)[0]?.scrollIntoView({ block: 'center' })
  },
})

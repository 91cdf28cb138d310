/**
 * Role, name and surroundings of an element, near enough to what assistive technology computes for telling targets apart.
 * Reads the DOM, never changes it. Values that people typed are never read.
 */
import { foldText } from './compare-texts.ts'

/** Text beyond this is a container's, not a target's. */
const maxTextChars = 160
const maxRowChars = 2000

/** Tags whose role is not their own name. */
const roleByTag: Record<string, string> = {
  a: 'link',
  summary: 'button',
  textarea: 'textbox',
  nav: 'navigation',
  tr: 'row',
  td: 'cell',
  th: 'columnheader',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
  fieldset: 'group',
  section: 'region',
}

const roleByInputType: Record<string, string> = {
  button: 'button',
  submit: 'button',
  reset: 'button',
  image: 'button',
  checkbox: 'checkbox',
  radio: 'radio',
  range: 'slider',
  number: 'spinbutton',
  search: 'searchbox',
}

export function roleOf(element: Element): string {
  const explicit = element.getAttribute('role')?.trim().split(/\s+/)[0]
  if (explicit) return explicit
  const tag = element.localName
  if (tag === 'input') return roleByInputType[(element as HTMLInputElement).type] ?? 'textbox'
  if (tag === 'select') return (element as HTMLSelectElement).multiple ? 'listbox' : 'combobox'
  if (/^h[1-6]$/.test(tag)) return 'heading'
  if (tag === 'a' && !element.hasAttribute('href')) return 'generic'
  return roleByTag[tag] ?? tag
}

/** Accessible name: labels first, then what stands inside, then the tooltip. */
export function nameOf(element: Element): string {
  const attribute = (name: string) => squeeze(element.getAttribute(name))
  return (
    labelledBy(element) ||
    attribute('aria-label') ||
    attribute('alt') ||
    labelText(element) ||
    (element.localName === 'input' && roleOf(element) === 'button'
      ? squeeze((element as HTMLInputElement).value)
      : isField(element)
        ? attribute('placeholder')
        : groupName(element) || textOf(element)) ||
    attribute('title')
  )
}

/** Text a person reads inside the element, images by their alternative; '' for a container with a lot of it. */
export function textOf(element: Element): string {
  if (isField(element)) return ''
  const text = squeeze(readText(element))
  return text.length > maxTextChars ? '' : text
}

const headings = 'h1,h2,h3,h4,h5,h6,legend,caption,summary,[role=heading]'

/**
 * Whether the element stands in a row or a section that `wanted` names: anywhere in the row's text, in the label of what is
 * around it, or in a heading above it (the nearest one, and those of higher rank above that).
 */
export function standsWithin(element: Element, wanted: string): boolean {
  const words = ` ${foldText(wanted)} `
  const says = (text: string) => ` ${foldText(text)} `.includes(words)
  let rank = Number.POSITIVE_INFINITY
  for (let around = parentOf(element); around; around = parentOf(around)) {
    const isRow = around.matches('tr,li,[role=row],[role=listitem]')
    if (says(isRow ? readText(around, maxRowChars) : labelledBy(around) || around.ariaLabel || '')) return true
    for (const heading of [...around.querySelectorAll(headings)].reverse()) {
      const stands = heading.compareDocumentPosition(element)
      if (!(stands & Node.DOCUMENT_POSITION_FOLLOWING) || stands & Node.DOCUMENT_POSITION_CONTAINED_BY) continue
      if (rankOf(heading) >= rank) continue
      rank = rankOf(heading)
      if (!heading.closest('[data-fanal-private]') && says(readText(heading))) return true
    }
  }
  return false
}

/** 1 for the highest; a legend or caption ranks below every heading. */
function rankOf(heading: Element): number {
  return Number(heading.ariaLevel ?? /^h(\d)$/.exec(heading.localName)?.[1] ?? 7)
}

/** The parent, out of a shadow root to its host. */
export function parentOf(node: Node): Element | null {
  return node.parentElement ?? (node.parentNode as Partial<ShadowRoot> | null)?.host ?? null
}

/** The window an element lives in: one of a same-origin frame has its own constructors. */
export function viewOf(element: Element): Window & typeof globalThis {
  return element.ownerDocument.defaultView ?? window
}

function groupName(element: Element): string {
  if (!/^(fieldset|table|section|dialog|form|article|nav|aside)$/.test(element.localName)) return ''
  return squeeze(element.querySelector(':scope > legend, :scope > caption')?.textContent)
}

function labelledBy(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const root = element.getRootNode() as Document | ShadowRoot
  return squeeze(ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' '))
}

function labelText(element: Element): string {
  const labels = (element as HTMLInputElement).labels
  return labels ? squeeze([...labels].map((label) => readText(label)).join(' ')) : ''
}

function isField(element: Element): boolean {
  return /^(input|select|textarea)$/.test(element.localName)
}

function readText(element: Element, maxChars = maxTextChars * 2): string {
  let text = ''
  for (const child of element.childNodes) {
    if (text.length > maxChars) break
    if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue
    else if (child.nodeType === Node.ELEMENT_NODE) text += ` ${readChild(child as Element, maxChars)} `
  }
  return text
}

function readChild(child: Element, maxChars: number): string {
  if (/^(script|style|template|select|textarea)$/.test(child.localName)) return ''
  if (child.getAttribute('aria-hidden') === 'true' || child.hasAttribute('data-fanal-private')) return ''
  return child.getAttribute('aria-label') ?? child.getAttribute('alt') ?? readText(child, maxChars)
}

function squeeze(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

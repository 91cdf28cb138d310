/**
 * Writes the target that names an element best: several signals, each of them something a release keeps, tried on the page as a
 * flow would. Typed values, what is marked as private, and rows' data (unless nothing else tells rows apart) are never part of it.
 * Source: docs/flows-authoring.md#strength
 */
import type { FlowTarget, TargetProposal } from '@fanal/contract'
import { stableCss } from './stable-css.ts'
import type { Targeting } from './targeting.ts'

/** A name longer than this is a text, and changes as texts do. */
const maxNameChars = 80
/** A label longer than this holds more than the name. */
const maxLabelChars = 40
const maxWithinChars = 60

const telling =
  /^(?:button|link|tab|menuitem\w*|option|checkbox|switch|radio|combobox|listbox|textbox|searchbox|spinbutton|slider|heading|row|cell|columnheader|rowheader|gridcell|group|region|dialog|table|list|listitem|navigation|img|treeitem|form)$/
/** Roles whose content is what somebody typed or chose, not what the element is called. */
const holdsValue = /^(?:combobox|listbox|textbox|searchbox|spinbutton|slider)$/

/** @returns null for what is private or ours */
export function proposeTarget(element: Element, targeting: Targeting): TargetProposal | null {
  if (element.closest(targeting.outOfReach)) return null
  const own = ownSignals(element, targeting)
  const certain = Object.keys(own).some((signal) => /^(?:fanal|css)$/.test(signal))
  const works = (target: FlowTarget) => {
    const result = targeting.findTarget(target)
    return result.status === 'found' && result.element === element
  }
  if (works(own)) return { target: own, strength: certain || (own.role && own.name) ? 'strong' : 'weak' }
  const { sections, rows } = surroundings(element, targeting)
  for (const within of sections) {
    const target = { ...own, within }
    if (works(target)) return { target, strength: 'strong' }
  }
  for (const within of rows) {
    const target = { ...own, within }
    if (works(target)) return { target, strength: 'weak' }
  }
  const positioned = { ...own, css: positionOf(element) }
  return works(positioned) ? { target: positioned, strength: 'weak' } : { target: own, strength: 'ambiguous' }
}

function ownSignals(element: Element, targeting: Targeting): FlowTarget {
  const fanal = element.getAttribute('data-fanal-id')
  const role = targeting.roleOf(element)
  const name = plainName(element, role, targeting)
  const css = stableCss(element, targeting.isGenerated)
  return {
    ...(fanal && { fanal }),
    ...(telling.test(role) && { role }),
    ...(name && (telling.test(role) ? { name } : { text: name })),
    ...(css && { css }),
  }
}

/** The name without the count beside it; nothing where a value or something private would be read. */
function plainName(element: Element, role: string, { nameOf }: Targeting): string {
  const isTyped = holdsValue.test(role) || (element instanceof HTMLElement && element.isContentEditable)
  const labelled = element.hasAttribute('aria-labelledby') || element.hasAttribute('aria-label') || hasLabels(element)
  if ((isTyped && !labelled && !element.hasAttribute('placeholder')) || isNamedByPrivate(element)) return ''
  const name = nameOf(element)
    .replace(/\s*\(\d+\)$/, '')
    .trim()
  const short = name.length > maxLabelChars ? firstWords(element, name) : name
  return short.length > maxNameChars ? '' : short
}

/** What a label begins with: hints stand behind the name. */
function firstWords(element: Element, name: string): string {
  const [label] = (element as Partial<HTMLInputElement>).labels ?? []
  const words = label?.innerText.split('\n')[0]?.trim() ?? ''
  return words !== '' && name.startsWith(words) ? words : name
}

function hasLabels(element: Element): boolean {
  return Boolean((element as Partial<HTMLInputElement>).labels?.length)
}

function isNamedByPrivate(element: Element): boolean {
  const root = element.getRootNode() as Document | ShadowRoot
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const labels = [...ids.map((id) => root.getElementById(id)), ...((element as Partial<HTMLInputElement>).labels ?? [])]
  return labels.some((label) => label?.closest('[data-fanal-private]') || label?.querySelector('[data-fanal-private]'))
}

/** What stands around: labels and headings of the sections, nearest first; and what a row of a table or list begins with. */
function surroundings(element: Element, targeting: Targeting): { sections: string[]; rows: string[] } {
  const sections = new Set<string>()
  const rows = new Set<string>()
  for (let around = targeting.parentOf(element); around; around = targeting.parentOf(around)) {
    if (around.matches('tr,li,[role=row],[role=listitem]'))
      add(rows, around.querySelector('th,td,h1,h2,h3,h4,b,strong'))
    if (/^(?:group|region|dialog|navigation|form)$/.test(targeting.roleOf(around)))
      sections.add(targeting.nameOf(around))
    const above = [...around.querySelectorAll('h1,h2,h3,h4,h5,h6,legend,[role=heading]')].filter(
      (heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    add(sections, above.at(-1))
  }
  const usable = (texts: Set<string>) => [...texts].filter((text) => text !== '' && text.length <= maxWithinChars)
  return { sections: usable(sections), rows: usable(rows) }

  function add(into: Set<string>, holder: Element | null | undefined): void {
    if (holder && !holder.closest('[data-fanal-private]')) into.add(targeting.textOf(holder))
  }
}

/** The way down to the element by positions, from the nearest id: the last resort. */
function positionOf(element: Element): string {
  const parent = element.parentElement
  const place = parent ? [...parent.children].indexOf(element) + 1 : 1
  const own = `${element.localName}:nth-child(${place})`
  return parent && parent !== document.body ? `${parent.localName} > ${own}` : own
}

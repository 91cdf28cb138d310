/**
 * Finds the element a flow target means, now. Called anew on every use: pages re-render.
 */
import type { FlowTarget } from '@fanal/contract'
import { foldText } from './compare-texts.ts'
import { nameOf, parentOf, roleOf, standsWithin, textOf } from './describe-element.ts'
import { isShown } from './is-shown.ts'
import { type Candidate, chooseCandidate, type Rival, scoreCandidate } from './score-candidates.ts'
import { outOfReach, type Root, searchRoots } from './search-roots.ts'
import { type CssStrength, stableSelector } from './stable-selector.ts'

export type TargetResult =
  /** `anchor` is what shows: the label where the field itself is drawn by it */
  { status: 'found'; element: Element; anchor: Element } | { status: 'missing' | 'hidden' | 'ambiguous' }

const interactive =
  'a[href],button,input:not([type=hidden]),select,textarea,summary,label,[role],[contenteditable],[tabindex],th,h1,h2,h3,h4,h5,h6,fieldset,img'

export function findTarget(target: FlowTarget, roots = searchRoots()): TargetResult {
  const { elements, candidates, strength } = gatherCandidates(target, roots)
  const verdict = chooseCandidate(target, candidates, strength)
  if (verdict.status !== 'found') return verdict
  const element = elements[verdict.index]
  return element ? { status: 'found', element, anchor: anchorOf(element) } : { status: 'missing' }
}

/** Every element that has something of the target, with its points, for who wants to know why it was not found. */
export function rivalsOf(target: FlowTarget): Rival[] {
  const { candidates, strength } = gatherCandidates(target, searchRoots())
  return candidates.map((candidate) => ({ candidate, score: scoreCandidate(target, candidate, strength) }))
}

/** Everything on the page that may be meant, and what is known of each. */
export function gatherCandidates(
  target: FlowTarget,
  roots: Root[],
): { elements: Element[]; candidates: Candidate[]; strength: CssStrength } {
  const { selector, strength } = usableSelector(target.css)
  const elements = roots.flatMap((root) => gather(root, target, selector))
  return { elements, candidates: elements.map((element) => describe(element, target, selector)), strength }
}

function usableSelector(css: string | undefined): ReturnType<typeof stableSelector> {
  const stable = stableSelector(css ?? '')
  try {
    if (stable.selector) document.createDocumentFragment().querySelector(stable.selector)
    return stable
  } catch {
    return { selector: '', strength: 'none' } // not a selector: the other signals decide
  }
}

function gather(root: Root, target: FlowTarget, selector: string): Element[] {
  const found = new Set<Element>()
  const add = (query: string) => {
    for (const element of root.querySelectorAll(query)) if (!element.closest(outOfReach)) found.add(element)
  }
  if (selector) add(selector)
  if (target.fanal !== undefined) add(`[data-fanal-id="${CSS.escape(target.fanal)}"]`)
  if (target.name !== undefined || target.role !== undefined) add(interactive)
  if (target.role !== undefined && /^[\w-]+$/.test(target.role)) addByRole(root, target.role, found)
  if (target.text !== undefined) addByText(root, target.text, found)
  return withoutWrappers([...found], target)
}

function addByRole(root: Root, role: string, found: Set<Element>): void {
  if (!/^(row|cell|table|list|listitem|form|dialog|region|navigation|main|option)$/.test(role)) return
  for (const element of root.querySelectorAll('*'))
    if (roleOf(element) === role && !element.closest(outOfReach)) found.add(element)
}

/** The elements that carry the text themselves, and the control each stands in. */
function addByText(root: Root, text: string, found: Set<Element>): void {
  const wanted = foldText(text)
  const walker = root.ownerDocument?.createTreeWalker(root, NodeFilter.SHOW_TEXT) ?? document.createTreeWalker(root, 4)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const folded = (node.nodeValue?.length ?? 0) > 1 ? foldText(node.nodeValue ?? '') : ''
    if (folded === '' || !(folded.includes(wanted) || wanted.includes(folded))) continue
    const holder = parentOf(node)
    if (!holder || holder.closest(`script,style,${outOfReach}`)) continue
    found.add(holder.closest(interactive) ?? holder)
  }
}

/** Of an element and one around it that say the same, keeps the one a person acts on. */
function withoutWrappers(elements: Element[], target: FlowTarget): Element[] {
  if (target.role !== undefined) return elements
  return elements.filter(
    (outer) =>
      outer.matches('a[href],button,input,select,textarea,summary,[role=button],[role=link]') ||
      !elements.some((inner) => inner !== outer && outer.contains(inner) && textOf(inner) === textOf(outer)),
  )
}

function describe(element: Element, target: FlowTarget, selector: string): Candidate {
  return {
    role: roleOf(element),
    name: target.name === undefined ? '' : nameOf(element),
    text: target.text === undefined ? '' : textOf(element) || nameOf(element),
    matchesCss: selector !== '' && element.matches(selector),
    fanalId: element.getAttribute('data-fanal-id'),
    standsWithin: target.within !== undefined && standsWithin(element, target.within),
    visible: isShown(anchorOf(element)),
  }
}

/** A checkbox drawn by its label is not shown itself. */
function anchorOf(element: Element): Element {
  const label = (element as HTMLInputElement).labels?.[0]
  return label && roleOf(element) !== 'textbox' && !isShown(element) ? label : element
}

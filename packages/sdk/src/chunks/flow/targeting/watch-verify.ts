/**
 * Watches the host for what a step asserts: an element, a text, an event. A page is watched by the engine itself, a predicate by watch-predicate.ts.
 */
import type { FlowElement, FlowVerify } from '@fanal/contract'
import { foldText } from './compare-texts.ts'
import { findTarget } from './find-target.ts'
import { isShown } from './is-shown.ts'
import { type Root, searchRoots } from './search-roots.ts'
import { watchPage } from './watch-target.ts'

/**
 * @param onChange called with the first look's result at once, then whenever it changes
 * @returns stops watching
 */
export function watchVerify(verify: FlowVerify, onChange: (holds: boolean) => void): () => void {
  if (verify.event !== undefined) return watchEvent(verify.event, () => onChange(true))
  const { element, text } = verify
  const holdsNow = element
    ? (roots: Root[]) => elementHolds(element, roots)
    : text !== undefined
      ? (roots: Root[]) => textShows(text, roots)
      : undefined
  if (!holdsNow) return () => {}
  let last: boolean | undefined
  const look = (roots: Root[]) => {
    const holds = holdsNow(roots)
    if (holds === last) return
    last = holds
    onChange(holds)
  }
  const stopPage = watchPage(look, () => false)
  // values change without the tree changing
  const stopInput = element?.value === undefined ? () => {} : watchEvent('input', () => look(searchRoots()))
  return () => {
    stopPage()
    stopInput()
  }
}

/** Hears an event wherever in the document it is fired, bubbling or not, before the host can stop it. */
export function watchEvent(name: string, listener: (event: Event) => void, view: Window = window): () => void {
  view.addEventListener(name, listener, true)
  return () => view.removeEventListener(name, listener, true)
}

function elementHolds({ value, ...target }: FlowElement, roots: Root[]): boolean {
  const result = findTarget(target, roots)
  // several of them is as good as one, unless it takes a certain one to read its value
  if (value === undefined) return result.status === 'found' || result.status === 'ambiguous'
  if (result.status !== 'found') return false
  const field = result.element as HTMLInputElement
  return (/^(checkbox|radio)$/.test(field.type) ? String(field.checked) : field.value) === value
}

function textShows(text: string, roots: Root[]): boolean {
  const wanted = foldText(text)
  return roots.some((root) => {
    const body = 'body' in root ? root.body : root
    if (!body || !foldText(body.textContent ?? '').includes(wanted)) return false
    return holdersOf(body, wanted).some((holder) => isShown(holder) && !holder.closest('[data-fanal-private]'))
  })
}

/** The innermost elements whose text holds the words. */
function holdersOf(around: Element | ShadowRoot, wanted: string): Element[] {
  const inside = [...around.children].filter(
    (child) =>
      !/^(script|style|template|fanal-help|fanal-flow)$/.test(child.localName) &&
      foldText(child.textContent ?? '').includes(wanted),
  )
  if (inside.length > 0) return inside.flatMap((child) => holdersOf(child, wanted))
  return around instanceof ShadowRoot ? [around.host] : [around]
}

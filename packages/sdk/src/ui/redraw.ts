/** Puts new content into a place of which the person may be using a part. */
import { type Child, present } from './element.ts'

/** The focus stays with the same control, where there still is one: of the same `data-key`, or else of the same words. */
export function redraw(into: Element, ...children: Child[]): void {
  const { activeElement } = into.getRootNode() as ShadowRoot | Document
  const focused = activeElement instanceof HTMLElement && into.contains(activeElement) ? identity(activeElement) : null
  into.replaceChildren(...present(children))
  if (focused === null) return
  const controls = [...into.querySelectorAll<HTMLElement>('button,a')]
  controls.find((control) => identity(control) === focused)?.focus({ preventScroll: true })
}

function identity({ dataset, textContent }: HTMLElement): string {
  return dataset.key ?? textContent
}

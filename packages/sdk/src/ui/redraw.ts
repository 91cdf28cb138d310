/** Puts new content into a place of which the person may be using a part. */
import { type Child, present } from './element.ts'

/** The focus stays with the same control, where there still is one: of the same `data-key`, or else of the same words. */
export function redraw(into: Element, ...children: Child[]): void {
  keepingFocus(into, () => into.replaceChildren(...present(children)))
}

/**
 * Leaves the parts that have not changed where they are: a button that is pressed just then is still there when it is let go.
 * For content whose buttons do the same as long as they look the same.
 */
export function redrawChanged(into: Element, ...children: Child[]): void {
  keepingFocus(into, () => {
    const parts = present(children)
    const old = [...into.childNodes]
    parts.forEach((part, place) => {
      const before = old[place]
      if (!before) into.append(part)
      else if (typeof part === 'string' || !before.isEqualNode(part)) before.replaceWith(part)
    })
    for (const gone of old.slice(parts.length)) gone.remove()
  })
}

function keepingFocus(into: Element, draw: () => void): void {
  const { activeElement } = into.getRootNode() as ShadowRoot | Document
  const focused = activeElement instanceof HTMLElement && into.contains(activeElement) ? activeElement : null
  const name = focused && identity(focused)
  draw()
  if (name === null || focused?.isConnected) return
  const controls = [...into.querySelectorAll<HTMLElement>('button,a')]
  controls.find((control) => identity(control) === name)?.focus({ preventScroll: true })
}

function identity({ dataset, textContent }: HTMLElement): string {
  return dataset.key ?? textContent
}

/** The heading of a view. */
import type { ComponentChildren } from 'preact'

export interface ViewTitleProps {
  id?: string
  children: ComponentChildren
}

export function ViewTitle({ id, children }: ViewTitleProps) {
  return (
    <h2 ref={takeFocus} id={id} tabIndex={-1}>
      {children}
    </h2>
  )
}

/**
 * Called when the view appears: screen readers say where the person has come, and Tab goes on from there. A person who is
 * typing keeps the focus in the field.
 */
function takeFocus(heading: HTMLElement | null): void {
  const root = heading?.getRootNode()
  const active = root instanceof ShadowRoot ? root.activeElement : null
  if (!active?.matches('input,textarea')) heading?.focus({ preventScroll: true })
}

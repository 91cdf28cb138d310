/**
 * Called when a view appears, with its heading: screen readers say where the person has come, and Tab goes on from there. A person
 * who is typing keeps the focus in the field.
 */
export function takeFocus(heading: HTMLElement | null): void {
  const root = heading?.getRootNode()
  const active = root instanceof ShadowRoot ? root.activeElement : null
  if (!active?.matches('input,textarea')) heading?.focus({ preventScroll: true })
}

/** Puts text on the person's clipboard. Pages without the Clipboard API (plain http, frames) still have the old command. */

/** @returns whether it is there; if not, the person has to copy it by hand */
export async function copyText(root: ShadowRoot, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(root, text)
  }
}

function copyBySelection(root: ShadowRoot, text: string): boolean {
  const focused = root.activeElement
  const field = document.createElement('textarea')
  field.className = 'fanal hidden'
  field.value = text
  // Beside what has the focus: outside of a modal dialog it could not be selected.
  ;(focused?.parentElement ?? root).append(field)
  field.select()
  let copied = false
  try {
    copied = document.execCommand('copy')
  } catch {
    // Forbidden here: by hand then.
  }
  field.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return copied
}

/** Which element a person means who clicks somewhere: the control around it, not the icon in it. */

const controls =
  'a[href],button,input,select,textarea,summary,[role=button],[role=link],[role=tab],[role=menuitem],[role=menuitemcheckbox],[role=menuitemradio],[role=option],[role=switch],[role=checkbox],[role=radio],[role=combobox],[role=treeitem],[tabindex]:not([tabindex="-1"])'

/**
 * @param mode while picking, anything with a name or a text can be meant; while recording, what one can act on
 * @returns null for what is no control, and for a label, whose field hears of it by itself
 */
export function actedOn(event: Event, mode: 'record' | 'pick' | 'off'): Element | null {
  const [first] = event.composedPath()
  if (!(first instanceof Element) || first === document.body || first === document.documentElement) return null
  const control = first.closest(controls)
  if (control) return control
  const label = first.closest('label')
  if (label) return mode === 'pick' ? (label.control ?? label) : null
  if (mode === 'pick') return first
  // What is no control by its markup, and yet is clicked.
  return getComputedStyle(first).cursor === 'pointer' ? first : null
}

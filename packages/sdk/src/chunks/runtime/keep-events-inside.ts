/**
 * Keys and focus inside the widget are no business of the page: its hotkeys would fire while a person types, its focus traps would
 * pull them out. Both may listen on the way down, so such events end at the window, the first stop, and what listens inside gets a
 * copy. A click the page has stopped for everybody is handed on the same way; others are left alone (the host's statistics).
 * What a copy cannot do the browser does for the event itself: type, move the caret, press the button.
 *
 * The launcher keeps the focus when the panel closes, and the page its hotkeys: what is pressed there, but what presses the launcher itself, is handed
 * to the body. Not to where we stand: hosts look for the body above the target of a key.
 */
const keptInside = ['keydown', 'keyup', 'keypress', 'focusin', 'focusout']

const pressing = /^( |Enter|Tab)$/

/** @param launcher ours or the host's own, which is left alone */
export function keepEventsInside(root: ShadowRoot, launcher: () => Element | null, life: AbortSignal): void {
  const onEvent = (event: Event) => {
    const [target] = event.composedPath()
    if (!(target as Node).getRootNode || (target as Node).getRootNode() !== root) return
    const kept = event.type !== 'click'
    if (kept) event.stopImmediatePropagation()
    if (target === launcher() && event instanceof KeyboardEvent && !pressing.test(event.key)) {
      if (!document.body.dispatchEvent(new KeyboardEvent(event.type, event))) event.preventDefault()
    } else if ((kept || event.cancelBubble) && !(target as Node).dispatchEvent(copy(event))) event.preventDefault()
  }
  for (const type of [...keptInside, 'click']) window.addEventListener(type, onEvent, { capture: true, signal: life })
}

/** Stays in the shadow root, and presses nothing by itself. Not `new Event`: old libraries put their own in its place. */
function copy(event: Event): Event {
  const made = new CustomEvent(event.type, { bubbles: true, cancelable: true })
  for (const name of 'key code isComposing shiftKey ctrlKey altKey metaKey repeat'.split(' '))
    Object.assign(made, { [name]: event[name as keyof Event] })
  return made
}

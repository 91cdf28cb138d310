/**
 * Keys and focus inside the widget are no business of the page: its hotkeys would fire while a person types, its focus traps would
 * pull them out. Both may listen on the way down, so such events end at the window, the first stop, and what listens inside gets a
 * copy. A click the page has stopped for everybody is handed on the same way; others are left alone (the host's statistics).
 * What a copy cannot do the browser does for the event itself: type, move the caret, press the button.
 */
const keptInside = ['keydown', 'keyup', 'keypress', 'focusin', 'focusout']

export function keepEventsInside(root: ShadowRoot, life: AbortSignal): void {
  const onEvent = (event: Event) => {
    const [target] = event.composedPath()
    if (!(target as Node).getRootNode || (target as Node).getRootNode() !== root) return
    const kept = event.type !== 'click'
    if (kept) event.stopImmediatePropagation()
    if ((kept || event.cancelBubble) && !(target as Node).dispatchEvent(copy(event))) event.preventDefault()
  }
  for (const type of [...keptInside, 'click']) window.addEventListener(type, onEvent, { capture: true, signal: life })
}

/** Stays in the shadow root, and presses nothing by itself. Not `new Event`: old libraries put their own in its place. */
function copy(event: Event): Event {
  const { key, code, isComposing, shiftKey, ctrlKey, altKey, metaKey, repeat } = event as KeyboardEvent
  const keys = { key, code, isComposing, shiftKey, ctrlKey, altKey, metaKey, repeat }
  return Object.assign(new CustomEvent(event.type, { bubbles: true, cancelable: true }), keys)
}

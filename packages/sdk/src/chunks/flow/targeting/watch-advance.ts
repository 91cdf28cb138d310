/**
 * Hears what a step's `advance` waits for, before the host does: progress must be stored before a click can navigate.
 * Only listens; the event goes on to the host untouched.
 */
import type { FlowAdvanceOn, FlowTarget } from '@fanal/contract'
import { viewOf } from './describe-element.ts'
import { findTarget } from './find-target.ts'
import { watchEvent } from './watch-verify.ts'

/** Typing counts once the person has paused this long, milliseconds: the card must not run off at the first letter. */
const typingRestMs = 700

/**
 * @param element the target as last found; it is looked for anew when it has left the page
 * @param onActed may be called more than once; the engine counts it once
 * @returns stops listening
 */
export function watchAdvance(
  on: FlowAdvanceOn,
  target: FlowTarget | undefined,
  element: Element | null,
  onActed: () => void,
): () => void {
  if (on === 'next' || on.startsWith('page:')) return () => {}
  if (on.startsWith('event:')) return watchEvent(on.slice('event:'.length), onActed)
  if (!target || !element) return () => {}
  let timer = 0
  const concerns = (event: Event) => {
    const current = element.isConnected ? element : foundNow(target)
    return (
      current !== null && (event.composedPath().includes(current) || (on === 'submit' && isOwnForm(event, current)))
    )
  }
  const stop = watchEvent(
    on,
    (event) => {
      if (!concerns(event)) return
      clearTimeout(timer)
      if (on === 'input') timer = window.setTimeout(onActed, typingRestMs)
      else onActed()
    },
    viewOf(element),
  )
  return () => {
    clearTimeout(timer)
    stop()
  }
}

function foundNow(target: FlowTarget): Element | null {
  const result = findTarget(target)
  return result.status === 'found' ? result.element : null
}

/** A submit is fired on the form; the target may be the button or a field in it. */
function isOwnForm(event: Event, element: Element): boolean {
  return (
    event.target instanceof Node &&
    ((element as HTMLInputElement).form === event.target || event.target.contains(element))
  )
}

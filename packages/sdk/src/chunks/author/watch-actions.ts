/**
 * Hears what the author does in the page, before the page does: the step must be kept before a click can navigate. Only listens, but while an
 * element is being picked: then the click is the recorder's, and the page hears nothing of it.
 */
import type { FlowAdvanceOn } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { actedOn } from './acted-on.ts'

export interface ActionWatch {
  mode(): 'record' | 'pick' | 'off'
  /** the author did this with that element */
  onAction(element: Element, on: FlowAdvanceOn): void
  onPick(element: Element): void
  /** Escape while picking */
  onCancel(): void
  /** the element under the pointer or with the focus; null when there is none */
  onLook(element: Element | null): void
}

/** Adds the focused element as a step, or picks it, without acting on it. */
const pickKey = 'F8'

export function watchActions(runtime: Runtime, watch: ActionWatch, signal: AbortSignal): void {
  const isOurs = (event: Event) => event.composedPath().includes(runtime.root.host) || isFlowCard(event)
  const listen = (name: string, listener: (event: Event) => void) =>
    window.addEventListener(
      name,
      (event) => void (isOurs(event) || watch.mode() === 'off' || runtime.guard(() => listener(event))),
      { capture: true, signal },
    )

  listen('click', (event) => {
    const element = actedOn(event, watch.mode())
    if (watch.mode() === 'pick') {
      swallow(event)
      if (element) watch.onPick(element)
    } else if (element && !isField(element)) watch.onAction(element, 'click')
  })
  for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'dblclick'])
    listen(name, (event) => watch.mode() === 'pick' && swallow(event))
  listen('change', (event) => {
    const [field] = event.composedPath()
    if (watch.mode() === 'record' && field instanceof Element)
      watch.onAction(field, isTyped(field) ? 'input' : 'change')
  })
  listen('submit', (event) => {
    const { submitter, target } = event as SubmitEvent
    const element = submitter ?? target
    if (watch.mode() === 'record' && element instanceof Element) watch.onAction(element, 'submit')
  })
  listen('pointerover', (event) => watch.onLook(actedOn(event, watch.mode())))
  listen('focusin', (event) => watch.onLook(actedOn(event, watch.mode())))
  listen('keydown', (event) => onKey(event as KeyboardEvent))

  function onKey(event: KeyboardEvent): void {
    const picking = watch.mode() === 'pick'
    if (picking && event.key === 'Escape') {
      swallow(event)
      watch.onCancel()
      return
    }
    if (event.key !== pickKey && !(picking && /^(?:Enter| )$/.test(event.key))) return
    const element = actedOn(event, watch.mode())
    swallow(event)
    if (element && picking) watch.onPick(element)
    else if (element) watch.onAction(element, isTyped(element) ? 'input' : isField(element) ? 'change' : 'click')
  }
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function isFlowCard(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.localName === 'fanal-flow')
}

/** What is used by changing it, not by clicking it. */
function isField(element: Element): boolean {
  return element.matches('select,textarea,input:not([type=button],[type=submit],[type=reset],[type=image])')
}

function isTyped(element: Element): boolean {
  return (
    isField(element) &&
    !element.matches(
      'select,[type=checkbox],[type=radio],[type=file],[type=range],[type=color],[type=date],[type=time]',
    )
  )
}

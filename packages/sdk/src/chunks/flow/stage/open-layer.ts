/**
 * The surface a flow is drawn on: above the page, letting every event through but those on the card. Stands in the widget's
 * shadow root; under a modal dialog of the host, everything outside is inert, so it moves inside; and inside an open auto popover
 * that holds the target, for a click on our card would otherwise close it.
 */
import type { Runtime } from '../../../runtime.ts'
import { adoptStyles } from '../../../ui/adopt-styles.ts'
import { applyTheme } from '../../../ui/apply-theme.ts'
import controlsCss from '../../../ui/controls.css?inline'
import { takeOut } from '../../../ui/element.ts'
import tokensCss from '../../../ui/tokens.css?inline'
import { parentOf } from '../targeting/describe-element.ts'
import flowCss from './flow.css?inline'

/** What the host's shortcuts and focus traps must not see of our card. */
const keptEvents = ['keydown', 'keyup', 'keypress', 'focusin', 'focusout']

export interface Layer {
  /** what is drawn stands in here; themed */
  readonly scene: HTMLElement
  /** the element inside the layer's own tree that has the focus */
  focused(): Element | null
  /** Moves to where the card can be used while `anchor` is pointed at. */
  standBy(anchor: Element | null): void
  close(): void
}

export function openLayer(runtime: Runtime): Layer {
  const element = document.createElement('div')
  element.className = 'flow-layer'
  element.popover = 'manual'
  element.dir = 'ltr'
  let anchor: Element | null = null
  let satellite: HTMLElement | null = null
  const scene = addPart(element, 'fanal')
  const stopTheme = applyTheme(runtime, scene)
  for (const name of keptEvents) element.addEventListener(name, (event) => event.stopPropagation())

  const root = () => element.getRootNode() as ShadowRoot

  const settle = () => {
    const container = containerFor(anchor, runtime.root.host)
    const isThere = container ? satellite?.parentNode === container : element.parentNode === runtime.root
    if (!isThere) move(container)
    if (element.isConnected && !element.matches(':popover-open')) element.showPopover?.()
  }

  const move = (container: Element | null) => {
    const focus = element.isConnected ? root().activeElement : null
    takeOut(element)
    satellite?.remove()
    satellite = null
    if (container) {
      satellite = document.createElement('fanal-flow')
      satellite.style.display = 'contents'
      container.append(satellite)
      satellite.attachShadow({ mode: 'open' })
    }
    const home = satellite?.shadowRoot ?? runtime.root
    for (const css of [tokensCss, controlsCss, flowCss]) adoptStyles(home, css)
    home.append(element)
    element.showPopover?.()
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true })
  }

  const observer = new MutationObserver(() => runtime.guard(settle))
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] })
  settle()

  return {
    scene,
    focused: () => {
      const focus = root().activeElement
      return focus && element.contains(focus) ? focus : null
    },
    standBy(next) {
      anchor = next
      settle()
    },
    close() {
      observer.disconnect()
      stopTheme()
      element.remove()
      satellite?.remove()
    },
  }
}

/** A new element of that class, last in `parent`. */
export function addPart(parent: Element, className: string, tag = 'div'): HTMLElement {
  const part = document.createElement(tag)
  part.className = className
  parent.append(part)
  return part
}

/** A card at the foot of the window, on the side where the launcher is not. */
export function addCard(runtime: Runtime, { scene }: Layer, className: string, tag?: string): HTMLElement {
  const card = addPart(scene, className, tag)
  card.dataset.side = runtime.config?.widget.position === 'bottom-left' ? 'right' : 'left'
  return card
}

/** The open modal dialog or auto popover the layer must stand in; null for the widget's own root. */
function containerFor(anchor: Element | null, host: Element): Element | null {
  const around: Element[] = []
  for (let node = anchor; node; node = outward(node)) around.push(node)
  const holder = around.find(
    (node) => isModal(node) || node.matches('[popover=auto]:popover-open,[popover=""]:popover-open'),
  )
  // several may be open: the one that was opened last stands in the others' top layer, most often last in the document too
  const modal = [...document.querySelectorAll('dialog:modal')].findLast((dialog) => !dialog.closest('fanal-help'))
  const container = holder ?? modal ?? null
  return container?.contains(host) ? null : container
}

function isModal(node: Element): boolean {
  return node.localName === 'dialog' && node.matches(':modal')
}

/** The parent, out of shadow roots and same-origin frames. */
function outward(node: Element): Element | null {
  return (
    parentOf(node) ?? (node.ownerDocument === document ? null : (node.ownerDocument.defaultView?.frameElement ?? null))
  )
}

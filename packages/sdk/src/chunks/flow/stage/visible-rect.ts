/**
 * Where an element shows, in coordinates of the top window: cut by what scrolls around it, shifted by the frames it stands in.
 */
import { parentOf } from '../targeting/describe-element.ts'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** @returns null when nothing of it shows */
export function visibleRect(element: Element): Box | null {
  let box: Box | null = toBox(element.getBoundingClientRect())
  let view = element.ownerDocument.defaultView
  for (let around = parentOf(element); box && around; around = parentOf(around)) {
    const { overflow, position } = getComputedStyle(around)
    if (overflow !== 'visible' && around !== around.ownerDocument.documentElement && around.localName !== 'body')
      box = intersect(box, toBox(around.getBoundingClientRect()))
    if (position === 'fixed') break
  }
  while (box && view && view !== window && view.frameElement) {
    const frame: DOMRect = view.frameElement.getBoundingClientRect()
    box = intersect(
      { ...box, x: box.x + frame.x + view.frameElement.clientLeft, y: box.y + frame.y + view.frameElement.clientTop },
      toBox(frame),
    )
    view = view.frameElement.ownerDocument.defaultView
  }
  return box
}

/** The part of the window that shows: less than the window when a phone's keyboard is up or the page is pinched. */
export function viewportBox(): Box {
  const {
    offsetLeft = 0,
    offsetTop = 0,
    width = window.innerWidth,
    height = window.innerHeight,
  } = window.visualViewport ?? {}
  return { x: offsetLeft, y: offsetTop, width: Math.min(width, document.documentElement.clientWidth), height }
}

export function intersect(a: Box, b: Box): Box | null {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const width = Math.min(a.x + a.width, b.x + b.width) - x
  const height = Math.min(a.y + a.height, b.y + b.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : null
}

function toBox({ x, y, width, height }: DOMRect): Box {
  return { x, y, width, height }
}

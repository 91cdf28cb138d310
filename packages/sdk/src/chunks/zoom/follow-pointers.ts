/** Fingers, mouse and wheel on a stage, as drags, pinches and taps. Points are px from the middle of the stage. */
export interface Point {
  x: number
  y: number
}

export interface PointerMoves {
  onDrag(dx: number, dy: number): void
  /** @param factor how much closer, around a point */
  onPinch(factor: number, at: Point): void
  onTap(at: Point, target: EventTarget | undefined): void
}

/** px a tap may slip */
const tapSlip = 6

/** @returns ends it */
export function followPointers(stage: HTMLElement, { onDrag, onPinch, onTap }: PointerMoves): () => void {
  const end = new AbortController()
  const held = new Map<number, Point>()
  /** px since the first finger came down; a second one makes it no tap at all */
  let travelled = 0
  let target: EventTarget | undefined

  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top, width, height } = stage.getBoundingClientRect()
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 }
  }
  /** What two fingers hold: the middle between them, and how far they are apart. */
  const grip = () => {
    const [first, second] = [...held.values()]
    if (!first || !second) return null
    return {
      at: { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 },
      apart: Math.hypot(first.x - second.x, first.y - second.y) || 1,
    }
  }

  const listen = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    stage.addEventListener(type, listener as EventListener, { signal: end.signal, passive: false })

  listen('pointerdown', (event) => {
    if (event.button) return
    event.preventDefault()
    stage.setPointerCapture(event.pointerId)
    if (held.size) travelled = Number.POSITIVE_INFINITY
    else {
      travelled = 0
      target = event.composedPath()[0]
    }
    held.set(event.pointerId, pointOf(event))
    stage.classList.add('held')
  })
  listen('pointermove', (event) => {
    const from = held.get(event.pointerId)
    if (!from) return
    const to = pointOf(event)
    const before = grip()
    held.set(event.pointerId, to)
    const after = grip()
    if (before && after) {
      onPinch(after.apart / before.apart, after.at)
      onDrag(after.at.x - before.at.x, after.at.y - before.at.y)
      return
    }
    travelled += Math.hypot(to.x - from.x, to.y - from.y)
    if (travelled > tapSlip) onDrag(to.x - from.x, to.y - from.y)
  })
  const release = (event: PointerEvent) => {
    if (!held.delete(event.pointerId) || held.size) return
    stage.classList.remove('held')
    if (event.type === 'pointerup' && travelled <= tapSlip) onTap(pointOf(event), target)
  }
  listen('pointerup', release)
  listen('pointercancel', release)
  listen('wheel', (event) => {
    event.preventDefault()
    // Lines (Firefox) to pixels; a pinch on a touch pad comes as a wheel too.
    const pixels = event.deltaY * (event.deltaMode ? 16 : 1)
    onPinch(Math.exp(-pixels / (event.ctrlKey ? 100 : 400)), pointOf(event))
  })
  return () => end.abort()
}

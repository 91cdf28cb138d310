/**
 * Tells when an element may stand somewhere else: something scrolled or changed its size, or it moved for no reason anybody
 * announces (a style sheet, an animation, what came in above it). Observers and events only: while it is still, nothing runs, and whatever
 * happens in one frame is told once.
 */

/** Least share of an element that an observer can be asked about. */
const leastShare = 1e-7

/**
 * Calls `onMove` at once, then once in each frame with a change.
 *
 * @param others elements whose size matters too
 * @returns stops watching
 */
export function watchMoves(element: Element, others: Element[], onMove: () => void): () => void {
  const life = new AbortController()
  let frame = 0
  const wake = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      onMove()
    })
  }
  const options = { capture: true, passive: true, signal: life.signal }
  let view = element.ownerDocument.defaultView
  while (view) {
    for (const name of ['scroll', 'resize']) view.addEventListener(name, wake, options)
    view = view === window ? null : (view.frameElement?.ownerDocument.defaultView ?? null)
  }
  // a phone's keyboard moves the visual viewport alone
  for (const name of ['scroll', 'resize']) window.visualViewport?.addEventListener(name, wake, options)
  const sizes = new ResizeObserver(wake)
  for (const one of [element, ...others]) sizes.observe(one)
  const stopDrift = watchDrift(element, wake)
  onMove()
  return () => {
    life.abort()
    cancelAnimationFrame(frame)
    sizes.disconnect()
    stopDrift()
  }
}

/** An observer whose root is cut to the element's very box sees any step out of it. */
function watchDrift(element: Element, onMove: () => void): () => void {
  let observer: IntersectionObserver | undefined
  const aim = (share: number) => {
    observer?.disconnect()
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const { clientWidth, clientHeight } = element.ownerDocument.documentElement
    const margins = [top, clientWidth - right, clientHeight - bottom, left]
    let aimed = false
    observer = new IntersectionObserver(
      (entries) => {
        const ratio = entries.at(-1)?.intersectionRatio ?? 0
        if (!aimed && (ratio || leastShare) !== share) aim(ratio || leastShare)
        else if (aimed) {
          onMove()
          aim(1)
        }
        aimed = true
      },
      {
        root: element.ownerDocument,
        rootMargin: margins.map((px) => `${-Math.floor(px)}px`).join(' '),
        threshold: share,
      },
    )
    observer.observe(element)
  }
  aim(1)
  return () => observer?.disconnect()
}

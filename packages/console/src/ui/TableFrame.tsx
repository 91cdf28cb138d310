/** A table's frame: scrolls sideways by itself on a narrow screen, reachable by keyboard, never the whole page. */
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface TableFrameProps {
  caption: string
  /** the caption repeats a heading that stands above: only screen readers need it */
  captionHidden?: boolean
  class?: string
  children: ComponentChildren
}

export function TableFrame({ caption, captionHidden = false, class: className = '', children }: TableFrameProps) {
  const id = useId()
  const frame = useRef<HTMLElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth))
    // The table may grow while its frame stays.
    for (const one of [element, ...element.children]) observer.observe(one)
    return () => observer.disconnect()
  }, [])
  return (
    <section
      ref={frame}
      class="table-frame"
      aria-labelledby={id}
      // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={scrolls ? 0 : undefined}
    >
      <table class={`table ${className}`}>
        <caption id={id} class={captionHidden ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  )
}

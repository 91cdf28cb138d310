/** Holds what may be wider than the panel: it scrolls sideways, with the keyboard too. */
import type { ComponentChildren } from 'preact'

export function Scroller({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard cannot scroll what is cut off
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

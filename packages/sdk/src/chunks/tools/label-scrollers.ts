/**
 * Tables and code that are wider than the panel can be scrolled with the keyboard, and say which of several they are. What fits is no
 * stop on the way of Tab and no region.
 */
import type { ToolTranslate } from './tool-words.ts'

/** @returns ends the watch */
export function labelScrollers(page: HTMLElement, t: ToolTranslate): () => void {
  const headings = [...page.querySelectorAll('.body :is(h3,h4,h5)')]
  const boxes = new Map<Element, string>()
  for (const box of page.querySelectorAll('.scroll')) {
    const above = headings.findLast(
      (heading) => heading.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    const label = box.ariaLabel ?? ''
    boxes.set(box, above?.textContent ? t('under', { label, heading: above.textContent }) : label)
  }
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls = target.scrollWidth > target.clientWidth
      target.ariaLabel = scrolls ? (boxes.get(target) ?? null) : null
      if (scrolls) target.setAttribute('tabindex', '0')
      else target.removeAttribute('tabindex')
    }
  })
  for (const box of boxes.keys()) observer.observe(box)
  return () => observer.disconnect()
}

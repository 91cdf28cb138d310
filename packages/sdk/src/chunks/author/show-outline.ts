/** The frame around the element a step would point at, with its name and how surely it would be found. Follows pointer and focus; reads, never changes. */
import type { TargetProposal } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { element, takeOut } from '../../ui/element.ts'
import type { AuthorTranslate } from './author-words.ts'

export interface Outline {
  /** @param proposal null for what is private: it cannot be recorded */
  show(around: Element, proposal: TargetProposal | null): void
  hide(): void
  close(): void
}

export function showOutline(runtime: Runtime, t: AuthorTranslate): Outline {
  const label = element('span', { className: 'author-label' })
  const frame = element('div', { className: 'fanal author-outline', ariaHidden: 'true', hidden: true }, label)
  runtime.root.append(frame)
  let current: Element | null = null
  let request = 0

  function place(): void {
    request = 0
    const box = current?.isConnected ? current.getBoundingClientRect() : null
    frame.hidden = !box || box.width + box.height === 0
    if (!box || frame.hidden) return
    Object.assign(frame.style, {
      left: `${box.left - 4}px`,
      top: `${box.top - 4}px`,
      width: `${box.width + 8}px`,
      height: `${box.height + 8}px`,
    })
    frame.dataset.below = String(box.top < 40)
  }

  const follow = () => {
    if (current) request ||= requestAnimationFrame(place)
  }
  window.addEventListener('scroll', follow, { capture: true, passive: true })
  window.addEventListener('resize', follow, { passive: true })

  function hide(): void {
    current = null
    frame.hidden = true
  }

  return {
    show(around, proposal) {
      current = around
      const strength = proposal?.strength ?? 'private'
      const { role = '', name, text } = proposal?.target ?? {}
      frame.dataset.strength = strength
      label.replaceChildren(
        [role, name ?? text].filter(Boolean).join(' · ').slice(0, 80),
        element('b', {}, t(`strength.${strength}`)),
      )
      place()
    },
    hide,
    close() {
      cancelAnimationFrame(request)
      window.removeEventListener('scroll', follow, { capture: true })
      window.removeEventListener('resize', follow)
      takeOut(frame)
    },
  }
}

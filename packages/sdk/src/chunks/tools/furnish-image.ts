/** Images of an article: a click or Enter shows one over the whole window; one that does not arrive says what it would show. */
import type { Runtime } from '../../runtime.ts'
import { button, element, icon } from '../../ui/element.ts'
import type { ToolTranslate } from './tool-words.ts'

export interface ImageTools {
  runtime: Runtime
  t: ToolTranslate
  later(work: Promise<unknown>): void
}

/** px; smaller ones are signs in a sentence, and show nothing more when they grow */
const smallestPicture = 96

/** @returns closes what it opened */
export function furnishImage(image: HTMLImageElement, { runtime, t, later }: ImageTools): () => void {
  const { alt } = image
  let close = () => {}
  /** what stands in the place of the image */
  let shown: HTMLElement = image

  function put(next: HTMLElement): void {
    const hadFocus = shown.contains(runtime.root.activeElement)
    shown.replaceWith(next)
    shown = next
    if (hadFocus) (next.querySelector('button') ?? next).focus({ preventScroll: true })
  }

  function showPicture(): void {
    if (image.closest('a,button') || Math.min(image.naturalWidth, image.naturalHeight) < smallestPicture) {
      if (shown !== image && !shown.contains(image)) put(image)
      return
    }
    const label = alt ? t('image.enlarge', { alt }) : t('image.enlargeUnnamed')
    const fetchZoom = () => void runtime.load('zoom').catch(() => {})
    const trigger = element('button', {
      type: 'button',
      className: 'enlarge',
      ariaLabel: label,
      onpointerenter: fetchZoom,
      onfocus: fetchZoom,
      onclick: () =>
        later(
          runtime.load('zoom').then(({ openZoom }) => {
            if (trigger.isConnected) close = openZoom(runtime, image, trigger)
          }),
        ),
    })
    put(trigger)
    trigger.append(
      image,
      icon('M8.7 14.4a5.7 5.7 0 1 0 0-11.4 5.7 5.7 0 0 0 0 11.4Zm4.1-1.6L17 17M8.7 6.2v5M6.2 8.7h5'),
    )
  }

  function showMissing(): void {
    const retry = button('link', t('retry'), () => {
      retry.textContent = t('image.loading')
      // The same address again: what failed is asked for anew.
      image.src = `${image.src}`
    })
    const words = alt ? t('image.missing', { alt }) : t('image.missingUnnamed')
    put(element('span', { className: 'missing' }, element('span', {}, words), retry))
  }

  image.onload = showPicture
  image.onerror = showMissing
  if (image.complete && image.src) {
    if (image.naturalWidth) showPicture()
    else showMissing()
  }
  return () => {
    image.onload = image.onerror = null
    close()
  }
}

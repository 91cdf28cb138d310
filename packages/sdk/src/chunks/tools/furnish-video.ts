/** A video the page's policy or the browser refuses can still be watched in a tab of its own. */
import { element } from '../../ui/element.ts'
import type { ToolTranslate } from './tool-words.ts'

export function furnishVideo(video: HTMLVideoElement, t: ToolTranslate): void {
  const showMissing = () => {
    const href = video.src
    const link = element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, t('video.open'))
    const words = [video.ariaLabel, t('video.missing')].filter(Boolean).join('. ')
    video.replaceWith(element('span', { className: 'missing' }, element('span', {}, words), link))
  }
  video.onerror = showMissing
  if (video.error) showMissing()
}

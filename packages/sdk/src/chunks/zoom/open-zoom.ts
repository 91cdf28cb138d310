/**
 * An image over the whole window: the browser's own modal dialog, so that it stands above the panel and above the page's own modal
 * dialogs, keeps the focus and gives it back, and closes at Escape. Wheel, two fingers, + and − come closer; a drag or the arrows move.
 */
import type { Runtime } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { element, icon } from '../../ui/element.ts'
import { translator } from '../../ui/translate.ts'
import { followPointers } from './follow-pointers.ts'
import { fitted, maxScale, type Pose, panBy, zoomAt } from './pan-zoom.ts'
import zoomCss from './zoom.css?inline'
import { zoomWords } from './zoom-words.ts'

/** of one press of a key or button */
const step = 1.5
/** px of one press of an arrow */
const stride = 80
const middle = { x: 0, y: 0 }

/**
 * @param source the image in the article
 * @param trigger gets the focus back
 * @returns closes it
 */
export function openZoom(runtime: Runtime, source: HTMLImageElement, trigger: HTMLElement): () => void {
  adoptStyles(runtime.root, zoomCss)
  const t = translator(zoomWords, runtime.locale)
  const { alt, src } = source
  let pose = fitted

  const image = element('img', { alt, draggable: false, referrerPolicy: 'no-referrer', src })
  const stage = element('div', { className: 'stage' }, image)
  const told = element('span', { role: 'status' })
  const tool = (ariaLabel: string, path: string, onclick: () => void) =>
    element('button', { type: 'button', className: 'tool', ariaLabel, title: ariaLabel, onclick }, icon(path))
  const farther = tool(t('farther'), 'M4.5 10h11', () => tell(zoomAt(pose, 1 / step, middle, frame())))
  const closer = tool(t('closer'), 'M4.5 10h11M10 4.5v11', () => tell(zoomAt(pose, step, middle, frame())))
  const closing = tool(t('close'), 'm5 5 10 10M15 5 5 15', () => dialog.close())
  const dialog = element(
    'dialog',
    { className: 'fanal zoom', ariaLabel: alt || t('title'), lang: runtime.locale, dir: 'ltr' },
    element('div', { className: 'tools' }, told, farther, closer, closing),
    stage,
    !!alt && element('p', { 'aria-hidden': 'true' }, alt),
  )

  const frame = () => ({
    stage: { width: stage.clientWidth, height: stage.clientHeight },
    image: { width: image.clientWidth, height: image.clientHeight },
  })

  function show(next: Pose): void {
    pose = next
    image.style.transform = `translate(${pose.x}px,${pose.y}px) scale(${pose.scale})`
    stage.classList.toggle('larger', pose.scale > 1)
    farther.ariaDisabled = `${pose.scale <= 1}`
    closer.ariaDisabled = `${pose.scale >= maxScale}`
  }

  /** The person pressed something, instead of watching a finger move: then it is also said. */
  function tell(next: Pose): void {
    show(next)
    told.textContent = t('scale', { percent: Math.round(pose.scale * 100) })
  }

  const keys: Record<string, () => void> = {
    '+': () => closer.click(),
    '=': () => closer.click(),
    '-': () => farther.click(),
    0: () => tell(fitted),
    ArrowLeft: () => show(panBy(pose, stride, 0, frame())),
    ArrowRight: () => show(panBy(pose, -stride, 0, frame())),
    ArrowUp: () => show(panBy(pose, 0, stride, frame())),
    ArrowDown: () => show(panBy(pose, 0, -stride, frame())),
  }
  dialog.onkeydown = (event) => {
    const press = keys[event.key]
    if (!press || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    press()
  }
  const stopPointers = followPointers(stage, {
    onDrag: (dx, dy) => show(panBy(pose, dx, dy, frame())),
    onPinch: (factor, at) => show(zoomAt(pose, factor, at, frame())),
    onTap(at, target) {
      if (target === image) tell(pose.scale > 1 ? fitted : zoomAt(pose, 2.5, at, frame()))
      else dialog.close()
    },
  })
  const resized = new ResizeObserver(() => show(panBy(pose, 0, 0, frame())))
  const stopReset = runtime.on('reset', end)

  function end(): void {
    if (!dialog.isConnected) return
    stopReset()
    stopPointers()
    resized.disconnect()
    dialog.close()
    dialog.remove()
    trigger.focus({ preventScroll: true })
  }

  dialog.onclose = end
  runtime.root.append(dialog)
  dialog.showModal()
  closing.focus()
  resized.observe(stage)
  show(fitted)
  return end
}

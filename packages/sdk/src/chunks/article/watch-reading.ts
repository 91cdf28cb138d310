/** Watches one article being read, second by second while the panel is open, until it counts as read. */
import type { Runtime } from '../../runtime.ts'
import { isRead, notRead, readOn } from './reading.ts'

const glanceEveryMs = 1000

/**
 * @param onRead told once, with the active time so far in ms
 * @returns ends the watch
 */
export function watchReading(runtime: Runtime, article: HTMLElement, onRead: (activeMs: number) => void): () => void {
  let reading = notRead
  let timer: ReturnType<typeof setInterval> | undefined
  let lastAt = 0

  const pause = () => clearInterval(timer)
  const go = () => {
    pause()
    if (isRead(reading)) return
    lastAt = performance.now()
    timer = setInterval(glance, glanceEveryMs)
  }
  const glance = () => {
    const now = performance.now()
    const box = article.getBoundingClientRect()
    const view = article.closest('.view')?.getBoundingClientRect()
    if (view)
      reading = readOn(reading, {
        // A machine that slept did not read.
        elapsedMs: Math.min(now - lastAt, 2 * glanceEveryMs),
        active: document.visibilityState === 'visible' && box.height > 0,
        // In a low window the panel scrolls as a whole: the view goes on below the edge.
        visibleUntil: Math.min(view.bottom, innerHeight) - box.top,
        articleHeight: box.height,
      })
    lastAt = now
    if (!isRead(reading)) return
    pause()
    onRead(Math.round(reading.activeMs))
  }

  go()
  const undos = [runtime.on('panel_opened', go), runtime.on('panel_closed', pause), pause]
  return () => {
    for (const undo of undos) undo()
  }
}

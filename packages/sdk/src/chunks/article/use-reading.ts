/** Watches one article being read, second by second while the panel is open, until it counts as read. */
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Runtime } from '../../runtime.ts'
import { isRead, notRead, readOn } from './reading.ts'

const glanceEveryMs = 1000

/** @param onRead told once, with the active time so far in ms */
export function useReading(
  runtime: Runtime,
  article: RefObject<HTMLElement | null>,
  onRead: (activeMs: number) => void,
): void {
  const reading = useRef(notRead)
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined
    let lastAt = 0
    const pause = () => clearInterval(timer)
    const go = () => {
      pause()
      if (isRead(reading.current)) return
      lastAt = performance.now()
      timer = setInterval(glance, glanceEveryMs)
    }
    const glance = () => {
      const now = performance.now()
      const box = article.current?.getBoundingClientRect()
      const view = article.current?.closest('.view')?.getBoundingClientRect()
      if (box && view)
        reading.current = readOn(reading.current, {
          // A machine that slept did not read.
          elapsedMs: Math.min(now - lastAt, 2 * glanceEveryMs),
          active: document.visibilityState === 'visible' && box.height > 0,
          visibleUntil: view.bottom - box.top,
          articleHeight: box.height,
        })
      lastAt = now
      if (!isRead(reading.current)) return
      pause()
      onRead(Math.round(reading.current.activeMs))
    }
    go()
    const undos = [runtime.on('panel_opened', go), runtime.on('panel_closed', pause), pause]
    return () => {
      for (const undo of undos) undo()
    }
  }, [runtime, article, onRead])
}

/** Watches one article being read, second by second while the panel is open, until it counts as read. */
import type { RefObject } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { PanelOpenContext } from '../../ui/panel-open.ts'
import { isRead, notRead, readOn } from './reading.ts'

const glanceEveryMs = 1000

/** @param onRead told once, with the active time so far in ms */
export function useReading(article: RefObject<HTMLElement | null>, onRead: (activeMs: number) => void): void {
  const isOpen = useContext(PanelOpenContext)
  const reading = useRef(notRead)
  useEffect(() => {
    if (!isOpen || isRead(reading.current)) return
    let lastAt = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      const box = article.current?.getBoundingClientRect()
      const view = article.current?.closest('.view')?.getBoundingClientRect()
      if (box && view)
        reading.current = readOn(reading.current, {
          // A machine that slept did not read.
          elapsedMs: Math.min(now - lastAt, 2 * glanceEveryMs),
          active: document.visibilityState === 'visible',
          visibleUntil: view.bottom - box.top,
          articleHeight: box.height,
        })
      lastAt = now
      if (!isRead(reading.current)) return
      clearInterval(timer)
      onRead(Math.round(reading.current.activeMs))
    }, glanceEveryMs)
    return () => clearInterval(timer)
  }, [isOpen, article, onRead])
}

/** Simulated work that takes a while: a bar that fills, then what happens at the end. */
import { useEffect, useRef, useState } from 'preact/hooks'

const stepMs = 100

/**
 * @param durationMs from start to end, milliseconds
 * @returns percent done, or null when nothing runs; leaving the screen stops the work
 */
export function useProgress(durationMs: number) {
  const [percent, setPercent] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setInterval>>(undefined)
  useEffect(() => () => clearInterval(timer.current), [])
  const start = (onEnd: () => void) => {
    clearInterval(timer.current)
    let elapsedMs = 0
    setPercent(0)
    timer.current = setInterval(() => {
      elapsedMs += stepMs
      if (elapsedMs < durationMs) {
        setPercent((elapsedMs / durationMs) * 100)
        return
      }
      clearInterval(timer.current)
      setPercent(null)
      onEnd()
    }, stepMs)
  }
  return { percent, start }
}

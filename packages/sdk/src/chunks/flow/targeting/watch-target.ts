/**
 * Keeps looking for a step's target while the step is shown: late, replaced, hidden and back again.
 * Wakes on changes of the page. What shows itself without one (a style sheet, the end of a scripted animation) is found by looking again a few times;
 * after that, and once the target is found, nothing runs while nothing changes.
 */
import type { FlowTarget } from '@fanal/contract'
import { findTarget, type TargetResult } from './find-target.ts'
import { type Root, searchRoots } from './search-roots.ts'

/** While the target is there, a page that changes all the time is looked at this often, milliseconds. */
const restMs = 120
/** While it is not, it is looked for again after so long, milliseconds, and so many times. */
const againMs = 500
const maxAgain = 12

/**
 * Calls `onResult` with the first result at once, then with each one that differs.
 *
 * @returns stops watching
 */
export function watchTarget(target: FlowTarget, onResult: (result: TargetResult) => void): () => void {
  let last: TargetResult | undefined
  const look = (roots: Root[]) => {
    const result = findTarget(target, roots)
    if (last && isSame(last, result)) return
    last = result
    onResult(result)
  }
  return watchPage(look, () => last?.status === 'found')
}

function isSame(a: TargetResult, b: TargetResult): boolean {
  if (a.status === 'found' && b.status === 'found') return a.element === b.element && a.anchor === b.anchor
  return a.status === b.status
}

/**
 * Runs `look` at once and after changes of the host page: in the next frame, or after a rest while `isCalm` says so.
 *
 * @returns stops watching
 */
export function watchPage(look: (roots: Root[]) => void, isCalm: () => boolean): () => void {
  const views = new Map<Root, () => void>()
  let frame = 0
  let timer = 0
  let again = 0
  let tries = 0
  const observer = new MutationObserver(() => wake())
  const wake = () => {
    if (frame || timer) return
    if (isCalm()) timer = window.setTimeout(run, restMs)
    else frame = requestAnimationFrame(run)
  }
  const run = () => {
    frame = 0
    timer = 0
    clearTimeout(again)
    look(attach())
    if (!isCalm() && tries++ < maxAgain) again = window.setTimeout(wake, againMs)
  }
  const attach = () => {
    const roots = searchRoots()
    for (const root of roots) {
      if (views.has(root)) continue
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
      const controller = new AbortController()
      const options = { capture: true, passive: true, signal: controller.signal }
      for (const name of ['transitionend', 'animationend', 'toggle', 'load', 'scrollend', 'change'])
        root.addEventListener(name, wake, options)
      views.set(root, () => controller.abort())
    }
    return roots
  }
  window.addEventListener('resize', wake)
  run()
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    clearTimeout(again)
    observer.disconnect()
    window.removeEventListener('resize', wake)
    for (const undo of views.values()) undo()
  }
}

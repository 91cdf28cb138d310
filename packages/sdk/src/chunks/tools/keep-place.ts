/** Remembers on the device how far an article was read, so that it can be gone on with: as the person scrolls, at most once a second. */
import type { Article } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'

const restMs = 1000

/**
 * @param read what there is to read, without what follows it
 * @returns ends it; what was scrolled last is still kept
 */
export function keepPlace(runtime: Runtime, { id, title }: Article, read: HTMLElement): () => void {
  const view = read.closest('.view')
  let timer: ReturnType<typeof setTimeout> | undefined
  let share = 0

  function onScroll(): void {
    const { top, height } = read.getBoundingClientRect()
    // Not on screen: the panel is closed.
    if (!view || !height) return
    share = Math.min(1, Math.max(0, (view.getBoundingClientRect().bottom - top) / height))
    timer ??= setTimeout(keep, restMs)
  }

  function keep(): void {
    clearTimeout(timer)
    timer = undefined
    const now = share
    void runtime.guard(async () => (await runtime.memory())?.setPlace({ id, title }, now))
  }

  view?.addEventListener('scroll', onScroll, { passive: true })
  return () => {
    view?.removeEventListener('scroll', onScroll)
    if (timer !== undefined) keep()
  }
}

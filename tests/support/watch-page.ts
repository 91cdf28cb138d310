/**
 * Keeps book, from before the page's first script, of what a script can leave running: timers, animation frames, observers. The browser
 * has no counter for them.
 */
import type { Page } from 'playwright'

declare global {
  interface Window {
    /** what waits or observes now, each with the call that made it */
    leftRunning(): string[]
  }
}

export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const running = new Map<unknown, string>()
    window.leftRunning = () => [...running.values()]

    const wrapTimer = (start: 'setTimeout' | 'setInterval' | 'requestAnimationFrame', stop: string) => {
      const page = window as unknown as Record<string, (...args: unknown[]) => unknown>
      const [begin, end] = [page[start], page[stop]]
      if (!begin || !end) throw new Error(`this browser has no ${start}`)
      const kindOf = (id: unknown) => `${start} ${id}`
      page[start] = (run, ...rest) => {
        const id: unknown = begin.call(
          window,
          (...args: unknown[]) => {
            if (start !== 'setInterval') running.delete(kindOf(id))
            return (run as (...args: unknown[]) => unknown)(...args)
          },
          ...rest,
        )
        running.set(kindOf(id), `${start}(${String(run).slice(0, 80)}, ${rest[0] ?? ''})`)
        return id
      }
      page[stop] = (id) => {
        running.delete(kindOf(id))
        return end.call(window, id)
      }
    }
    wrapTimer('setTimeout', 'clearTimeout')
    wrapTimer('setInterval', 'clearInterval')
    wrapTimer('requestAnimationFrame', 'cancelAnimationFrame')

    for (const observer of [MutationObserver, ResizeObserver, IntersectionObserver, PerformanceObserver]) {
      const { prototype, name } = observer as { prototype: MutationObserver; name: string }
      const { observe, disconnect } = prototype
      prototype.observe = function (...args) {
        running.set(this, name)
        return observe.apply(this, args)
      }
      prototype.disconnect = function () {
        running.delete(this)
        return disconnect.call(this)
      }
    }
  })
}

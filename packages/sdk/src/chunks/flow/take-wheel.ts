/**
 * One tab drives the flows. A copy of a tab, or a window that the host opens, has a copy of the progress too, and must not show the same step twice.
 * Rests on the Web Locks API: the lock of a tab that is closed goes by itself. Where there is none, every tab drives.
 */
export interface Wheel {
  /**
   * @param takesOver the person asked for a flow in this tab: another that drives stops
   * @returns whether this tab drives now
   */
  take(takesOver: boolean): Promise<boolean>
  release(): void
}

/** How long a page waits for the one before it in the same tab to be gone, milliseconds. */
const patienceMs = 1500

/** @param onTaken another tab took over */
export function openWheel(name: string, onTaken: () => void): Wheel {
  let turn = 0
  let letGo = () => {}
  const release = () => {
    turn += 1
    letGo()
  }
  return {
    release,
    take(takesOver) {
      release()
      const mine = turn
      let drives = false
      const options = takesOver ? { steal: true } : { signal: AbortSignal.timeout(patienceMs) }
      return new Promise((resolve) => {
        const drive = () =>
          new Promise<void>((done) => {
            drives = mine === turn
            resolve(drives)
            if (drives) letGo = done
            else done()
          })
        if (!navigator.locks) resolve(true)
        else
          navigator.locks.request(name, options, drive).catch(() => {
            resolve(false)
            if (drives && mine === turn) onTaken()
          })
      })
    },
  }
}

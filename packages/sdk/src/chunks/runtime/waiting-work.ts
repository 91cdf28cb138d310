/**
 * Remembers that work waits for the next page view: signals not yet sent, a flow half done. Boot looks for this one entry and
 * wakes the runtime where it finds it; without it a page view loads and stores nothing.
 */
export interface WaitingWork {
  has(chunk: string): boolean
  set(chunk: string, wanted: boolean): void
  /**
   * Takes away what any part of the widget keeps under `<storageKey>:…`, in this tab and on the device. Signals that wait, and what the
   * memory holds, have more to go than an entry: theirs goes when they have.
   */
  clear(): void
}

/** @param mayStore whether anything may be kept on the device now */
export function rememberWork(storageKey: string, mayStore: () => boolean): WaitingWork {
  const read = (): Set<string> => {
    try {
      return new Set(localStorage.getItem(storageKey)?.split(' '))
    } catch {
      // Without storage nothing waits.
      return new Set()
    }
  }
  function set(chunk: string, wanted: boolean): void {
    const chunks = read()
    if (wanted && mayStore()) chunks.add(chunk)
    else if (!chunks.delete(chunk)) return
    try {
      if (chunks.size) localStorage.setItem(storageKey, [...chunks].join(' '))
      else localStorage.removeItem(storageKey)
    } catch {
      // Full: then the work waits for the next use.
    }
  }
  return {
    has: (chunk) => read().has(chunk),
    set,
    clear() {
      set('flow', false)
      try {
        for (const storage of [localStorage, sessionStorage])
          for (const name of Object.keys(storage))
            if (name.startsWith(`${storageKey}:`) && !name.endsWith(':memory')) storage.removeItem(name)
      } catch {
        // Blocked: nothing could be kept, so nothing is there.
      }
    },
  }
}

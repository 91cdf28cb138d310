/**
 * Remembers that work waits for the next page view: signals not yet sent, a flow half done. Boot looks for this one entry and
 * wakes the runtime where it finds it; without it a page view loads and stores nothing.
 */
export interface WaitingWork {
  has(chunk: string): boolean
  set(chunk: string, wanted: boolean): void
  forget(): void
}

/** @param mayKeep whether anything may be kept on the device now */
export function rememberWork(storageKey: string, mayKeep: () => boolean): WaitingWork {
  const read = (): string[] => {
    try {
      return (localStorage.getItem(storageKey) ?? '').split(' ').filter(Boolean)
    } catch {
      return []
    }
  }
  const write = (chunks: string[]) => {
    try {
      if (chunks.length) localStorage.setItem(storageKey, chunks.join(' '))
      else localStorage.removeItem(storageKey)
    } catch {
      // No storage: then nothing waits either.
    }
  }
  return {
    has: (chunk) => read().includes(chunk),
    set(chunk, wanted) {
      const chunks = read()
      if (chunks.includes(chunk) === wanted || (wanted && !mayKeep())) return
      write(wanted ? [...chunks, chunk] : chunks.filter((other) => other !== chunk))
    },
    forget: () => write([]),
  }
}

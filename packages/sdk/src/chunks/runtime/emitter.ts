/** Who listens to what the widget reports. A listener that throws stops nobody else. */
export type Listener = (detail: unknown) => void

export interface Emitter {
  on(name: string, listener: Listener): () => void
  off(name: string, listener: Listener): void
  emit(name: string, detail?: unknown): void
}

/** @param onThrow told what a listener threw */
export function createEmitter(onThrow: (problem: unknown, name: string) => void): Emitter {
  const listeners = new Map<string, Set<Listener>>()
  const off = (name: string, listener: Listener) => {
    listeners.get(name)?.delete(listener)
  }
  return {
    on(name, listener) {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener))
      return () => off(name, listener)
    },
    off,
    emit(name, detail) {
      for (const listener of [...(listeners.get(name) ?? [])]) {
        try {
          listener(detail)
        } catch (problem) {
          onThrow(problem, name)
        }
      }
    },
  }
}

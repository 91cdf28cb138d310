/** Who listens to what the widget reports. A listener that throws stops nobody else. */
export type Listener = (detail: unknown) => void

export interface Emitter {
  on(name: string, listener: Listener, once?: boolean): () => void
  off(name: string, listener: Listener): void
  emit(name: string, detail?: unknown): void
}

/** @param onThrow told what a listener threw */
export function createEmitter(onThrow: (problem: unknown, name: string) => void): Emitter {
  const byName = new Map<string, Map<Listener, boolean>>()
  const off = (name: string, listener: Listener) => byName.get(name)?.delete(listener)
  return {
    on(name, listener, once = false) {
      byName.set(name, (byName.get(name) ?? new Map()).set(listener, once))
      return () => off(name, listener)
    },
    off,
    emit(name, detail) {
      for (const [listener, once] of [...(byName.get(name) ?? [])]) {
        if (once) off(name, listener)
        try {
          listener(detail)
        } catch (problem) {
          onThrow(problem, name)
        }
      }
    },
  }
}

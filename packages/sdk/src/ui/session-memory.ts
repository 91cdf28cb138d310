/**
 * State that outlives a view but not the visit: in memory, one per widget, forgotten at `reset` (log out) and with the page.
 */
import type { Runtime } from '../runtime.ts'

/** @returns gives the widget's own state, made on first use */
export function sessionMemory<T>(create: () => T): (runtime: Runtime) => T {
  const kept = new WeakMap<Runtime, { value: T }>()
  return (runtime) => {
    const known = kept.get(runtime)
    if (known) return known.value
    const fresh = { value: create() }
    kept.set(runtime, fresh)
    const stopListening = runtime.on('reset', () => {
      kept.delete(runtime)
      stopListening()
    })
    runtime.onDestroy(stopListening)
    return fresh.value
  }
}

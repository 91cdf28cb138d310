/** Long work on the server's only thread, in slices: between two of them whoever asks is answered. */
import { setImmediate } from 'node:timers/promises'

/** A search takes about as long. */
const sliceMs = 10

/**
 * Runs steps to their end.
 *
 * @returns what they return
 * @throws what they throw
 */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (let until = performance.now() + sliceMs; ; ) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() < until) continue
    await setImmediate()
    until = performance.now() + sliceMs
  }
}

/** The chunks of the views, loaded when a view is first shown; one that cannot be loaded is tried again when it is asked for again. */
import type { Chunks, View } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'

export type ViewChunk = Exclude<View['kind'], 'home'>

export interface ViewChunks {
  /** there at once when a view is shown again */
  readonly loaded: Partial<Chunks>
  readonly failed: Set<string>
  want(name: ViewChunk): void
}

/** @param onChange called when a chunk has arrived or failed */
export function createViewChunks(runtime: Runtime, onChange: () => void): ViewChunks {
  const loaded: Partial<Chunks> = {}
  const failed = new Set<string>()
  return {
    loaded,
    failed,
    want(name) {
      if (loaded[name]) return
      failed.delete(name)
      runtime
        .load(name)
        .then(
          (chunk) => void Object.assign(loaded, { [name]: chunk }),
          () => void failed.add(name),
        )
        .then(onChange)
    },
  }
}

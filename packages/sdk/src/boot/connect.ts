/**
 * Turns calls into a widget: one at a time for a page. Given to the loader and to the npm entry.
 */
import type { InitOptions } from '../types.ts'
import type { Dispatch } from './place.ts'
import { type StartedWidget, startWidget } from './widget.ts'

/** A host may reuse the object it gave; what it meant is what it held now. What cannot be copied, such as an event or a reactive proxy, is taken as it is. */
function copy(value: unknown): unknown {
  try {
    return typeof value === 'object' ? structuredClone(value) : value
  } catch {
    return value
  }
}

/**
 * @param defaultHost origin of the Fanal server where `init` names none
 * @param leave called after `destroy`, so that the caller gives up its own place in the page
 */
export function connect(defaultHost: string, leave: () => void): Dispatch {
  let widget: StartedWidget | undefined
  return (...args) => {
    try {
      const [verb, options = {} as InitOptions] = args as [string, InitOptions?]
      if (verb === 'destroy') {
        widget?.destroy()
        widget = undefined
        leave()
      } else if (verb !== 'init') return widget?.run(args.map(copy))
      else if (!widget) widget = startWidget(options, (options.host ?? defaultHost).replace(/\/$/, ''))
      else if (widget.key !== options.key) throw Error(`already started with ${widget.key}`)
    } catch (problem) {
      // biome-ignore lint/suspicious/noConsole: a wrong `init` has nowhere else to be told
      console.error('fanal:', problem)
    }
    return undefined
  }
}

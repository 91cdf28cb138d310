/**
 * The loader's work: takes over the calls made so far, brings in boot with the first `init`, and hands everything over in order.
 * Its bytes are fetched often (short cache), boot's once (its name is its content): so what can stand in boot does.
 */
import type { InitOptions } from '../types.ts'
import type * as Boot from './connect.ts'
import { type Dispatch, type FanalDocument, place } from './place.ts'

export interface FanalGlobal extends Dispatch {
  q?: Iterable<ArrayLike<unknown>> | { push(args: ArrayLike<unknown>): void }
}

/**
 * @param data attributes of the script tag: with `data-key` they are the options of `init`
 * @param home origin of the script
 * @param load imports boot in the language `init` asks for; tried twice
 */
export function takeOver(data: DOMStringMap, home: string, load: (locale?: string) => Promise<typeof Boot>): void {
  const page = window as { fanal?: FanalGlobal | undefined }
  const root = document as FanalDocument
  const running = root[place]
  const options = { ...data }
  if (running) {
    if (options.key) running('init', options)
    return
  }

  // A page may call something of its own so, and an element with this id is a global too: theirs to keep.
  const taken = page.fanal && typeof page.fanal !== 'function'
  const snippet = taken ? undefined : page.fanal
  const calls = [...((snippet?.q ?? []) as Iterable<ArrayLike<unknown>>)]
  let dispatch: Dispatch | undefined
  let loading: Promise<void> | undefined

  const start = () => {
    const first = calls.findIndex((call) => call[0] === 'init')
    if (loading || first < 0) return
    calls.unshift(...calls.splice(first, 1))
    const locale = (calls[0]?.[1] as InitOptions | undefined)?.locale
    loading = load(locale)
      .catch(() => load(locale))
      .then(({ connect }) => {
        const run = connect(home, () => {
          // The next init may ask for another language.
          dispatch = loading = undefined
          // With the snippet in the page the name is the host's: it stays, and so does the way to a new init.
          if (snippet) return
          delete root[place]
          if (!taken) delete page.fanal
        })
        // Calls made while these run wait for their turn.
        for (let call = calls.shift(); call; call = loading && calls.shift()) run(...Array.from(call))
        if (loading) dispatch = run
        else start()
      })
      // biome-ignore lint/suspicious/noConsole: the one warning a host sees when Fanal cannot be loaded
      .catch((problem) => console.warn('fanal:', problem))
  }

  const fanal: FanalGlobal = (...args) => {
    if (dispatch) return dispatch(...args)
    calls.push(args)
    return start()
  }
  // Who kept a reference to the snippet's function still pushes to `fanal.q`.
  fanal.q = { push: (args) => fanal(...Array.from(args)) }
  root[place] = fanal
  if (!taken) page.fanal = fanal
  if (options.key) calls.unshift(['init', options])
  start()
}

/**
 * The loader, `fanal.js`: a classic script that takes over the calls made so far and brings in boot.
 * Its bytes are fetched often (short cache), boot's once (its name is its content): so what can stand in boot does.
 */
import { type Dispatch, type FanalDocument, place } from './boot/place.ts'

/** path of boot relative to this script, set by the build */
declare const __FANAL_BOOT__: string

interface FanalGlobal extends Dispatch {
  q?: Iterable<ArrayLike<unknown>> | { push(args: ArrayLike<unknown>): void }
}

const page = window as { fanal?: FanalGlobal | undefined }
const root = document as FanalDocument
const script = document.currentScript as HTMLScriptElement
const running = root[place]
const options = { ...script.dataset }

if (running) {
  if (options.key) running('init', options)
} else takeOver()

function takeOver(): void {
  const snippet = page.fanal
  const calls = [...((snippet?.q ?? []) as Iterable<ArrayLike<unknown>>)]
  let dispatch: Dispatch | undefined
  let loading: Promise<void> | undefined
  // Said in full: in a script from another origin import() has no base of its own.
  const boot = new URL(__FANAL_BOOT__, script.src)
  const load = (): Promise<typeof import('./boot/connect.ts')> => import(/* @vite-ignore */ boot.href)

  const start = () => {
    const first = calls.findIndex((call) => call[0] === 'init')
    if (loading || first < 0) return
    calls.unshift(...calls.splice(first, 1))
    loading = load()
      .catch(load)
      .then(({ connect }) => {
        const run = connect(boot.origin, () => {
          // With the snippet in the page the name is the host's: it stays, and so does the way to a new init.
          if (snippet) return
          delete root[place]
          delete page.fanal
        })
        for (let call = calls.shift(); call; call = calls.shift()) run(...Array.from(call))
        dispatch = run
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
  root[place] = page.fanal = fanal
  if (options.key) calls.unshift(['init', options])
  start()
}

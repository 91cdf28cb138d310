/**
 * One running widget before its first use: host element, launcher, config, and the calls that wait for the runtime chunk.
 * Small on purpose: this is what every page view of the host pays for. It stores nothing and sends nothing but the config
 * request. Whatever is not needed before the first click stands in chunks/runtime.
 */
import type { OpenedBy, WidgetConfig, WidgetSettings } from '@fanal/contract'
import type { RuntimeHandle } from '../chunks/runtime/entry.ts'
import type { WidgetLocale } from '../runtime.ts'
import type { InitOptions } from '../types.ts'
import { chooseLocale } from './choose-locale.ts'
import { createLauncher, styleRoot } from './launcher.ts'
import { loadPanel, loadRuntime } from './load-first.ts'

/** A verb as it was called. */
export interface Call {
  args: readonly unknown[]
  /** milliseconds since the epoch */
  at: number
  /** path and fragment of the page at that moment, as they are; folded before they go anywhere */
  path: string
  by: OpenedBy
  /** what the verb gave back, once it has run */
  result?: unknown
}

/** What boot hands to the runtime chunk, and shares with it. */
export interface Widget {
  readonly options: InitOptions
  readonly host: string
  readonly root: ShadowRoot
  readonly locale: WidgetLocale
  /** ends with the widget; every listener hangs on it */
  readonly life: AbortSignal
  launcher: HTMLElement | null
  /** undefined until the request has come to an end; null where it gave nothing */
  config?: WidgetConfig | null
  /** area with a topic around the last click or focus in the page */
  area?: HTMLElement | null
  /** set by the runtime: called when route, action or config changed */
  changed?: () => void
}

export interface StartedWidget {
  readonly key: string
  run(args: readonly unknown[], by?: OpenedBy): unknown
  destroy(): void
}

/**
 * Calls that only set something: they wait for the first use instead of causing it. By their first letters, to save bytes: identify,
 * page, context, consent('granted'), suggest, close, milestone, on, once, off, fault. `reset` and consent('denied') do not wait: what the device keeps
 * of the person has to go now, whoever comes next. What is no verb wakes the runtime, which says so.
 */
const quietVerbs = /^(id|p|conte|consent,g|su|cl|m|o[nf]|fa)/

/** So many quiet calls in memory are too many: the runtime takes them in, still without storing or sending anything. */
const maxWaiting = 99

/** The launcher waits for its settings, but not for long. */
const configTimeoutMs = 4000

/** Chromium alone says so. */
type Connected = { connection?: { saveData?: boolean } }

export function startWidget(options: InitOptions, host: string): StartedWidget {
  const end = new AbortController()
  const life = end.signal
  // On the window, on the way down, a page that stops events cannot stop them for others.
  const capture = { capture: true, signal: life }
  const element = document.createElement('fanal-help')
  let calls: Call[] = []
  let runtime: RuntimeHandle | undefined
  let waking: Promise<void> | undefined
  /** the document, and the shadow roots of the page around the last action, innermost first */
  let roots: (Document | ShadowRoot)[] = [document]

  const widget: Widget = {
    options,
    host,
    root: element.attachShadow({ mode: 'open' }),
    locale: chooseLocale(options.locale),
    life,
    launcher: null,
  }

  const wake = () => {
    waking ??= loadRuntime()
      .catch(loadRuntime)
      .then(({ startRuntime }) => {
        if (life.aborted) return
        const started = startRuntime(widget)
        // Calls made while these run wait for their turn.
        for (let call = calls.shift(); call; call = calls.shift()) call.result = started.run(call)
        runtime = started
      })
      .catch((problem) => {
        waking = undefined
        calls = calls.filter(isQuiet)
        // biome-ignore lint/suspicious/noConsole: the one warning a host sees when a chunk cannot be loaded
        console.warn('fanal:', problem)
      })
    return waking
  }

  const isQuiet = ({ args }: Call) => quietVerbs.test(`${args}`)

  const run: StartedWidget['run'] = (args, by = 'api') => {
    const call: Call = { args, at: Date.now(), path: location.pathname + location.hash, by }
    const [verb, name, listener] = args
    let result: unknown
    if (runtime) result = runtime.run(call)
    else if (calls.push(call) > maxWaiting || !isQuiet(call) || name === 'ready')
      result = wake().then(() => call.result)
    return /^on/.test(verb as string) ? () => run(['off', name, listener]) : result
  }

  /** No fault of ours reaches the host. */
  const guard =
    <T>(entry: (argument: T) => void) =>
    (argument: T) => {
      try {
        life.aborted || entry(argument)
      } catch (problem) {
        run(['fault', problem])
      }
    }

  /** The widget stands at home, and in an open modal dialog of the page, outside of which all is inert. Also after the page threw it out. */
  const stand = () => {
    const dialogs = roots.map((root) => [...root.querySelectorAll('dialog:modal')].pop())
    const places = [...dialogs, options.container, document.documentElement]
    // What is no element, such as a selector, is passed over; the runtime says so.
    const place = places.find((one) => one?.append) as Element
    if (element.parentNode === place) return
    place.append(element)
    element.showPopover?.()
    // Of a dialog in a shadow root the window does not hear.
    place.addEventListener('close', onChange, capture)
  }

  const onChange = guard(() => {
    stand()
    widget.changed?.()
    const { errors, flows } = widget.config ?? {}
    // A first look, at errors on screen and by the fixed start of a flow's page glob; the runtime looks closer.
    if (
      (errors && document.querySelector('[role=alert]:not(:empty)')) ||
      flows?.some(({ start: { page = '' } }) => `${location.pathname}/`.startsWith(page.replace(/[:*].*/, '')))
    )
      wake()
  })

  const onAction = guard((event: Event) => {
    const target = event.target as HTMLElement
    const path = event.composedPath()
    // Two impatient clicks before the chunks have come are one wish.
    if (event.type === 'click' && path.includes(widget.launcher as EventTarget))
      run([runtime ? 'toggle' : 'open'], 'launcher')
    if (path.includes(element) || !target.closest) return
    // Of nodes these alone have such a number.
    roots = (path as ShadowRoot[]).filter(({ nodeType }) => nodeType > 8)
    widget.area = target.closest<HTMLElement>('[data-fanal-topic]')
    const link = target.closest<HTMLElement>('[data-fanal-open],[data-fanal-article],[data-fanal-flow]')
    if (link && event.type === 'click') {
      run(['link', { ...link.dataset }], 'link')
      // A link does not navigate, nor does a button submit.
      event.preventDefault()
    }
    // After the host's own handlers: this is how a changed route is seen where there is no Navigation API. And when its server has had time to refuse.
    setTimeout(onChange)
    setTimeout(onChange, 1500)
  })

  const show = guard((config: WidgetConfig | null) => {
    widget.config = config
    const settings: WidgetSettings = { ...config?.widget, ...(options.launcher as object) }
    styleRoot(widget.root, settings.accent)
    const own = options.launcher
    if (own instanceof HTMLElement) widget.launcher = own
    else if (own !== false && own !== 'none' && settings.launcher !== 'none') {
      const launcher = createLauncher(settings, chooseLocale(options.locale) === 'fr' ? 'Aide' : 'Help')
      widget.launcher = launcher
      launcher.onpointerenter = launcher.onfocus = () => {
        if (!(navigator as Connected).connection?.saveData)
          for (const load of [loadRuntime, loadPanel]) load().catch(Object)
      }
      widget.root.append(launcher)
    }
    onChange(0)
    try {
      if (/[?&]fanal-/.test(location.search) || localStorage[`fanal:${options.key}`]) wake()
    } catch {
      // A page without storage has nothing that waits.
    }
  })

  element.popover = 'manual'
  stand()
  for (const type of ['click', 'focusin']) addEventListener(type, onAction, capture)
  addEventListener('popstate', onChange, capture)
  window.navigation?.addEventListener('currententrychange', onChange, capture)
  const destroy = () => {
    end.abort()
    runtime?.destroy()
    element.remove()
  }
  const configure = async () => {
    let config: WidgetConfig | null = null
    try {
      const answer = await fetch(`${host}/v1/config?key=${options.key}`, {
        credentials: 'omit',
        signal: AbortSignal.timeout(configTimeoutMs),
      })
      const body = await answer.json()
      if (answer.ok) config = body
      else {
        // The server says what to mend. A key or origin it refuses would only give people a button that does nothing.
        // biome-ignore lint/suspicious/noConsole: who embeds the widget has to see it
        console.warn('fanal:', body.error.message)
        if (answer.status < 404) return
      }
    } catch {
      // Out of reach: help may still be there for who asks.
    }
    show(config)
  }
  configure()

  return { key: options.key, run, destroy }
}

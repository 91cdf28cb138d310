/** What the widget has changed in the page it is tested in: own names of the window, nodes and attributes of the root, listeners outside of itself. */

export interface Traces {
  /** sorted; [] where the page is as it was when the watch began */
  left(): string[]
  stop(): void
}

type Listener = Parameters<EventTarget['addEventListener']>[1]

/** Takes the place of `addEventListener` and `removeEventListener` until `stop`. */
export function watchPage(): Traces {
  const live = new Map<EventTarget, Map<string, Set<Listener>>>()
  const { addEventListener, removeEventListener } = EventTarget.prototype
  // The test runner has given the window ones of its own.
  const { addEventListener: addToWindow, removeEventListener: removeFromWindow } = window
  const forget = (target: EventTarget, type: string, listener: Listener) =>
    live.get(target)?.get(type)?.delete(listener)

  const add: EventTarget['addEventListener'] = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window
    const { signal, once } = typeof options === 'object' ? options : {}
    if (!once && !signal?.aborted && !(target instanceof AbortSignal)) {
      const types = live.get(target) ?? new Map<string, Set<Listener>>()
      live.set(target, types.set(type, (types.get(type) ?? new Set()).add(listener)))
      if (signal) addEventListener.call(signal, 'abort', () => forget(target, type, listener))
    }
    addEventListener.call(target, type, listener, options)
  }
  const remove: EventTarget['removeEventListener'] = function (this: EventTarget | undefined, type, listener, options) {
    forget(this ?? window, type, listener)
    removeEventListener.call(this ?? window, type, listener, options)
  }
  window.addEventListener = EventTarget.prototype.addEventListener = add
  window.removeEventListener = EventTarget.prototype.removeEventListener = remove

  const look = () => [
    ...Object.getOwnPropertyNames(window).map((name) => `window.${name}`),
    ...Object.getOwnPropertySymbols(document).map((name) => `document[${String(name)}]`),
    ...[document.documentElement, document.body].flatMap((element) =>
      [...element.attributes].map(({ name, value }) => `${element.localName} ${name}=${value}`),
    ),
    ...[...document.documentElement.children].map(({ localName }) => `<${localName}>`),
    ...document.adoptedStyleSheets.map(() => 'a style sheet of the document'),
  ]
  const before = look()
  return {
    left() {
      const listeners = [...live].flatMap(([target, types]) =>
        isOfPage(target)
          ? [...types].flatMap(([type, { size }]) => (size ? [`${nameOf(target)} hears ${type}`] : []))
          : [],
      )
      return [...look().filter((trace) => !before.includes(trace)), ...listeners].sort()
    },
    stop() {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener })
      Object.assign(window, { addEventListener: addToWindow, removeEventListener: removeFromWindow })
    },
  }
}

/** What goes with the widget's own nodes needs no counting. */
function isOfPage(target: EventTarget): boolean {
  return target instanceof Node
    ? target.isConnected && !(target.getRootNode() instanceof ShadowRoot)
    : 'onresize' in target || 'onchange' in target || target === window.navigation
}

const nameOf = (target: EventTarget) =>
  target instanceof Element ? target.localName : (target.constructor?.name ?? 'target')

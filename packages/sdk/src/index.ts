/**
 * `@fanal/sdk` for npm: the same widget as the script tag, its verbs as typed methods.
 * Importing does nothing and is safe on a server; `createHelp` on a server gives a Help that does nothing.
 */
import { connect } from './boot/connect.ts'
import { type FanalDocument, place } from './boot/place.ts'
import type { Help, HelpInfo, InitOptions } from './types.ts'

export type {
  Consent,
  ContactPrefill,
  FlowPredicate,
  Help,
  HelpEvents,
  HelpInfo,
  HostContext,
  InitOptions,
  PanelView,
  SuggestedItem,
  WidgetLocale,
} from './types.ts'

/**
 * Starts the widget. A second call with the same key gives the running one, so that React's StrictMode, hot reload and a
 * script tag beside it do no harm; with another key it says so on the console and changes nothing.
 *
 * @param options `host` is the origin of your Fanal server; without it the page's own origin is taken
 */
export function createHelp(options: InitOptions): Help {
  if (typeof document === 'undefined') return asMethods(() => undefined)
  const page = document as FanalDocument
  const mine = connect(location.origin, () => {
    // Who ends twice does not end what somebody else has started since.
    if (page[place] === mine) delete page[place]
  })
  page[place] ??= mine
  const running = page[place]
  running('init', options)
  return asMethods(running)
}

/** The verbs as methods. */
function asMethods(call: (...args: unknown[]) => unknown): Help {
  const verb =
    (name: keyof Help) =>
    (...args: unknown[]): void => {
      call(name, ...args)
    }
  const subscription =
    (name: 'on' | 'once') =>
    (...args: unknown[]): (() => void) =>
      (call(name, ...args) as (() => void) | undefined) ?? (() => undefined)
  return {
    identify: verb('identify'),
    page: verb('page'),
    context: verb('context'),
    suggest: verb('suggest'),
    open: verb('open'),
    close: verb('close'),
    toggle: verb('toggle'),
    search: verb('search'),
    article: verb('article'),
    flow: verb('flow'),
    contact: verb('contact'),
    error: verb('error'),
    milestone: verb('milestone'),
    consent: verb('consent'),
    on: subscription('on') as Help['on'],
    once: subscription('once') as Help['once'],
    off: verb('off') as Help['off'],
    reset: verb('reset'),
    destroy: verb('destroy'),
    info: () => new Promise<HelpInfo>((resolve) => call('info', resolve)),
  }
}

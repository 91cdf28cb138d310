/** The verbs of the widget as people who embed it see them (docs/embed.md). */
import type { SignalName, SignalOf, SignalProps, WidgetSettings } from '@fanal/contract'

export type WidgetLocale = 'fr' | 'en'
export type PanelView = 'home' | 'search' | 'contact'

export interface ContactPrefill {
  subject?: string
  message?: string
  impact?: 'P1' | 'P2' | 'P3' | 'P4'
  /** state of the flow the person was in */
  flow?: {
    id: string
    version: number
    stepId: string
    path: string[]
    answers: Record<string, string>
    failure?: string
  }
}

export interface InitOptions {
  /** public key of the project, `pk_…` */
  key: string
  /** origin of the Fanal server; default: where the script came from, for the npm package the page's own origin */
  host?: string
  /** `fr` or `en`, regions allowed; default: the page's `lang`, then the browser's language */
  locale?: string
  /** accepted for pages that pass it to every script; Fanal adds no element that would need one */
  nonce?: string
  /**
   * `none` (or false): no button of ours, the host opens the panel. An element of the host's own: a click on it opens the panel.
   * Else what to override of `fanal.yaml`.
   */
  launcher?: 'none' | false | HTMLElement | Omit<WidgetSettings, 'pageViews'>
  /** where `<fanal-help>` is put; default: the root element, where no transform of the page can move it */
  container?: Element
  /** asked for an identity token when one is needed and none is valid */
  getToken?: () => string | null | Promise<string | null>
  /** last look at a signal before it is kept: return it, changed if need be, or null to drop it */
  beforeSend?: (signal: SignalOf<SignalName>) => SignalOf<SignalName> | null
  /** what the page's path becomes before its variable parts are folded */
  urlFilter?: (path: string) => string
  /** what steps of flows may ask of the product: `verify: { predicate: NAME }`; asked often, so it should be quick and change nothing */
  predicates?: Readonly<Record<string, FlowPredicate>>
  /** false: nothing is kept on the device */
  storage?: boolean
  /**
   * `denied`: the widget works, without storage and without signals. Left out, it is `granted`, unless the browser asks for privacy
   * (Global Privacy Control, Do Not Track).
   */
  consent?: Consent
}

/** Whether something is so in the product now. What it throws counts as no, and is told to `on('error')`. */
export type FlowPredicate = () => boolean | Promise<boolean>

export type Consent = 'granted' | 'denied'

/** What the host says about what the visitor is doing; each field given replaces the one before. */
export interface HostContext {
  topics?: string[]
  errors?: string[]
  feature?: string
  release?: string
  attributes?: Record<string, string>
}

/** An article by its id, or a page of the host's own. */
export type SuggestedItem = string | { text: string; url: string }

export interface HelpInfo {
  version: string
  state: 'open' | 'closed'
  key: string
  host: string
  locale: WidgetLocale
  mode: 'anonymous' | 'identified'
  consent: Consent
  page: string
  topics: string[]
  errors: string[]
  /** what the panel last showed for this page, and the rule behind each */
  suggestions: {
    id: string
    /** the rule, with what met it: `page:/facturation`, `error:B2-043`, `host` for yours */
    why: string
    /** `error`, `page`, `feature`, `topic`, `category` or `host` */
    rule: string
    /** 1 for the first */
    position: number
  }[]
}

/** Every signal by its name, and what the widget says about itself. */
export interface HelpEvents extends SignalProps {
  ready: HelpInfo
  error: Error
  reset: undefined
}

export interface Help {
  identify(identity: { token: string }): void
  page(page: { path: string; title?: string }): void
  context(context: HostContext): void
  /** without argument: asks again; with one: replaces the suggestions of this page */
  suggest(items?: SuggestedItem[]): void
  open(view?: PanelView): void
  close(): void
  toggle(): void
  search(text: string): void
  /** `modal`: over the whole page, for what has to be read before going on */
  article(id: string, options?: { type?: 'panel' | 'modal' }): void
  /** starts a flow, or stops the running one */
  flow(id: string, options?: { step?: string }): void
  contact(prefill?: ContactPrefill): void
  /** tells Fanal what just failed: a code or a message */
  error(codeOrMessage: string): void
  milestone(name: string): void
  consent(choice: Consent): void
  /** @returns its own undo */
  on<N extends keyof HelpEvents>(name: N, listener: (detail: HelpEvents[N]) => void): () => void
  once<N extends keyof HelpEvents>(name: N, listener: (detail: HelpEvents[N]) => void): () => void
  off<N extends keyof HelpEvents>(name: N, listener: (detail: HelpEvents[N]) => void): void
  /** log out: forgets the visitor, the session and what was kept */
  reset(): void
  destroy(): void
  info(): Promise<HelpInfo>
}

export type Verb = 'init' | keyof Help

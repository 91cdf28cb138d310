/**
 * What boot hands to every chunk. A chunk knows the page, the server and the other chunks only through this.
 */
import type { SignalName, SignalProps, WidgetConfig } from '@fanal/contract'
import type { ChunkName, Chunks, Memory, RunningFlow } from './chunks.ts'
import type { ContactPrefill, InitOptions, PanelView, WidgetLocale } from './types.ts'

export type { ContactPrefill, PanelView, WidgetLocale } from './types.ts'

/** Where the visitor is and what they are doing; nothing here is read from page text. */
export interface VisitorContext {
  /** folded, such as `/patients/:id` */
  page: string
  title?: string
  topics: string[]
  errors: string[]
  feature?: string
  release?: string
  attributes: Record<string, string>
}

/** An answer of the server, or the copy this device kept of one while the server cannot be reached. */
export type Answered<T> = T & {
  /** when the copy was kept, milliseconds since the epoch; missing on what the server just answered */
  keptAt?: number
}

export interface Runtime {
  readonly key: string
  /** origin of the Fanal server, no trailing slash */
  readonly host: string
  readonly locale: WidgetLocale
  /** the open shadow root under `<fanal-help>` */
  readonly root: ShadowRoot
  /** renewed after 30 min without a signal, so read it when it is needed; '' while no signals are kept (`consent('denied')`) */
  readonly sessionId: string
  /** null until it has arrived; the widget works without it */
  readonly config: WidgetConfig | null
  /** the button that opens the panel; null where the host asked for none. Focus goes back to it. */
  readonly launcher: HTMLElement | null
  /** The JWT in which the host's server says who the visitor is; null in anonymous mode. It stays in memory. */
  token(): string | null
  /** what steps of flows may ask of the host, by name */
  readonly predicates?: InitOptions['predicates'] | undefined
  /** Whether anything may be kept on the device: false after `consent('denied')` or `storage: false`. */
  mayStore(): boolean
  context(): VisitorContext
  /** Called when page, topics or errors change; returns its own undo. */
  onContextChange(listener: () => void): () => void
  /** Sends one signal, sooner or later; never throws. */
  report<N extends SignalName>(name: N, props: SignalProps[N]): void
  /** Subscribes to what is reported, and to `ready`, `error` and `reset` (log out: forget everything); returns its own undo. */
  on(name: string, listener: (detail: unknown) => void): () => void
  /** GET on the Fanal server; a kept copy (`keptAt`) where it is out of reach. @throws FetchProblem with `offline` or the HTTP status */
  getJson<T>(path: string, query?: Record<string, string | undefined>): Promise<Answered<T>>
  /** POST on the Fanal server; `key` (and the identity token, where there is one) are added. */
  postJson<T>(path: string, body: Record<string, unknown>): Promise<T>
  /** What this device remembers: one per widget, loaded after first use; null before it, or where nothing may be kept on the device. */
  memory(): Promise<Memory | null>
  /** Loads another chunk (again once when the first try fails). */
  load<N extends ChunkName>(name: N): Promise<Chunks[N]>
  /** Runs a piece of ours so that no fault of it reaches the host; faults become `widget_failed`. */
  guard<T>(run: () => T): T | undefined
  /**
   * Asks that the next page view loads this chunk by itself, for work is waiting (`true`), or that it need not (`false`).
   * Without it nothing of ours but boot runs before the visitor uses Fanal again.
   */
  resumeLater(chunk: 'outbox' | 'flow' | 'author', wanted: boolean): void
  /** Registers what `destroy` has to undo. */
  onDestroy(undo: () => void): void
  /** The verbs a chunk may need from another place of the widget. */
  openPanel(view?: PanelView): void
  openArticle(id: string, from: SignalProps['article_opened']['from'], by?: SignalProps['panel_opened']['by']): void
  openContact(from: string, prefill?: ContactPrefill): void
  startFlow(id: string, by: SignalProps['flow_started']['by'], stepId?: string): void
  closePanel(): void
  /** What the person is in the middle of; null where the flows are not even loaded. */
  runningFlow(): RunningFlow | null
}

/** Why a request to the Fanal server gave nothing. */
export class FetchProblem extends Error {
  /** HTTP status; 0 when there was no answer at all */
  readonly status: number
  /** code of the contract's error table, where the server gave one */
  readonly code: string | undefined

  constructor(status: number, code?: string) {
    super(`fanal: request failed (${code ?? status})`)
    this.status = status
    this.code = code
  }
}

/**
 * What each lazy chunk exports. One folder under chunks/ = one chunk = one budget line.
 * `panel` carries the home view; the other views are loaded when they are first needed.
 * The entry of each is `chunks/<name>/entry.ts`; it exports exactly what `Chunks` says.
 */

import type {
  Article,
  ContactReceipt,
  Flow,
  FlowStep,
  FlowTarget,
  PageRef,
  SignalName,
  SignalOf,
  SignalProps,
  StepFailure,
  VoteReason,
  WidgetConfig,
} from '@fanal/contract'
import type { Unverified } from './chunks/flow/describe-card.ts'
import type { CompareTexts } from './chunks/flow/targeting/compare-texts.ts'
import type { Rival } from './chunks/flow/targeting/score-candidates.ts'
import type { ChecklistHandle, FlowHandle, StartHandle, StartParts } from './flows.ts'
import type { ContactPrefill, PanelView, Runtime, WidgetLocale } from './runtime.ts'
import type { AlgoliaConfig, DeviceAnswer, DeviceIndex, SearchProvider, SearchRuntime } from './search-provider.ts'
import type { HelpInfo, HostContext, InitOptions, SuggestedItem } from './types.ts'

export type { FlowHandle, FlowOffer, RunningFlow, StartHandle, StartParts } from './flows.ts'

/** What can be shown in the panel. */
export type View =
  | { kind: 'home' }
  | { kind: 'search'; query: string }
  | { kind: 'article'; articleId: string; from: ArticleFrom; anchor?: string; place?: number }
  | { kind: 'contact'; from: string; prefill?: ContactPrefill }

export type ArticleFrom = SignalProps['article_opened']['from']

export interface PanelHandle {
  open(view?: PanelView, options?: { by?: SignalProps['panel_opened']['by'] }): void
  close(): void
  readonly isOpen: boolean
  search(text: string): void
  /** @param by what opened the panel, where the article did; default `api` */
  article(id: string, from: SignalProps['article_opened']['from'], by?: SignalProps['panel_opened']['by']): void
  contact(from: string, prefill?: ContactPrefill): void
  /** Suggestions were refreshed or replaced by the host. */
  suggest(items?: SuggestedItem[]): void
  destroy(): void
}

/** Puts a view into an element; called again it updates the view, with null the view goes. */
export type ShowView<Props> = (into: Element, props: Props | null) => void

export interface SearchViewProps {
  runtime: Runtime
  query: string
  /** how often the person pressed Enter on this query, or otherwise showed that it is meant; 0 while it is being typed */
  commits?: number
  /** @param from default `search`: one of its results */
  onOpenArticle(id: string, from?: 'search' | 'related'): void
  onContact(): void
  /** other words were chosen: they take the place of those in the box */
  onQuery(query: string): void
}

/** The suggestions as they are now. */
export interface Suggested {
  readonly items: SuggestedArticle[]
  readonly status: 'loading' | 'ready' | 'failed'
}

/** A line of the suggestions. */
export interface SuggestedArticle {
  title: string
  summary?: string | null
  category?: string | null
  why: string
  /** an article of this id, or else a page of the host's choice */
  id?: string
  url?: string
}

/** What helps on where a query finds nothing, or guesses alone. */
export interface NeighboursProps {
  runtime: Runtime
  query: string
  /** guesses stand above: no other articles are wanted, only other words */
  hasResults: boolean
  onOpenArticle(id: string): void
  onQuery(query: string): void
}

/** The panel, as what comes after its first suggestions sees it. */
export interface PanelParts {
  runtime: Runtime
  element: HTMLDialogElement
  header: HTMLElement
  form: HTMLElement
  searchBox: HTMLInputElement
  /** what is on screen now; another element for each view */
  view(): HTMLElement
  isOpen(): boolean
  /** whether the panel fills the window, as on a phone */
  fills: MediaQueryList
  /** Takes its place above the page (again), as modal as the window's width wants it. */
  raise(): void
  onBack(): void
  onForward(): void
  onShow(view: View): void
  /** The search box holds these words now. */
  onType(query: string): void
  /** Searches words that were chosen instead of typed. */
  onQuery(query: string): void
  focusInside(): void
}

/** The rest of home, and what the panel can do beyond its first look. */
export interface MoreHandle {
  /** The panel was drawn. */
  update(panel: { kind: View['kind']; canGoForward: boolean; suggestions: Suggested }): void
  destroy(): void
}

export interface ArticleViewProps {
  runtime: Runtime
  articleId: string
  from: SignalProps['article_opened']['from']
  /** heading to start at */
  anchor?: string
  /** how far down its end of the view was when it was left, 0–1 (`Memory.setPlace`): starts there */
  place?: number
  onOpenArticle(id: string, from?: 'related' | 'link', anchor?: string): void
  onStartFlow(id: string): void
}

export interface ContactViewProps {
  runtime: Runtime
  from: string
  prefill?: ContactPrefill
  onDone(): void
  onCancel(): void
}

/** Something that happened, on its way to become a signal. */
export interface Happening<N extends SignalName = SignalName> {
  name: N
  props: SignalProps[N]
  /** milliseconds since the epoch */
  at: number
  page: PageRef
  release?: string
  /** identity token at that moment, where there was one */
  token?: string
}

export interface Outbox {
  /** Makes a signal of it and keeps that until the server has it. */
  add(happening: Happening): void
  /** renewed after 30 min without a signal */
  readonly sessionId: string
  /** Sends what waits now; resolves when the try is over. */
  flush(): Promise<void>
  /** Log out: what waits still leaves in the name of the visitor before; the next signal starts a new session. */
  reset(): void
  /** Drops what waits and the session, here and on the device: consent was taken back. */
  forget(): Promise<void>
  destroy(): void
}

/** What the host said about what leaves, at `init`. */
export interface OutboxOptions {
  beforeSend: InitOptions['beforeSend']
  getToken: InitOptions['getToken']
  /** told what becomes of signals */
  onNews?(news: OutboxNews): void
}

/** What became of signals: they wait, `beforeSend` dropped the one of that name, the server has them, takes them later, or never. */
export type OutboxNews =
  | { kind: 'waiting' | 'sent' | 'later'; signals: readonly SignalOf<SignalName>[] }
  | { kind: 'dropped'; name: SignalName }
  | { kind: 'refused'; signals: readonly SignalOf<SignalName>[]; code: string }

/** What the overlay for product teams (`?fanal-debug`) asks of the runtime besides. */
export interface DebugParts {
  /** @see Widget in boot/widget.ts */
  widget: { readonly options: InitOptions; readonly life: AbortSignal; area?: HTMLElement | null }
  verbs: { info(): HelpInfo }
  /** what the host said with `context` */
  context: { readonly said: HostContext }
  /** what happened and is no signal yet, oldest first: nothing is kept before the first use */
  reporter: { readonly waiting: readonly Happening[] }
  /** topics by the page's own areas, and these */
  readTopics(action: HTMLElement | null | undefined): { topics: string[]; from: HTMLElement[] }
}

/** Articles in a modal dialog, over the page and the panel. */
export interface ModalHandle {
  article(id: string, from: SignalProps['article_opened']['from']): void
  close(): void
  destroy(): void
}

/** An answer of the server under its path with the query (the key in it counts for nothing), or a signal's props under its name. */
export type Fact = [name: string, detail: unknown]

/** How the runtime hands facts to the memory: they wait until its chunk is there. */
export interface Facts {
  /** from before the memory was there, oldest first */
  early: Fact[]
  /** Hands one over; the memory takes the place of it. */
  note(...fact: Fact): unknown
  memory?: Memory
  /** the settings as this device kept them, where the memory was opened without any */
  config?: WidgetConfig
}

/** What this device remembers for the person; nothing of it leaves the device but a search typed in vain, which is asked again. */
export interface Memory {
  /** The last answer kept for a path, with `keptAt`; undefined where there is none. */
  recall(path: string): Promise<unknown>
  /**
   * What to give where the server did not: the kept answer while it is out of reach, never in the place of a "gone".
   * @throws the problem itself where nothing stands in for it
   */
  instead(path: string, problem: unknown): Promise<unknown>
  /** Answers a query where the index cannot be reached: from the whole help where this device has it, else from the articles it keeps. */
  search(query: string): Promise<DeviceAnswer>
  /** What the whole help says of an article that was never opened; undefined where this device has no such help. */
  outline(id: string): Promise<{ title: string; summary: string | null } | undefined>
  /** committed queries, newest first, at most 5 */
  recentQueries(): Promise<string[]>
  forgetQueries(): Promise<void>
  /** How far an article was read, 0–1; 1 takes it off the list of what can be continued. */
  setPlace(article: { id: string; title: string }, share: number): void
  /** articles left half read, newest first, at most 3 */
  unfinished(): Promise<{ id: string; title: string; share: number }[]>
  /** Whether this revision helped, where the person said so before. */
  voteOn(articleId: string, revision: number): Promise<boolean | undefined>
  /** How flows ended and which milestones were reached, newest first. */
  flowFacts(): Promise<Fact[]>
  /** Articles that now answer what this person searched in vain; each is told once. */
  news(): Promise<{ query: string; articleId: string; title: string }[]>
  /** `reset`, consent taken back: everything goes, here and on the device */
  forget(): Promise<void>
}

/** An article on screen that is given its tools. */
export interface ArticleTools {
  runtime: Runtime
  article: Article
  /** the `<article>` on screen */
  page: HTMLElement
  /** its part that is read, without what follows it */
  read: HTMLElement
  /** where what concerns the whole article goes; as high before as after */
  bar: HTMLElement
}

/** Errors that articles answer in a text, as the articles write them. */
export type FindErrors = (text: string) => string[]

/** What the offer of help for an error asks of the runtime besides. */
export interface OfferParts {
  /** Known errors that the page shows now, and how to find them in what the host told: by themselves part of the context. */
  setShown(errors: string[], find: FindErrors): void
  /** the panel is open or a flow runs: the person is being helped */
  isBusy(): boolean
}

export interface OfferHandle {
  destroy(): void
}

/** What a person said of an article. */
export interface Vote {
  helpful: boolean
  reason?: VoteReason
  comment?: string
  /** the reason has been sent */
  explained?: boolean
  /** cast on another visit */
  before?: boolean
}

/** A message that has arrived. */
export interface ContactSent {
  receipt: ContactReceipt
  /** where the answer goes */
  email: string
  onDone(): void
}

export interface Chunks {
  more: {
    openMore(panel: PanelParts): MoreHandle
    resolveSuggested(runtime: Runtime, items: readonly SuggestedItem[]): Promise<SuggestedArticle[]>
  }
  neighbours: { show: ShowView<NeighboursProps> }
  /** @param given what the verb, or `container` of `init`, was given */
  advice: { adviseOn(verb: string, given: unknown): string }
  address: {
    /** @param search query of the page's address @param openDebug shows what product teams look at */
    followAddress(runtime: Runtime, search: string, openDebug: () => unknown): unknown
  }
  modal: { openModal(runtime: Runtime): ModalHandle }
  panel: { mountPanel(runtime: Runtime): PanelHandle }
  search: { show: ShowView<SearchViewProps> }
  article: { show: ShowView<ArticleViewProps> }
  contact: { show: ShowView<ContactViewProps> }
  receipt: { showReceipt(into: Element, runtime: Runtime, sent: ContactSent): void }
  tools: {
    /** @returns to be called when the article leaves the screen */
    furnishArticle(parts: ArticleTools): () => void
    /** @param onChange the person picks a reason or types; not sent yet */
    reasonsForm(
      runtime: Runtime,
      vote: Vote,
      onChange: (change: Pick<Vote, 'reason' | 'comment'>) => void,
      onSend: () => void,
    ): HTMLFormElement
  }
  /** @returns closes it */
  zoom: { openZoom(runtime: Runtime, image: HTMLImageElement, trigger: HTMLElement): () => void }
  print: { printArticle(runtime: Runtime, article: Article, page: HTMLElement): Promise<void> }
  outbox: {
    openOutbox(runtime: Runtime, options: OutboxOptions): Outbox
    /** Keeps and sends nothing. @returns null where `beforeSend` drops it @throws what `beforeSend` throws */
    makeSignal(
      happening: Happening,
      locale: WidgetLocale,
      sessionId: string,
      visitor: { visitorId?: string; accountId?: string },
      beforeSend: InitOptions['beforeSend'],
    ): SignalOf<SignalName> | null
  }
  /** called again it gives the same provider */
  algolia: { openAlgolia(runtime: SearchRuntime, config: AlgoliaConfig): SearchProvider }
  device: { openDeviceIndex(text: string): DeviceIndex }
  /** called again it gives the same memory */
  memory: { openMemory(runtime: Runtime, facts: Facts): Memory }
  flow: { openFlows(runtime: Runtime): FlowHandle }
  /** what a step of a flow needs where it does not go as its author meant */
  trouble: {
    describeUnverified(
      flow: Flow,
      step: FlowStep,
      state: { failure: StepFailure | null },
      locale: WidgetLocale,
    ): Unverified
    /** @param compareTexts as targeting does */
    describeRivals(target: FlowTarget, rivals: readonly Rival[], compareTexts: CompareTexts): string[]
    /** @returns stops asking */
    watchPredicate(
      runtime: Runtime,
      asked: { name: string; place: string },
      watchPage: (look: () => void) => () => void,
      onChange: (holds: boolean) => void,
      onMissing: () => void,
    ): () => void
  }
  start: { openStarts(runtime: Runtime, parts: StartParts): StartHandle }
  checklist: { openChecklist(runtime: Runtime): ChecklistHandle }
  offer: { openOffer(runtime: Runtime, parts: OfferParts): OfferHandle }
  /** @param onLeave the author is done: the pass is forgotten */
  author: { openAuthor(runtime: Runtime, onLeave: () => void): void }
  debug: { openDebug(runtime: Runtime, parts: DebugParts): void }
}

export type ChunkName = keyof Chunks

/** `fanal.yaml`, and the part of it that the widget receives (`GET /v1/config`). */
import type { FlowStart } from './flow.ts'

export type PrivacyMode = 'anonymous' | 'identified'

export interface WidgetSettings {
  label?: string
  position?: 'bottom-right' | 'bottom-left'
  /** CSS hex colour, such as `#0b6e6e` */
  accent?: string
  theme?: 'light' | 'dark' | 'auto'
  /** corners of launcher, panel and cards, px, 0 to 24; what stands inside them is rounded in proportion */
  radius?: number
  /** `compact` puts more on a screen: smaller text and tighter rows, targets still at least 24 px */
  density?: 'comfortable' | 'compact'
  /** `icon`: a round button with a question mark, whose name is still the label */
  launcher?: 'button' | 'icon' | 'none'
  pageViews?: boolean
}

export interface OpeningHours {
  /** 1 = Monday … 7 = Sunday */
  days: number[]
  /** `08:00` */
  from: string
  to: string
}

export interface ContactChannel {
  id: string
  kind: 'email' | 'phone' | 'form'
  label?: string
  email?: string
  phone?: string
  hours?: OpeningHours[]
  /** hours to first reply, counted in opening hours */
  slaHours?: number
  cost?: number
}

export interface ContactSettings {
  /** IANA name; default Europe/Paris */
  timeZone?: string
  channels?: ContactChannel[]
  /** where contacts go; each is retried until it accepts */
  sinks?: { kind: 'smtp'; to: string; from?: string }[]
}

/** How often flows offer themselves to one visitor. Offers that are accepted do not count. */
export interface OfferSettings {
  /** in one session; default 2 */
  perSession?: number
  /** in seven days; default 5 */
  perWeek?: number
  /** how long « Plus tard » puts one off, milliseconds; default 24 h */
  snooze?: number
}

/** Flows that a new visitor is to go through, and what they lead to. */
export interface ChecklistSettings {
  title: string
  /** ids, in the order they are shown in */
  flows: string[]
  /** reached, the account counts as activated */
  milestone?: string
  /** how long after it is first seen an account may take to reach the milestone, milliseconds; 14 days where nothing is said */
  within?: number
}

/** Which index of Algolia the widget asks. */
export interface AlgoliaSettings {
  /** application id */
  appId: string
  /** search-only API key: every visitor can read it */
  searchKey: string
  /** default: the project's id */
  index: string
  /** origins asked instead of Algolia's own, one after the other: a proxy */
  hosts?: string[]
  /** origin told of clicks instead of Algolia's Insights */
  insightsHost?: string
}

/** With `algolia` the application and its search key are said, too. */
export interface SearchSettings extends Partial<AlgoliaSettings> {
  engine: 'embedded' | 'algolia'
}

export interface ProjectSettings {
  project: string
  title?: string
  locales: string[]
  origins: string[]
  keys?: { public?: string }
  widget: WidgetSettings
  privacy: { mode: PrivacyMode; legalBasis?: string; noticeUrl?: string; retention?: Record<string, string> }
  contact: ContactSettings
  /** category → page globs where its articles are relevant */
  categories?: { name: string; pages?: string[] }[]
  triage?: Record<string, unknown>
  surveys?: Record<string, unknown>
  targets?: { deflectionBaseline?: number; pointsPerQuarter?: number; addressableCeiling?: number }
  costs?: { perTicket?: number; contentHours?: number; hourlyRate?: number; tool?: number; currency?: string }
  team?: { agents?: number; ticketsPerAgentPerMonth?: number }
  search?: SearchSettings
  experiments?: { holdoutShare?: number }
  checklist?: ChecklistSettings
  offers?: OfferSettings
}

/** Answer of `GET /v1/checklist`: no flows where the project has no checklist. */
export interface Checklist {
  title: string | null
  flows: {
    id: string
    title: string
    /** reached, the flow counts as done, whoever did it */
    milestone?: string
  }[]
}

/** A page rule: on these pages, these articles come first. Ids alone, for every page of the host loads them. */
export interface PageRule {
  page: string
  articles: string[]
}

/** Answer of `GET /v1/config?key=`: at most 1 kB compressed for a KB of ordinary size. */
export interface WidgetConfig {
  project: string
  locales: string[]
  widget: WidgetSettings
  privacy: { mode: PrivacyMode; noticeUrl?: string }
  contact: { channels: Pick<ContactChannel, 'id' | 'kind' | 'label' | 'phone' | 'email' | 'hours'>[] }
  rules: PageRule[]
  /** those that offer themselves */
  flows: { id: string; title: string; start: FlowStart }[]
  /** left out where fanal.yaml says nothing of them */
  offers?: OfferSettings
  /** there is a checklist to ask for */
  checklist?: true
  /**
   * What each known error is answered with: code or message as its article writes it → article id, codes first, at most
   * `limits.maxConfigErrors`; whether a text shows one is `errorsIn`'s to say. Left out where no article names an error.
   */
  errors?: Record<string, string>
  /** left out where the Fanal server is searched */
  search?: AlgoliaSettings
}

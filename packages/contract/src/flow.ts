/** Guided flows, as written in YAML and as served by `GET /v1/flows/{id}`. */

/** Several signals that together name one element; never a lone selector. */
export interface FlowTarget {
  role?: string
  name?: string
  css?: string
  text?: string
  /** text of the row or section the element stands in */
  within?: string
  /** `data-fanal-id` on the element */
  fanal?: string
}

export type FlowElement = FlowTarget & { value?: string }

/** What must come true for a step to count; exactly one of the first five. */
export interface FlowVerify {
  page?: string
  element?: FlowElement
  text?: string
  event?: string
  /** name under which the host registered it: `predicates` of `init` */
  predicate?: string
  /** what the person should see when it has come true, in the author's words; said where it has not */
  expected?: string
  /** milliseconds; YAML writes `30s`, `500ms`, `2m` */
  withinMs?: number
}

export interface FlowAnswer {
  label: string
  next?: string
  article?: string
  contact?: boolean
}

/** `click`, `input`, `change`, `submit`, `next`, `event:NAME` or `page:GLOB` */
export type FlowAdvanceOn = 'click' | 'input' | 'change' | 'submit' | 'next' | `event:${string}` | `page:${string}`

export interface FlowStep {
  id: string
  page?: string
  target?: FlowTarget
  title?: string
  /** Markdown inlines only (bold, emphasis, code), as written */
  text?: string
  /** a question; makes the step a checkpoint */
  checkpoint?: string
  answers?: FlowAnswer[]
  advance?: { on: FlowAdvanceOn }
  verify?: FlowVerify
  /** id of the step to offer when `verify` does not come true */
  remedy?: string
  /** id of the article to offer when `verify` does not come true, or the target cannot be found */
  article?: string
  /** default: the step written below */
  next?: string
  fallback?: { text: string; image?: string }
  /** how long the target may take to appear, milliseconds; default 6000 */
  waitMs?: number
}

export interface FlowStart {
  when: 'manual' | 'first-visit'
  page?: string
  feature?: string
  /** of two flows that fit the place the higher one offers itself; default 0 */
  priority?: number
  /** how often it offers itself to one visitor at most, each « Plus tard » included; default 3 */
  cap?: number
}

/** Answer of `GET /v1/flows/{id}`. */
export interface Flow {
  id: string
  title: string
  locale: string
  version: number
  start: FlowStart
  steps: FlowStep[]
  done: { milestone?: string; ask?: string }
}

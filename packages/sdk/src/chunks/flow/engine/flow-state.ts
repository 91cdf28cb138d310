/**
 * The words of the flow engine: what it remembers, what it is told, what it asks for.
 * Types only. The rules stand in flow-engine.ts.
 */

import type { FlowExitReason, FlowStartedBy, SignalName, SignalProps, StepFailure } from '@fanal/contract'
import type { ContactPrefill } from '../../../runtime.ts'

/**
 * acting      the person reads the step and does what it says
 * verifying   they did it, or say so; the assertion has yet to come true
 * unverified  it did not come true in time; the watch goes on
 * asking      every step is done; « Le problème est-il résolu ? »
 * ended       nothing is shown any more
 */
export type FlowPhase = 'acting' | 'verifying' | 'unverified' | 'asking' | 'ended'

/**
 * here       the step's page is open (or it names none)
 * elsewhere  the step was reached from another page: the card says where it goes on
 * hidden     the person left the step's page: nothing is shown until they are back
 */
export type FlowPlace = 'here' | 'elsewhere' | 'hidden'

/** The part that counts after a reload; the rest is made anew from the page then. */
export interface FlowProgress {
  flowId: string
  version: number
  by: FlowStartedBy
  stepId: string
  /** ids of the steps walked, oldest first; the current one last */
  path: string[]
  /** step id → label of the answer given */
  answers: Record<string, string>
  /** steps already reported as seen in this run */
  seen: string[]
  /** `stepId:target`, `stepId:verify` and `stepId:page`, already reported as failed in this run */
  failed: string[]
  phase: FlowPhase
  place: FlowPlace
  /** the step was reached by what was done in the host, which should have opened the step's page */
  led: boolean
  /** a contact was sent from within this run */
  contacted: boolean
  /** `done.milestone` was reported */
  milestoneReached: boolean
}

export interface FlowState extends FlowProgress {
  /** page key */
  page: string
  target: 'none' | 'searching' | 'found' | 'fallback'
  failure: StepFailure | null
  /** whether the step's assertion was true when last looked at; null before the first look */
  holds: boolean | null
  /** counts up each time a step is entered, so that watchers of an earlier visit are told apart */
  visit: number
}

export type FlowEvent =
  | { type: 'page'; page: string }
  | { type: 'target_found' }
  /** `candidates`: what came nearest, for the report */
  | { type: 'target_lost'; reason: StepFailure; candidates?: string[] }
  /** the step's page should have opened by now */
  | { type: 'page_awaited' }
  /** what `advance` waits for has happened in the host */
  | { type: 'acted' }
  | { type: 'verify'; holds: boolean }
  | { type: 'verify_timed_out'; reason: StepFailure }
  | { type: 'continue' }
  /** go on although the assertion is not true */
  | { type: 'skip' }
  | { type: 'back' }
  /** the person asks for the card where it is not shown */
  | { type: 'resume' }
  | { type: 'answer'; label: string }
  | { type: 'remedy' }
  /** reads the step's article; the flow waits */
  | { type: 'read' }
  | { type: 'contact' }
  | { type: 'contact_sent' }
  | { type: 'solved'; solved: boolean }
  | { type: 'exit'; reason: FlowExitReason }

type ReportEffect = { [N in SignalName]: { type: 'report'; name: N; props: SignalProps[N] } }[SignalName]

export type FlowEffect =
  | ReportEffect
  | { type: 'open_article'; articleId: string }
  | { type: 'open_contact'; flow: NonNullable<ContactPrefill['flow']> }

export interface Transition {
  state: FlowState
  effects: FlowEffect[]
}

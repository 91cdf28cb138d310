/** The words of the check against the running product. Types only. */
import type { TargetDoubt, TargetJudgement, TargetProposal } from '@fanal/contract'

/** What became of one step's target. */
export interface LiveTarget {
  /** relative to the content folder */
  file: string
  line: number
  flow: string
  step: string
  /** path that was open; null where none could be */
  page: string | null
  status: TargetJudgement['status'] | 'not-reached'
  /** why it is weak, or could not be found at all */
  doubts: TargetDoubt[]
  /** how many elements it may mean */
  matches: number
  proposals: TargetProposal[]
  /** why it was not reached */
  reason?: string
}

/** An assertion that did not come true after its step was played. */
export interface FailedVerify {
  file: string
  line: number
  step: string
  withinMs: number
}

export interface LiveCheck {
  /** by playing the flows, not only by opening each step's page */
  played: boolean
  targets: LiveTarget[]
  failedVerifies: FailedVerify[]
}

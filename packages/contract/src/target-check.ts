/** What the page says of a flow's target when it is asked outside of a flow: by `fanal check --url` and by the recorder. */
import type { FlowTarget, FlowVerify } from './flow.ts'

/** A signal of a target that the element found does not bear out, or that carries too much alone. */
export interface TargetDoubt {
  /**
   * stale      the element is another by this signal: renamed, another role, not matched any more
   * invalid    not a selector
   * generated  the selector holds only what a build or a framework makes up anew
   * alone      nothing else names the element
   * position   without the selector's position or styling classes there are several
   */
  kind: 'stale' | 'invalid' | 'generated' | 'alone' | 'position'
  signal: keyof FlowTarget
  /** what the element says instead, where it says something */
  actual?: string
}

/** Signals that name one element of the page, as a recorder would write them. */
export interface TargetProposal {
  target: FlowTarget
  /** strong: found by what a release keeps · weak: found now, by words alone or by a position · ambiguous: nothing tells it from others */
  strength: 'strong' | 'weak' | 'ambiguous'
}

export interface TargetJudgement {
  status: 'found' | 'weak' | 'ambiguous' | 'hidden' | 'missing'
  /** of a weak one */
  doubts: TargetDoubt[]
  /** of an ambiguous one: how many elements it may mean */
  matches: number
  /** better targets for the element found, or for those that come near; at most 3 */
  proposals: TargetProposal[]
}

/** The script that `fanal check --url` puts into a page: the widget's own targeting. */
export interface TargetProbe {
  /** Looks as long as the widget would. */
  judge(target: FlowTarget, waitMs: number): Promise<TargetJudgement>
  /** @returns the element the target means now, or the label that draws it; null where there is none */
  find(target: FlowTarget): unknown
  /** Whether the assertion comes true in time; null for one that only the host can tell. */
  verify(verify: FlowVerify, withinMs: number): Promise<boolean | null>
}

/** The probe's name in the page. */
export const probeName = 'fanalProbe'

/**
 * The widget's own targeting, as the recorder and the probe are given it: what they say of a target is what a flow does with it.
 * Types only; the code stands in chunks/flow/targeting and is never written twice.
 */
import type { compareTexts } from '../../flow/targeting/compare-texts.ts'
import type { nameOf, parentOf, roleOf, textOf } from '../../flow/targeting/describe-element.ts'
import type { findTarget, gatherCandidates } from '../../flow/targeting/find-target.ts'
import type { chooseCandidate } from '../../flow/targeting/score-candidates.ts'
import type { outOfReach, searchRoots } from '../../flow/targeting/search-roots.ts'
import type { isGenerated, stableSelector } from '../../flow/targeting/stable-selector.ts'

export interface Targeting {
  compareTexts: typeof compareTexts
  nameOf: typeof nameOf
  parentOf: typeof parentOf
  roleOf: typeof roleOf
  textOf: typeof textOf
  findTarget: typeof findTarget
  gatherCandidates: typeof gatherCandidates
  chooseCandidate: typeof chooseCandidate
  outOfReach: typeof outOfReach
  searchRoots: typeof searchRoots
  isGenerated: typeof isGenerated
  stableSelector: typeof stableSelector
}

/**
 * The flows' own targeting, for those who ask about targets outside of a flow: the recorder and the probe. Built into each of them
 * (vite.config.ts, `ownTargeting`), so that a visitor's flow carries nothing for them.
 */
import type { Targeting } from './chunks/author/targets/targeting.ts'
import { compareTexts } from './chunks/flow/targeting/compare-texts.ts'
import { nameOf, parentOf, roleOf, textOf } from './chunks/flow/targeting/describe-element.ts'
import { findTarget, gatherCandidates } from './chunks/flow/targeting/find-target.ts'
import { chooseCandidate } from './chunks/flow/targeting/score-candidates.ts'
import { outOfReach, searchRoots } from './chunks/flow/targeting/search-roots.ts'
import { isGenerated, stableSelector } from './chunks/flow/targeting/stable-selector.ts'

export const ownTargeting: Targeting = {
  compareTexts,
  nameOf,
  parentOf,
  roleOf,
  textOf,
  findTarget,
  gatherCandidates,
  chooseCandidate,
  outOfReach,
  searchRoots,
  isGenerated,
  stableSelector,
}

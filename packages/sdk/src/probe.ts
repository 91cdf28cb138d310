/**
 * The script that `fanal check --url` puts into the pages of the running product: the flows' own targeting, and nothing else of the
 * widget. Built as one file, dist/probe.js; never part of what visitors load.
 */
import { type FlowTarget, type FlowVerify, probeName, type TargetJudgement, type TargetProbe } from '@fanal/contract'
import { judgeTarget } from './chunks/author/targets/judge-target.ts'
import type { Targeting } from './chunks/author/targets/targeting.ts'
import { compareTexts } from './chunks/flow/targeting/compare-texts.ts'
import { nameOf, parentOf, roleOf, textOf } from './chunks/flow/targeting/describe-element.ts'
import { findTarget, gatherCandidates } from './chunks/flow/targeting/find-target.ts'
import { chooseCandidate } from './chunks/flow/targeting/score-candidates.ts'
import { outOfReach, searchRoots } from './chunks/flow/targeting/search-roots.ts'
import { isGenerated, stableSelector } from './chunks/flow/targeting/stable-selector.ts'
import { watchTarget } from './chunks/flow/targeting/watch-target.ts'
import { watchVerify } from './chunks/flow/targeting/watch-verify.ts'

const targeting: Targeting = {
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

const probe: TargetProbe = {
  async judge(target: FlowTarget, waitMs: number): Promise<TargetJudgement> {
    await becomesTrue(waitMs, (tell) => watchTarget(target, (result) => tell(result.status === 'found')))
    return judgeTarget(target, targeting)
  },
  find(target) {
    const result = findTarget(target)
    return result.status === 'found' ? result.anchor : null
  },
  async verify(verify: FlowVerify, withinMs: number) {
    if (verify.element === undefined && verify.text === undefined) return null
    return becomesTrue(withinMs, (tell) => watchVerify(verify, tell))
  },
}

/** Whether what is watched turns true in time. */
function becomesTrue(withinMs: number, watch: (tell: (holds: boolean) => void) => () => void): Promise<boolean> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined
    let over = false
    const end = (holds: boolean) => {
      over = true
      clearTimeout(timer)
      stop?.()
      resolve(holds)
    }
    const timer = setTimeout(end, withinMs, false)
    stop = watch((holds) => holds && !over && end(true))
    if (over) stop()
  })
}

Object.defineProperty(globalThis, probeName, { value: probe, configurable: true })

/**
 * The script that `fanal check --url` puts into the pages of the running product: the flows' own targeting, and nothing else of the
 * widget. Built as one file, dist/probe.js; never part of what visitors load.
 */
import { type FlowTarget, type FlowVerify, probeName, type TargetJudgement, type TargetProbe } from '@fanal/contract'
import { judgeTarget } from './chunks/author/targets/judge-target.ts'
import { findTarget } from './chunks/flow/targeting/find-target.ts'
import { watchTarget } from './chunks/flow/targeting/watch-target.ts'
import { watchVerify } from './chunks/flow/targeting/watch-verify.ts'
import { ownTargeting } from './own-targeting.ts'

const probe: TargetProbe = {
  async judge(target: FlowTarget, waitMs: number): Promise<TargetJudgement> {
    await becomesTrue(waitMs, (tell) => watchTarget(target, (result) => tell(result.status === 'found')))
    return judgeTarget(target, ownTargeting)
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

/** What the check against the running product found, as findings a flow's author can act on. Pure. */
import type { FlowTarget, TargetDoubt, TargetProposal } from '@fanal/contract'
import type { Finding } from '@fanal/server'
import type { FailedVerify, LiveCheck, LiveTarget } from './live-check.ts'

export function describeLive({ played, targets, failedVerifies }: LiveCheck): Finding[] {
  return [
    ...targets.filter(({ status }) => status !== 'found').map((target) => describeTarget(target, played)),
    ...failedVerifies.map(describeVerify),
  ]
}

function describeTarget(target: LiveTarget, played: boolean): Finding {
  const { file, line, step, page, proposals, matches, doubts, reason } = target
  const what = `The target of step "${step}"`
  const play = played ? '' : ' If an earlier step brings it, check with --play.'
  const why = doubts.map(describeDoubt).join('; ')
  const near = proposals.map(({ target: better }) => writeTarget(better)).join(' or ')
  switch (target.status) {
    case 'weak':
      return {
        file,
        line,
        severity: 'warning',
        message: `${what} is weak: ${why}. ${improve(proposals)}`,
      }
    case 'ambiguous':
      return {
        file,
        line,
        severity: 'error',
        message: `${what} may mean ${matches} elements of ${page}. ${near ? `Name one of them: ${near}.` : 'Add what tells one from the others: within, css, or a data-fanal-id.'}`,
      }
    case 'hidden':
      return {
        file,
        line,
        severity: 'error',
        message: `${what} is on ${page}, but cannot be seen.${play || ' Let an earlier step open what it stands in.'}`,
      }
    case 'not-reached':
      return { file, line, severity: 'warning', message: `${what} was not reached: ${reason ?? 'no way leads to it'}.` }
    default:
      return {
        file,
        line,
        severity: 'error',
        message: `${what} is not on ${page}${why && `: ${why}`}${near ? `. Near it: ${near}.` : why ? '.' : ', nor anything like it.'}${play}`,
      }
  }
}

function describeVerify({ file, line, step, withinMs }: FailedVerify): Finding {
  const message = `What step "${step}" verifies did not come true within ${withinMs / 1000} s of its action. Mend the assertion, or give it longer: within.`
  return { file, line, severity: 'warning', message }
}

function describeDoubt({ kind, signal, actual }: TargetDoubt): string {
  switch (kind) {
    case 'stale':
      return actual === undefined
        ? `its ${signal} no longer fits the element found`
        : `its ${signal} is "${cut(actual)}" now`
    case 'invalid':
      return `its ${signal} is not a selector`
    case 'generated':
      return `its ${signal} holds nothing that a release keeps`
    case 'position':
      return `without the positions and classes in its ${signal} there are several`
    case 'alone':
      return `only its ${signal} names it, and the next release may change that`
  }
}

function improve([best]: readonly TargetProposal[]): string {
  return best?.strength === 'strong'
    ? `Write ${writeTarget(best.target)}.`
    : 'Give the element a data-fanal-id, and name it as fanal.'
}

/** As YAML takes it in one line. */
export function writeTarget(target: FlowTarget): string {
  const parts = Object.entries(target).map(([signal, value]) => `${signal}: ${writeText(String(value))}`)
  return `{ ${parts.join(', ')} }`
}

function writeText(text: string): string {
  return /^[\p{L}][\p{L}\p{N} ’-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text)
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/**
 * Decides what the card says and offers where an assertion did not come true in time: what was expected, then the likeliest way out first. Pure.
 */
import type { Flow, FlowStep, FlowVerify } from '@fanal/contract'
import type { WidgetLocale } from '../../types.ts'
import { type Translate, translator } from '../../ui/translate.ts'
import type { CardAction, Unverified } from '../flow/describe-card.ts'
import type { FlowState } from '../flow/engine/flow-state.ts'
import type { fr } from './locales/fr.ts'
import { troubleWords } from './trouble-words.ts'

type Say = Translate<keyof typeof fr>

export function describeUnverified(
  flow: Flow,
  step: FlowStep,
  { failure }: Pick<FlowState, 'failure'>,
  locale: WidgetLocale,
): Unverified {
  const say = translator(troubleWords, locale)
  const remedy = flow.steps.find(({ id }) => id === step.remedy)
  const checkable = failure !== 'predicate_missing'
  const actions: (CardAction | false | undefined)[] = [
    remedy && { label: remedy.title ?? say('remedy'), event: { type: 'remedy' }, main: true },
    checkable && { label: say('retry'), event: { type: 'continue' }, main: !remedy },
    step.article !== undefined && { label: say('read'), event: { type: 'read' } },
    { label: say('skip'), event: { type: 'skip' }, main: !checkable && !remedy },
  ]
  return {
    note: checkable ? expectation(step.verify, say) : say('notVerifiable'),
    actions: actions.filter((one) => !!one),
  }
}

function expectation(verify: FlowVerify | undefined, say: Say): string {
  if (verify?.expected !== undefined) return say('notVerifiedExpected', { expected: verify.expected })
  if (verify?.page !== undefined) return say('notVerifiedPage')
  if (verify?.text !== undefined) return say('notVerifiedText', { text: verify.text })
  return say(verify?.element ? 'notVerifiedElement' : 'notVerified')
}

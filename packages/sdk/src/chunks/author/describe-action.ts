/** What a recorded step tells people to do, in the words of the page. */
import type { FlowAdvanceOn, FlowTarget } from '@fanal/contract'
import type { AuthorTranslate } from './author-words.ts'

export function describeAction(
  t: AuthorTranslate,
  { role = '', name, text }: FlowTarget,
  on: FlowAdvanceOn,
): { title: string; text: string } {
  const verb = verbOf(role, on)
  // Asterisks would be read as bold.
  const called = (name ?? text ?? '').replaceAll('*', '')
  return {
    title: t(verb, { name: called || t('do.thing') }),
    text: `${t(verb, { name: called ? `**${called}**` : t('do.thing') })}.`,
  }
}

function verbOf(role: string, on: FlowAdvanceOn): Parameters<AuthorTranslate>[0] & `do.${string}` {
  if (on === 'input') return 'do.input'
  if (on === 'submit') return 'do.submit'
  if (on === 'change') return /^(?:checkbox|radio|switch)$/.test(role) ? 'do.check' : 'do.change'
  return /^(?:link|tab|menuitem)$/.test(role) ? 'do.open' : 'do.click'
}

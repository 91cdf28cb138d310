/** Asks what was wrong with an article that did not help. Stateless: who asks keeps the vote. */
import { limits, type VoteReason } from '@fanal/contract'
import type { Vote } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { element } from '../../ui/element.ts'
import { translator } from '../../ui/translate.ts'
import { toolWords } from './tool-words.ts'
import toolsCss from './tools.css?inline'

const reasons: VoteReason[] = ['missing', 'wrong', 'unclear', 'broken', 'other']

/** @param onChange the person picks a reason or types; not sent yet */
export function reasonsForm(
  { locale, root }: Runtime,
  vote: Vote,
  onChange: (change: Pick<Vote, 'reason' | 'comment'>) => void,
  onSend: () => void,
): HTMLFormElement {
  adoptStyles(root, toolsCss)
  const t = translator(toolWords, locale)
  const comment = element('textarea', {
    rows: 2,
    maxLength: limits.maxCommentChars,
    value: vote.comment ?? '',
    oninput: () => onChange({ comment: comment.value }),
    'aria-describedby': 'fanal-comment-hint',
  })
  const rest = [
    element('label', { className: 'field' }, element('span', {}, t('vote.comment')), comment),
    element('small', { id: 'fanal-comment-hint' }, t('vote.commentHint')),
    element('button', { type: 'submit', className: 'button primary' }, t('vote.send')),
  ]
  const choices = reasons.map((reason) => {
    const onchange = () => {
      onChange({ reason })
      form.append(...rest)
    }
    const choice = element('input', { type: 'radio', name: 'fanal-reason', checked: vote.reason === reason, onchange })
    return element('label', {}, choice, t(`vote.reason.${reason}`))
  })
  const form = element(
    'form',
    {
      onsubmit(event) {
        event.preventDefault()
        onSend()
      },
    },
    element('fieldset', { className: 'reasons' }, element('legend', {}, t('vote.why')), ...choices),
  )
  if (vote.reason) form.append(...rest)
  return form
}

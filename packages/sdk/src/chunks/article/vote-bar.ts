/**
 * Asks whether the article helped, and on "no" what was wrong. The vote leaves at once, the reason and comment when they
 * are sent; it can be changed, and is remembered for the visit.
 */
import { type Article, limits, type VoteReason } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { button, element, takeOut } from '../../ui/element.ts'
import { rememberArticle } from '../../ui/trail.ts'
import { keepVote, type Vote, voteOn } from './article-store.ts'
import type { ArticleTranslate } from './article-words.ts'

const reasons: VoteReason[] = ['missing', 'wrong', 'unclear', 'broken', 'other']

export function voteBar(runtime: Runtime, article: Article, t: ArticleTranslate): HTMLElement {
  let vote = voteOn(runtime, article)
  let details: HTMLElement[] = []
  const yes = button('button', t('vote.yes'), () => cast(true))
  const no = button('button', t('vote.no'), () => cast(false))
  const thanks = element('p', { role: 'status' })
  const question = element('fieldset', {}, element('legend', {}, t('vote.question')), yes, no)
  const bar = element('div', { className: 'vote' }, question, thanks)

  function cast(helpful: boolean): void {
    if (vote?.helpful === helpful) return
    keep({ helpful })
    report({ helpful })
    rememberArticle(runtime, article, helpful)
    // Whoever was not helped may write next, and perhaps when the connection is gone.
    if (!helpful) void runtime.load('contact').catch(() => {})
    draw()
  }

  function explain(): void {
    if (!vote?.reason) return
    report(vote)
    keep({ ...vote, explained: true })
    draw()
    // The button that was pressed is gone with its form.
    no.focus({ preventScroll: true })
  }

  function keep(next: Vote): void {
    vote = next
    keepVote(runtime, article, next)
  }

  function report({ helpful, reason, comment }: Vote): void {
    runtime.report('vote_cast', {
      articleId: article.id,
      revision: article.revision,
      helpful,
      ...(reason && { reason }),
      ...(comment?.trim() && { comment: comment.trim() }),
    })
  }

  function draw(): void {
    yes.ariaPressed = `${vote?.helpful === true}`
    no.ariaPressed = `${vote?.helpful === false}`
    thanks.textContent = !vote
      ? ''
      : t(vote.helpful ? 'vote.thanksYes' : vote.explained ? 'vote.sent' : 'vote.thanksNo')
    for (const node of details) takeOut(node)
    details = []
    if (vote?.helpful !== false) return
    if (!vote.explained) details.push(reasonsForm(t, vote, (change) => vote && keep({ ...vote, ...change }), explain))
    details.push(
      button('button plain', t('vote.support'), () => runtime.openContact('article', { subject: article.title })),
    )
    bar.append(...details)
  }

  draw()
  return bar
}

/** @param onChange the person picks a reason or types; not sent yet */
function reasonsForm(
  t: ArticleTranslate,
  vote: Vote,
  onChange: (change: Pick<Vote, 'reason' | 'comment'>) => void,
  onSend: () => void,
): HTMLFormElement {
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

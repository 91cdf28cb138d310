/**
 * Asks whether the article helped, and on "no" what was wrong. The vote leaves at once, the reason and comment when they
 * are sent; it can be changed, and is remembered, on this device too where it may be.
 */
import type { Article } from '@fanal/contract'
import type { Vote } from '../../chunks.ts'
import type { Runtime } from '../../runtime.ts'
import { button, element, takeOut } from '../../ui/element.ts'
import { rememberArticle } from '../../ui/trail.ts'
import { keepVote, voteOn } from './article-store.ts'
import type { ArticleTranslate } from './article-words.ts'

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
    thanks.textContent = vote ? t(thanksFor(vote)) : ''
    for (const node of details) takeOut(node)
    details = []
    if (vote?.helpful !== false) return
    if (!vote.explained && !vote.before) askWhy(vote)
    details.push(
      button('button plain', t('vote.support'), () => runtime.openContact('article', { subject: article.title })),
    )
    bar.append(...details)
  }

  /** Where the questions cannot be fetched the vote counts without them. */
  function askWhy(asked: Vote): void {
    runtime.load('tools').then(
      ({ reasonsForm }) => {
        if (vote !== asked) return
        const form = reasonsForm(runtime, asked, (change) => vote && keep({ ...vote, ...change }), explain)
        details.unshift(form)
        thanks.after(form)
      },
      () => {},
    )
  }

  draw()
  if (!vote) void runtime.guard(recallVote)

  /** Nobody is asked twice about the same revision, also not on another day. */
  async function recallVote(): Promise<void> {
    const helpful = await (await runtime.memory())?.voteOn(article.id, article.revision)
    if (helpful === undefined || vote) return
    vote = { helpful, before: true }
    draw()
  }

  return bar
}

function thanksFor({ helpful, before, explained }: Vote): Parameters<ArticleTranslate>[0] {
  if (before) return 'vote.before'
  if (helpful) return 'vote.thanksYes'
  return explained ? 'vote.sent' : 'vote.thanksNo'
}

/** An article that has arrived: title, guide, contents, body, vote, and what to read next. */
import type { Article } from '@fanal/contract'
import type { ArticleTools, ArticleViewProps } from '../../chunks.ts'
import type { Answered } from '../../runtime.ts'
import { button, element, icon } from '../../ui/element.ts'
import { takeFocus } from '../../ui/take-focus.ts'
import { rememberArticle } from '../../ui/trail.ts'
import { translator } from '../../ui/translate.ts'
import { type ArticleTranslate, articleWords } from './article-words.ts'
import { renderNodes } from './render-node.ts'
import { voteBar } from './vote-bar.ts'
import { watchReading } from './watch-reading.ts'

/** From this many headings and characters on, contents help more than they cost. */
const longToc = { entries: 3, chars: 800 }

/** @returns to be called when the article leaves the screen */
export function showArticle(into: Element, article: Answered<Article>, props: ArticleViewProps): () => void {
  const { runtime, from, anchor, place, onOpenArticle, onStartFlow } = props
  const { id: articleId, revision } = article
  const t = translator(articleWords, runtime.locale)
  const title = element('h2', { tabIndex: -1, lang: article.locale }, article.title)
  const body = renderNodes(article.body, {
    host: runtime.host,
    t,
    onOpenArticle: (id, at) => onOpenArticle(id, 'link', at),
    onStartFlow,
  })
  const bodyElement = element('div', { className: 'body', lang: article.locale }, ...body)
  const isLong = article.toc.length >= longToc.entries && bodyElement.textContent.length >= longToc.chars
  const read = element(
    'div',
    {},
    !!article.category && element('small', { className: 'category' }, article.category),
    title,
    dated('kept', article.keptAt, runtime.locale, t),
    article.flow && guide(article.flow.id, t, onStartFlow),
    isLong && contents(article, t, goTo),
    bodyElement,
  )
  const bar = element('div', { className: 'bar' })
  const page = element(
    'article',
    {},
    read,
    dated('updated', article.updatedAt, runtime.locale, t),
    bar,
    voteBar(runtime, article, t),
    article.related.length > 0 && related(article, t, onOpenArticle),
  )

  function goTo(id: string): void {
    const heading = page.querySelector<HTMLElement>(`[data-anchor="${CSS.escape(id)}"]`)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }

  into.replaceChildren(page)
  takeFocus(title)
  if (anchor) goTo(anchor)
  else if (place) {
    const { top, height } = read.getBoundingClientRect()
    into.scrollTop += top + place * height - into.getBoundingClientRect().bottom
  }
  rememberArticle(runtime, article)
  runtime.report('article_opened', { articleId, revision, from })
  const undos = [
    watchReading(runtime, read, (activeMs) => runtime.report('article_read', { articleId, revision, activeMs })),
    bringTools({ runtime, article, page, read, bar }),
  ]
  return () => {
    for (const undo of undos) undo()
  }
}

/** The article can be read without them; where they cannot be fetched it stays as it is. */
function bringTools(parts: ArticleTools): () => void {
  const { runtime, page } = parts
  let leave: (() => void) | undefined
  runtime.load('tools').then(
    ({ furnishArticle }) => {
      if (page.isConnected) leave = runtime.guard(() => furnishArticle(parts))
    },
    () => {},
  )
  return () => leave?.()
}

function guide(flowId: string, t: ArticleTranslate, onStart: (id: string) => void): HTMLElement {
  const start = button('button primary', t('flow.start'), () => onStart(flowId))
  start.prepend(icon('M6.5 4.5v11l9-5.5z'))
  return element('div', { className: 'guide' }, element('p', {}, t('flow.text')), start)
}

function contents({ toc }: Article, t: ArticleTranslate, goTo: (id: string) => void): HTMLElement {
  const entries = toc.map(({ id, title, depth }) =>
    element(
      'li',
      { 'data-depth': `${depth}` },
      button('link', title, () => goTo(id)),
    ),
  )
  return element('details', { className: 'toc' }, element('summary', {}, t('toc.title')), element('ol', {}, ...entries))
}

/** A line of when something happened to it; false where that did not, or nobody knows when. */
function dated(what: 'updated' | 'kept', when: string | number | undefined, locale: string, t: ArticleTranslate) {
  const at = new Date(when ?? '')
  if (Number.isNaN(at.getTime())) return false
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(at)
  return element('small', { className: what }, t(what, { date }))
}

function related(article: Article, t: ArticleTranslate, onOpen: ArticleViewProps['onOpenArticle']): HTMLElement {
  const items = article.related.map(({ id, title }) =>
    element(
      'li',
      {},
      button('link', title, () => onOpen(id, 'related')),
    ),
  )
  return element(
    'section',
    { className: 'related', 'aria-labelledby': 'fanal-related' },
    element('h3', { id: 'fanal-related' }, t('related.title')),
    element('ul', {}, ...items),
  )
}

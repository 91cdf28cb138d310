/** An article that has arrived: title, guide, contents, body, vote, and what to read next. */
import type { Article } from '@fanal/contract'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ArticleViewProps } from '../../chunks.ts'
import { Icon } from '../../ui/Icon.tsx'
import { rememberArticle } from '../../ui/trail.ts'
import { translator } from '../../ui/translate.ts'
import { ViewTitle } from '../../ui/ViewTitle.tsx'
import { keepVote, voteOn } from './article-store.ts'
import { articleWords } from './article-words.ts'
import { renderNodes } from './render-node.tsx'
import { useReading } from './use-reading.ts'
import { type Vote, VoteBar } from './VoteBar.tsx'

/** From this many headings on, contents help more than they cost. */
const longTocEntries = 4

export type ArticlePageProps = ArticleViewProps & { article: Article }

export function ArticlePage({
  runtime,
  article,
  from,
  anchor,
  onOpenArticle,
  onStartFlow,
  onContact,
}: ArticlePageProps) {
  const t = translator(articleWords, runtime.locale)
  const page = useRef<HTMLElement>(null)
  const read = useRef<HTMLDivElement>(null)
  const { id: articleId, revision } = article

  // Not after the frame: the person may leave before it.
  useLayoutEffect(() => {
    rememberArticle(runtime, article)
    runtime.report('article_opened', { articleId, revision, from })
  }, [runtime, article, articleId, revision, from])
  useReading(
    runtime,
    read,
    useCallback(
      (activeMs) => runtime.report('article_read', { articleId, revision, activeMs }),
      [runtime, articleId, revision],
    ),
  )

  const goTo = (id: string) => {
    const heading = page.current?.querySelector<HTMLElement>(`[data-anchor="${CSS.escape(id)}"]`)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }
  useLayoutEffect(() => {
    if (anchor) goTo(anchor)
  }, [anchor])
  const body = useMemo(
    () =>
      renderNodes(article.body, {
        host: runtime.host,
        t,
        onOpenArticle: (id, at) => onOpenArticle(id, 'link', at),
        onStartFlow,
      }),
    // The words and callbacks stay the same for as long as the article is shown.
    [article],
  )
  const updatedAt = new Date(article.updatedAt)
  return (
    <article ref={page}>
      <div ref={read}>
        {article.category && <small class="category">{article.category}</small>}
        <ViewTitle>{article.title}</ViewTitle>
        {article.flow && (
          <div class="guide">
            <p>{t('flow.text')}</p>
            <button type="button" class="button primary" onClick={() => article.flow && onStartFlow(article.flow.id)}>
              <Icon path="M6.5 4.5v11l9-5.5z" />
              {t('flow.start')}
            </button>
          </div>
        )}
        {article.toc.length >= longTocEntries && (
          <details class="toc">
            <summary>{t('toc.title')}</summary>
            <ol>
              {article.toc.map(({ id, title, depth }) => (
                <li key={id} data-depth={depth}>
                  <button type="button" class="link" onClick={() => goTo(id)}>
                    {title}
                  </button>
                </li>
              ))}
            </ol>
          </details>
        )}
        <div class="body">{body}</div>
      </div>
      {!Number.isNaN(updatedAt.getTime()) && (
        <small class="updated">
          {t('updated', { date: new Intl.DateTimeFormat(runtime.locale, { dateStyle: 'long' }).format(updatedAt) })}
        </small>
      )}
      <ArticleVote runtime={runtime} article={article} onContact={onContact} />
      {article.related.length > 0 && (
        <section aria-labelledby="fanal-related" class="related">
          <h3 id="fanal-related">{t('related.title')}</h3>
          <ul>
            {article.related.map(({ id, title }) => (
              <li key={id}>
                <button type="button" class="link" onClick={() => onOpenArticle(id, 'related')}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

function ArticleVote({ runtime, article, onContact }: Pick<ArticlePageProps, 'runtime' | 'article' | 'onContact'>) {
  const [vote, setVote] = useState<Vote | undefined>(() => voteOn(runtime, article))
  const keep = (next: Vote) => {
    keepVote(runtime, article, next)
    setVote(next)
  }
  const report = ({ helpful, reason, comment }: Vote) =>
    runtime.report('vote_cast', {
      articleId: article.id,
      revision: article.revision,
      helpful,
      ...(reason && { reason }),
      ...(comment?.trim() && { comment: comment.trim() }),
    })
  return (
    <VoteBar
      t={translator(articleWords, runtime.locale)}
      vote={vote}
      onVote={(helpful) => {
        if (vote?.helpful === helpful) return
        keep({ helpful })
        report({ helpful })
      }}
      onChange={(change) => vote && keep({ ...vote, ...change })}
      onExplain={() => {
        if (!vote?.reason) return
        keep({ ...vote, explained: true })
        report(vote)
      }}
      onContact={onContact}
    />
  )
}

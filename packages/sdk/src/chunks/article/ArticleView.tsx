/** One article: fetched, shown as nodes, watched being read, voted on. */
import type { Article } from '@fanal/contract'
import { useEffect, useState } from 'preact/hooks'
import type { ArticleViewProps } from '../../chunks.ts'
import { FetchProblem } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import fieldsCss from '../../ui/fields.css?inline'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { translator } from '../../ui/translate.ts'
import { ArticlePage } from './ArticlePage.tsx'
import articleCss from './article.css?inline'
import { fetchArticle, knownArticle } from './article-store.ts'
import { articleWords } from './article-words.ts'

export function ArticleView(props: ArticleViewProps) {
  const { runtime, articleId } = props
  for (const css of [fieldsCss, articleCss]) adoptStyles(runtime.root, css)
  const t = translator(articleWords, runtime.locale)
  const [article, setArticle] = useState<Article | undefined>(() => knownArticle(runtime, articleId))
  const [problem, setProblem] = useState<'offline' | 'gone'>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (article) return
    let current = true
    setProblem(undefined)
    fetchArticle(runtime, articleId).then(
      (fetched) => current && setArticle(fetched),
      (cause) => current && setProblem(cause instanceof FetchProblem && cause.status === 404 ? 'gone' : 'offline'),
    )
    return () => {
      current = false
    }
  }, [runtime, articleId, article, tries])

  if (article) return <ArticlePage {...props} article={article} />
  if (!problem) return <Skeleton lines={12} locale={runtime.locale} />
  return (
    <Notice
      title={t(problem === 'gone' ? 'gone.title' : 'failed.title')}
      text={t(problem === 'gone' ? 'gone.text' : 'failed.text')}
    >
      {problem === 'offline' && (
        <button type="button" class="button" onClick={() => setTries(tries + 1)}>
          {t('retry')}
        </button>
      )}
    </Notice>
  )
}

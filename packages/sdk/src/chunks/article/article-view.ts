/** One article: fetched, shown as nodes, watched being read, voted on. */
import type { Article } from '@fanal/contract'
import type { ArticleViewProps } from '../../chunks.ts'
import { type Answered, FetchProblem } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { button } from '../../ui/element.ts'
import fieldsCss from '../../ui/fields.css?inline'
import { notice } from '../../ui/notice.ts'
import type { OpenedView } from '../../ui/show-view.ts'
import { skeleton } from '../../ui/skeleton.ts'
import { supportLinks } from '../../ui/support-links.ts'
import { translator } from '../../ui/translate.ts'
import articleCss from './article.css?inline'
import { showArticle } from './article-page.ts'
import { fetchArticle, knownArticle } from './article-store.ts'
import { articleWords } from './article-words.ts'

export function openArticle(into: Element, props: ArticleViewProps): OpenedView<ArticleViewProps> {
  const { runtime, articleId } = props
  for (const css of [fieldsCss, articleCss]) adoptStyles(runtime.root, css)
  const t = translator(articleWords, runtime.locale)
  let leave = () => {}
  let isOpen = true

  const showPage = (article: Answered<Article>) => {
    leave = showArticle(into, article, props)
  }

  async function load(): Promise<void> {
    into.replaceChildren(skeleton(runtime.locale, 12))
    let article: Answered<Article>
    try {
      article = await fetchArticle(runtime, articleId)
    } catch (cause) {
      if (isOpen) into.replaceChildren(problem(cause))
      return
    }
    if (isOpen) showPage(article)
  }

  function problem(cause: unknown): HTMLElement {
    if (cause instanceof FetchProblem && cause.status === 404) return notice(t('gone.title'), t('gone.text'))
    const retry = button('button', t('retry'), () => void runtime.guard(load))
    return notice(t('failed.title'), t('failed.text'), retry, ...supportLinks(runtime))
  }

  const known = knownArticle(runtime, articleId)
  if (known) showPage(known)
  else void runtime.guard(load)

  return {
    end() {
      isOpen = false
      leave()
    },
  }
}

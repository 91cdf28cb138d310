/** One article: fetched, shown as nodes, watched being read, voted on. */
import type { Article } from '@fanal/contract'
import type { ArticleViewProps } from '../../chunks.ts'
import { type Answered, FetchProblem } from '../../runtime.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { button, element } from '../../ui/element.ts'
import fieldsCss from '../../ui/fields.css?inline'
import { notice } from '../../ui/notice.ts'
import type { OpenedView } from '../../ui/show-view.ts'
import { skeleton } from '../../ui/skeleton.ts'
import { supportLinks } from '../../ui/support-links.ts'
import { takeFocus } from '../../ui/take-focus.ts'
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
      await fail(cause)
      return
    }
    if (isOpen) showPage(article)
  }

  /** Of an article that was never opened this device may know what the list of results said. */
  async function fail(cause: unknown): Promise<void> {
    const isGone = cause instanceof FetchProblem && cause.status === 404
    const outline = isGone ? undefined : await (await runtime.memory())?.outline(articleId)
    if (!isOpen) return
    if (isGone) return into.replaceChildren(notice(t('gone.title'), t('gone.text')))
    const ways = [button('button', t('retry'), () => void runtime.guard(load)), ...supportLinks(runtime)]
    if (!outline) return into.replaceChildren(notice(t('failed.title'), t('failed.text'), ...ways))
    const title = element('h2', { tabIndex: -1 }, outline.title)
    const summary = !!outline.summary && element('p', {}, outline.summary)
    into.replaceChildren(element('article', {}, title, summary, notice(undefined, t('away'), ...ways)))
    takeFocus(title)
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

/**
 * Under « Aucun résultat »: other words to search, and articles that come near. They are no results: they say « Peut-être », and no
 * signal counts them. Under results that may not answer: other words alone. Where nothing comes near, advice how to ask.
 */
import type { NeighboursProps } from '../../chunks.ts'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { articleRow } from '../../ui/article-row.ts'
import { button, type Child, element } from '../../ui/element.ts'
import type { OpenedView } from '../../ui/show-view.ts'
import { skeleton } from '../../ui/skeleton.ts'
import { translator } from '../../ui/translate.ts'
import { askNeighbours, type Neighbours } from './ask-neighbours.ts'
import neighboursCss from './neighbours.css?inline'
import { neighboursWords } from './neighbours-words.ts'

export function openNeighbours(into: Element, props: NeighboursProps): OpenedView<NeighboursProps> {
  const { runtime, query, hasResults, onOpenArticle, onQuery } = props
  adoptStyles(runtime.root, neighboursCss)
  const t = translator(neighboursWords, runtime.locale)
  const end = new AbortController()
  into.replaceChildren(skeleton(runtime.locale, 6))
  askNeighbours(runtime, query, end.signal)
    // Without the index the advice remains.
    .catch(() => ({ queries: [], articles: [] }))
    .then((found) => end.signal.aborted || into.replaceChildren(...content(found)))

  function content({ queries, articles }: Neighbours): HTMLElement[] {
    if (!queries.length) return [section(t('rephrase'), advice())]
    const phrases = section(t('rephrase'), element('div', { className: 'phrases' }, ...queries.map(phrase)))
    if (hasResults) return [phrases]
    return [
      phrases,
      section(t('maybe'), element('p', {}, t('maybe.text')), element('ul', {}, ...articles.map(article))),
    ]
  }

  function section(title: string, ...children: Child[]): HTMLElement {
    return element('section', { className: 'neighbours', ariaLabel: title }, element('h2', {}, title), ...children)
  }

  function phrase(words: string): HTMLElement {
    const choose = button('button', words, () => onQuery(words))
    choose.ariaLabel = t('rephrase.name', { query: words })
    return choose
  }

  function article({ objectID, title, category }: Neighbours['articles'][number]): HTMLElement {
    return articleRow({
      title: [title],
      category,
      onIntent: () => void runtime.load('article').catch(() => {}),
      onOpen: () => onOpenArticle(objectID),
    })
  }

  function advice(): HTMLElement {
    const ways = (['advice.symptom', 'advice.code', 'advice.shorter'] as const).map((key) => element('li', {}, t(key)))
    return element('ul', { className: 'advice' }, ...ways)
  }

  return { end: () => end.abort() }
}

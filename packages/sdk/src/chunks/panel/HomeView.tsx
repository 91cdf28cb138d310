/** What the person sees first: the articles for the page they are on. */
import type { Runtime } from '../../runtime.ts'
import { ArticleRow } from '../../ui/ArticleRow.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { panelWords } from '../../ui/panel-words.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { translator } from '../../ui/translate.ts'
import { ViewTitle } from '../../ui/ViewTitle.tsx'
import type { View } from './navigation.ts'
import type { Suggestions } from './suggestions.ts'

export interface HomeViewProps {
  runtime: Runtime
  suggestions: Suggestions
  onShow(view: View): void
}

export function HomeView({ runtime, suggestions, onShow }: HomeViewProps) {
  const t = translator(panelWords, runtime.locale)
  const { items, status } = suggestions
  return (
    <section aria-labelledby="fanal-suggested" aria-busy={status === 'loading'}>
      <ViewTitle id="fanal-suggested">{t('home.title')}</ViewTitle>
      {items.length ? (
        <ul class="rows">
          {items.map(({ id, url, title, summary, category }) => (
            <ArticleRow
              key={id ?? url}
              title={title}
              summary={summary}
              category={category}
              onIntent={() => void runtime.load('article').catch(() => {})}
              href={url}
              onOpen={() => id && onShow({ kind: 'article', articleId: id, from: 'suggestion' })}
            />
          ))}
        </ul>
      ) : status === 'loading' ? (
        <Skeleton lines={6} locale={runtime.locale} />
      ) : (
        <Notice text={t(status === 'failed' ? 'home.failed' : 'home.empty')} />
      )}
    </section>
  )
}

/** Results as the person types, a screen that helps on when there are none, and a way out when the index cannot be reached. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { SearchViewProps } from '../../chunks.ts'
import { ArticleRow } from '../../ui/ArticleRow.tsx'
import { adoptStyles } from '../../ui/adopt-styles.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { type Translate, translator } from '../../ui/translate.ts'
import { Highlight } from './Highlight.tsx'
import searchCss from './search.css?inline'
import { knownSearch, openSearchSession, type SearchSession, type SearchState } from './search-session.ts'
import { searchWords } from './search-words.ts'
import { snippetOf } from './snippet.ts'

export function SearchView({ runtime, query, commits = 0, onOpenArticle, onContact }: SearchViewProps) {
  adoptStyles(runtime.root, searchCss)
  const t = translator(searchWords, runtime.locale)
  const [session, setSession] = useState<SearchSession>()
  const [state, setState] = useState<SearchState>(() => knownSearch(runtime, query))
  useEffect(() => {
    const opened = openSearchSession(runtime, setState)
    setSession(opened)
    return () => opened.destroy()
  }, [runtime])
  // Before the next view replaces this one, for leaving to support counts too. Enter may have come before this chunk did.
  useLayoutEffect(() => {
    session?.ask(query)
    if (commits > 0) session?.commit()
  }, [session, query, commits])

  const { status, answer } = state
  const isEmpty = status === 'ready' && answer?.hits.length === 0
  const isStale = status === 'loading' && answer !== null
  return (
    <section aria-label={t('title')} aria-busy={status === 'loading'}>
      <p role="status" class={isEmpty ? 'none' : 'count'}>
        {status === 'ready' && answer ? countText(t, runtime.locale, answer.nbHits, state.query) : ''}
      </p>
      {status === 'failed' ? (
        <Notice title={t('failed.title')} text={t('failed.text')}>
          <button type="button" class="button primary" onClick={() => session?.retry()}>
            {t('retry')}
          </button>
          <button type="button" class="button plain" onClick={onContact}>
            {t('contact')}
          </button>
        </Notice>
      ) : !answer ? (
        <Skeleton lines={9} locale={runtime.locale} />
      ) : answer.hits.length ? (
        <ul class={isStale ? 'rows stale' : 'rows'}>
          {answer.hits.map((hit, index) => (
            <ArticleRow
              key={hit.objectID}
              title={<Highlight value={hit._highlightResult?.title?.value ?? hit.title} />}
              summary={<Highlight value={snippetOf(hit)} />}
              category={hit.category}
              onIntent={() => void runtime.load('article').catch(() => {})}
              onOpen={() => {
                session?.click(hit.objectID, index + 1)
                onOpenArticle(hit.objectID)
              }}
            />
          ))}
        </ul>
      ) : (
        status === 'ready' && <NoResults t={t} onContact={onContact} />
      )}
    </section>
  )
}

type SearchTranslate = Translate<keyof typeof searchWords.fr>

function countText(t: SearchTranslate, locale: string, count: number, query: string): string {
  if (count === 0) return t('none', { query })
  return t(new Intl.PluralRules(locale).select(count) === 'one' ? 'count.one' : 'count.other', { count })
}

/** How to say it differently, and support at hand. */
function NoResults({ t, onContact }: { t: SearchTranslate; onContact(): void }) {
  return (
    <>
      <ul class="advice">
        <li>{t('advice.symptom')}</li>
        <li>{t('advice.code')}</li>
        <li>{t('advice.shorter')}</li>
      </ul>
      <p class="handoff">{t('none.support')}</p>
      <button type="button" class="button primary" onClick={onContact}>
        {t('contact')}
      </button>
    </>
  )
}

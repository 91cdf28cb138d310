/** The frame around every view: title, back, close, search box, and the way to support, one click away everywhere. */
import { limits } from '@fanal/contract'
import type { Runtime } from '../../runtime.ts'
import { Icon } from '../../ui/Icon.tsx'
import { panelWords } from '../../ui/panel-words.ts'
import { translator } from '../../ui/translate.ts'
import { HomeView } from './HomeView.tsx'
import { LoadedView } from './LoadedView.tsx'
import { currentEntry, currentQuery, type Navigation, type View } from './navigation.ts'
import type { Suggestions } from './suggestions.ts'
import type { ViewChunks } from './view-chunks.ts'

export interface PanelProps {
  runtime: Runtime
  navigation: Navigation
  /** how many times the person pressed Enter in the search box */
  commits: number
  suggestions: Suggestions
  chunks: ViewChunks
  onType(query: string): void
  onCommit(): void
  onShow(view: View): void
  onBack(): void
  onClose(): void
  onRetry(): void
}

export function Panel(props: PanelProps) {
  const { runtime, navigation, onShow } = props
  const t = translator(panelWords, runtime.locale)
  const { view, serial } = currentEntry(navigation)
  const query = currentQuery(navigation)
  const contact = () => {
    // Who goes to support from the results meant the search, however soon they left.
    if (view.kind === 'search') props.onCommit()
    onShow({ kind: 'contact', from: view.kind, ...(view.kind === 'search' && { prefill: { subject: view.query } }) })
  }
  return (
    <>
      <header>
        {navigation.length > 1 && (
          <button type="button" class="tool" aria-label={t('panel.back')} onClick={props.onBack}>
            <Icon path="M12 4.5 6.5 10l5.5 5.5" />
          </button>
        )}
        <b>{t('panel.title')}</b>
        <button type="button" class="tool" aria-label={t('panel.close')} onClick={props.onClose}>
          <Icon path="m5 5 10 10M15 5 5 15" />
        </button>
      </header>
      {view.kind !== 'contact' && <SearchBox {...props} query={query} />}
      <div class="view" key={serial}>
        {view.kind === 'home' ? (
          <HomeView runtime={runtime} suggestions={props.suggestions} onShow={onShow} />
        ) : (
          <LoadedView {...props} view={view} onContact={contact} />
        )}
      </div>
      <footer>
        <button
          type="button"
          class="button"
          aria-current={view.kind === 'contact' ? 'page' : undefined}
          onPointerEnter={() => void runtime.load('contact').catch(() => {})}
          onClick={contact}
        >
          <Icon path="M3 4.5h14v9.5H9l-4 3v-3H3zM7 8h6M7 10.8h4" />
          {t('panel.contact')}
        </button>
      </footer>
    </>
  )
}

type SearchBoxProps = Pick<PanelProps, 'runtime' | 'onType' | 'onCommit'> & { query: string }

function SearchBox({ runtime, query, onType, onCommit }: SearchBoxProps) {
  const t = translator(panelWords, runtime.locale)
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers before 2023 do not know <search>
    <form
      role="search"
      class="searchbox"
      onSubmit={(event) => {
        event.preventDefault()
        onCommit()
      }}
    >
      <Icon path="M8.7 14.4a5.7 5.7 0 1 0 0-11.4 5.7 5.7 0 0 0 0 11.4Zm4.1-1.6L17 17" />
      <input
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        maxLength={limits.maxQueryChars}
        aria-label={t('search.name')}
        placeholder={t('search.placeholder')}
        value={query}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {query && (
        <button
          type="button"
          class="tool"
          aria-label={t('search.clear')}
          onClick={({ currentTarget }) => {
            currentTarget.form?.querySelector('input')?.focus()
            onType('')
          }}
        >
          <Icon path="m6.5 6.5 7 7m0-7-7 7" />
        </button>
      )}
    </form>
  )
}

/** The frame around every view: title, back, close, search box, and the way to support, one click away everywhere. */
import { limits } from '@fanal/contract'
import { useRef } from 'preact/hooks'
import type { Runtime } from '../../runtime.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PanelOpenContext } from '../../ui/panel-open.ts'
import { panelWords } from '../../ui/panel-words.ts'
import { LocaleContext, translator } from '../../ui/translate.ts'
import { HomeView } from './HomeView.tsx'
import { LoadedView } from './LoadedView.tsx'
import { currentEntry, currentQuery, type Navigation, type View } from './navigation.ts'
import type { Suggestions } from './suggestions.ts'

export interface PanelProps {
  runtime: Runtime
  isOpen: boolean
  navigation: Navigation
  /** how many times the person pressed Enter in the search box */
  commits: number
  suggestions: Suggestions
  onType(query: string): void
  onCommit(): void
  onShow(view: View): void
  onBack(): void
  onClose(): void
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
    <LocaleContext.Provider value={runtime.locale}>
      <PanelOpenContext.Provider value={props.isOpen}>
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
      </PanelOpenContext.Provider>
    </LocaleContext.Provider>
  )
}

type SearchBoxProps = Pick<PanelProps, 'runtime' | 'onType' | 'onCommit'> & { query: string }

function SearchBox({ runtime, query, onType, onCommit }: SearchBoxProps) {
  const t = translator(panelWords, runtime.locale)
  const box = useRef<HTMLInputElement>(null)
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
        ref={box}
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
          onClick={() => {
            onType('')
            box.current?.focus()
          }}
        >
          <Icon path="m6.5 6.5 7 7m0-7-7 7" />
        </button>
      )}
    </form>
  )
}

/** Backlog: what to write and what to mend, ranked; the filters stand in the URL. */
import { type BacklogState, backlogExits, backlogStates } from '@fanal/contract'
import { useQuery } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { type BacklogList, backlogQuery } from '../../api/backlog.ts'
import { usePreferences, useTranslate } from '../../preferences/PreferencesProvider.tsx'
import { useConsole } from '../../shell/ConsoleProvider.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { LinkSegments } from '../../ui/Segments.tsx'
import { screens } from '../../url/addresses.ts'
import { pick, toUrl } from '../../url/query.ts'
import { BacklogTable } from './BacklogTable.tsx'
import { type BacklogFilter, filterBacklog, readFilter } from './filter-backlog.ts'

export function BacklogScreen() {
  const t = useTranslate()
  const { query } = useLocation()
  const { project } = useConsole()
  const list = useQuery(backlogQuery(project.id))
  const filter = readFilter(query)
  return (
    <Page title={t('backlog.title')} lead={t('backlog.lead')}>
      <Filters filter={filter} />
      <Loaded query={list} lines={8}>
        {(data) => <Ranked list={data} filter={filter} />}
      </Loaded>
    </Page>
  )
}

function Filters({ filter }: { filter: BacklogFilter }) {
  const t = useTranslate()
  const { path, query, route } = useLocation()
  const groups = { open: 'backlog.stateOpen', closed: 'backlog.stateClosed', all: 'backlog.stateAll' } as const
  const kinds = { all: 'backlog.kindAll', missing: 'backlog.kindMissing', failing: 'backlog.kindFailing' } as const
  const isGroup = (state: string): state is keyof typeof groups => state in groups
  const states: readonly BacklogState[] = [...backlogStates, ...backlogExits]
  return (
    <div class="toolbar">
      <div class="toolbar-group">
        <span class="toolbar-label" aria-hidden="true">
          {t('backlog.state')}
        </span>
        <label class="select">
          <span class="visually-hidden">{t('backlog.filterState')}</span>
          <select
            value={filter.state}
            onChange={({ currentTarget: { value } }) =>
              route(toUrl(path, query, { state: value === 'open' ? null : value }))
            }
          >
            {Object.keys(groups)
              .filter(isGroup)
              .map((group) => (
                <option key={group} value={group}>
                  {t(groups[group])}
                </option>
              ))}
            <hr />
            {states.map((state) => (
              <option key={state} value={state}>
                {t(`state.${state}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="toolbar-group">
        <span class="toolbar-label" aria-hidden="true">
          {t('backlog.kind')}
        </span>
        <LinkSegments
          label={t('backlog.filterKind')}
          options={(['all', 'missing', 'failing'] as const).map((kind) => ({
            label: t(kinds[kind]),
            href: toUrl(path, query, { kind: kind === 'all' ? null : kind }),
            current: filter.kind === kind,
          }))}
        />
      </div>
    </div>
  )
}

function Ranked({ list, filter }: { list: BacklogList; filter: BacklogFilter }) {
  const { preferences } = usePreferences()
  const items = filterBacklog(list.items, filter)
  if (items.length === 0) return <NothingHere filtered={list.items.length > 0} />
  return (
    <>
      <BacklogTable items={items} shortcuts={preferences.shortcuts} />
      {preferences.shortcuts && <ShortcutsHint />}
    </>
  )
}

function ShortcutsHint() {
  const t = useTranslate()
  return (
    <p class="hint shortcuts-hint wide-only">
      <kbd>j</kbd> <kbd>k</kbd> {t('backlog.shortcuts')} <kbd>{t('backlog.enter')}</kbd> {t('backlog.shortcutsOpen')}
    </p>
  )
}

/** Nothing opened yet, or nothing that the filters keep: two different things to do next. */
function NothingHere({ filtered }: { filtered: boolean }) {
  const t = useTranslate()
  const { query } = useLocation()
  return (
    <div class="empty">
      <h2>{t(filtered ? 'empty.backlogFilter' : 'empty.backlog')}</h2>
      {filtered ? (
        <a class="button" href={toUrl(screens.backlog, { ...pick(query, ['project']), state: 'all' })}>
          {t('empty.backlogReset')}
        </a>
      ) : (
        <p>{t('empty.backlogText')}</p>
      )}
    </div>
  )
}

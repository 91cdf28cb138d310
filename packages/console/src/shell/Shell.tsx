/** The console's frame: brand, project, menu, preferences, the person; the screen stands in <main>. */

import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { useSignOut } from '../api/session.ts'
import { useTranslate } from '../preferences/PreferencesProvider.tsx'
import { errorText } from '../ui/error-text.ts'
import { menuAddress, screens } from '../url/addresses.ts'
import { toUrl } from '../url/query.ts'
import { Brand } from './Brand.tsx'
import { useConsole } from './ConsoleProvider.tsx'
import { ArticlesIcon, BacklogIcon, DeflectionIcon, FlowsIcon, SearchesIcon } from './icons.tsx'
import { PreferencesPanel } from './PreferencesPanel.tsx'

const entries = [
  { path: screens.deflection, key: 'nav.deflection', Icon: DeflectionIcon },
  { path: screens.backlog, key: 'nav.backlog', Icon: BacklogIcon },
  { path: screens.searches, key: 'nav.searches', Icon: SearchesIcon },
  { path: screens.articles, key: 'nav.articles', Icon: ArticlesIcon },
  { path: screens.flows, key: 'nav.flows', Icon: FlowsIcon },
] as const

export function Shell({ children }: { children: ComponentChildren }) {
  const t = useTranslate()
  return (
    <div class="shell">
      <a class="skip-link" href="#main">
        {t('app.skip')}
      </a>
      <header class="sidebar">
        <div class="sidebar-top">
          <Brand />
          <ProjectSwitch />
        </div>
        <Menu />
        <details class="settings">
          <PersonSummary />
          <div class="settings-body">
            <PreferencesPanel shortcuts />
            <Person />
          </div>
        </details>
      </header>
      <main id="main" class="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function ProjectSwitch() {
  const t = useTranslate()
  const { session, project } = useConsole()
  const { path, query, route } = useLocation()
  if (session.projects.length < 2) return <p class="project-name">{project.title}</p>
  return (
    <label class="project-switch">
      <span class="visually-hidden">{t('project.label')}</span>
      <select
        value={project.id}
        onChange={(event) => {
          // An item belongs to one project: its page has no counterpart in another.
          const target = path.startsWith(`${screens.backlog}/`) ? screens.backlog : path
          route(toUrl(target, query, { project: event.currentTarget.value }))
        }}
      >
        {session.projects.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}

function Menu() {
  const t = useTranslate()
  const { path, query } = useLocation()
  return (
    <nav class="menu" aria-label={t('nav.label')}>
      <ul>
        {entries.map(({ path: target, key, Icon }) => {
          const here = path === target || path.startsWith(`${target}/`)
          return (
            <li key={target}>
              <a href={menuAddress(target, query)} aria-current={here ? 'page' : undefined}>
                <Icon />
                {t(key)}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function PersonSummary() {
  const t = useTranslate()
  const { name, email } = useConsole().session.person
  return (
    <summary>
      <span class="avatar" aria-hidden="true">
        {initials(name || email)}
      </span>
      <span class="person-name">{name || email}</span>
      <span class="visually-hidden">{t('nav.settings')}</span>
    </summary>
  )
}

/** Up to two letters that stand for a person. */
function initials(name: string): string {
  return name
    .split(/[\s@._-]+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}

function Person() {
  const t = useTranslate()
  const { session } = useConsole()
  const signOut = useSignOut(session.csrfToken)
  const { name, email, role } = session.person
  return (
    <div class="person">
      <p>
        <strong>{name || email}</strong>
        <span>
          {t(`role.${role}`)}
          {name ? ` · ${email}` : ''}
        </span>
      </p>
      <button type="button" class="button button-quiet" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
        {t('signOut.action')}
      </button>
      {signOut.error && (
        <p class="field-error" role="alert">
          {errorText(signOut.error, t)}
        </p>
      )}
    </div>
  )
}

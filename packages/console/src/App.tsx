/** The console: who is signed in decides between the sign-in page and the screens; the URL says which screen. */

import type { ConsoleSession } from '@fanal/contract'
import { type QueryClient, QueryClientProvider } from '@tanstack/preact-query'
import { useLayoutEffect } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { useSession } from './api/session.ts'
import { PreferencesProvider, useTranslate } from './preferences/PreferencesProvider.tsx'
import { ArticlesScreen } from './screens/articles/ArticlesScreen.tsx'
import { BacklogItemScreen } from './screens/backlog/BacklogItemScreen.tsx'
import { BacklogScreen } from './screens/backlog/BacklogScreen.tsx'
import { DeflectionScreen } from './screens/deflection/DeflectionScreen.tsx'
import { FlowsScreen } from './screens/flows/FlowsScreen.tsx'
import { SearchesScreen } from './screens/searches/SearchesScreen.tsx'
import { SignIn } from './screens/sign-in/SignIn.tsx'
import { ConsoleProvider } from './shell/ConsoleProvider.tsx'
import { Shell } from './shell/Shell.tsx'
import { Loaded } from './ui/Loaded.tsx'
import { Page } from './ui/Page.tsx'
import { ToastProvider } from './ui/Toasts.tsx'
import { menuAddress, screens } from './url/addresses.ts'
import { toUrl } from './url/query.ts'

export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <PreferencesProvider>
        <LocationProvider scope="/console">
          <ToastProvider>
            <Gate />
          </ToastProvider>
        </LocationProvider>
      </PreferencesProvider>
    </QueryClientProvider>
  )
}

/** The sign-in page stands at whatever URL was asked for, so that signing in leads there. */
function Gate() {
  const session = useSession()
  return (
    <Loaded query={session} lines={3}>
      {(state) =>
        state.status === 'signed-in' ? <SignedIn session={state.session} /> : <SignIn expiredFor={state.expiredFor} />
      }
    </Loaded>
  )
}

function SignedIn({ session }: { session: ConsoleSession }) {
  const t = useTranslate()
  const { query, path } = useLocation()
  const project = query.project ? session.projects.find(({ id }) => id === query.project) : session.projects[0]
  if (project) {
    return (
      <ConsoleProvider session={session} project={project}>
        <Shell>
          <Screens />
        </Shell>
      </ConsoleProvider>
    )
  }
  return (
    <main class="stray">
      <Page title={query.project ? t('project.unknown', { project: query.project }) : t('project.none')}>
        {session.projects.length === 0 ? <p>{t('project.noneText')}</p> : <p>{t('project.choose')}</p>}
        <ul>
          {session.projects.map(({ id, title }) => (
            <li key={id}>
              <a href={toUrl(path, query, { project: id })}>{title}</a>
            </li>
          ))}
        </ul>
      </Page>
    </main>
  )
}

function Screens() {
  return (
    <Router>
      <Route path="/console" component={Home} />
      <Route path={screens.deflection} component={DeflectionScreen} />
      <Route path={screens.backlog} component={BacklogScreen} />
      <Route path={screens.backlogItem} component={BacklogItemScreen} />
      <Route path={screens.searches} component={SearchesScreen} />
      <Route path={screens.articles} component={ArticlesScreen} />
      <Route path={screens.flows} component={FlowsScreen} />
      <Route default component={NotFound} />
    </Router>
  )
}

/** `/console` alone leads to the first screen, without leaving a step in the history. */
function Home() {
  const { route, query } = useLocation()
  useLayoutEffect(() => route(menuAddress(screens.deflection, query), true), [route, query])
  return null
}

function NotFound() {
  const t = useTranslate()
  return (
    <Page title={t('app.notFound')}>
      <p>{t('app.notFoundText')}</p>
    </Page>
  )
}

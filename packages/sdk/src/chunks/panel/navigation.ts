/**
 * Where the person is inside the panel: a stack of views, home at the bottom, with the place each was scrolled to.
 * Pure. The search box shows the query of the nearest search below, so that results and articles opened from them agree.
 */
import type { SignalProps } from '@fanal/contract'
import type { ContactPrefill } from '../../runtime.ts'

export type ArticleFrom = SignalProps['article_opened']['from']

export type View =
  | { kind: 'home' }
  | { kind: 'search'; query: string }
  | { kind: 'article'; articleId: string; from: ArticleFrom; anchor?: string }
  | { kind: 'contact'; from: string; prefill?: ContactPrefill }

export interface Entry {
  /** differs for every view shown, so that a view never inherits another's state */
  serial: number
  view: View
  scrollTop: number
}

/** Never empty: the first is home. */
export type Navigation = readonly [Entry, ...Entry[]]

/** Beyond this, the oldest views after home are forgotten. */
const maxEntries = 30

export const startNavigation: Navigation = [{ serial: 0, view: { kind: 'home' }, scrollTop: 0 }]

export function currentEntry(navigation: Navigation): Entry {
  return navigation.at(-1) ?? navigation[0]
}

/** The text of the search box. */
export function currentQuery(navigation: Navigation): string {
  const view = navigation.findLast(({ view }) => view.kind === 'search')?.view
  return view?.kind === 'search' ? view.query : ''
}

/**
 * Shows a view on top. The same article or the contact form already on top stays as it is.
 *
 * @param scrollTop where the view left behind was scrolled to, px
 */
export function show(navigation: Navigation, view: View, scrollTop = 0): Navigation {
  const top = currentEntry(navigation)
  if (view.kind === 'home') return [{ ...navigation[0], serial: top.serial + 1, scrollTop: 0 }]
  if (view.kind === 'article' && top.view.kind === 'article' && top.view.articleId === view.articleId) return navigation
  if (view.kind === 'contact' && top.view.kind === 'contact' && !view.prefill) return navigation
  const [home, ...others] = navigation
  const left = others.map((entry) => (entry === top ? { ...entry, scrollTop } : entry))
  const bottom = home === top ? { ...home, scrollTop } : home
  return [bottom, ...left.slice(2 - maxEntries), { serial: top.serial + 1, view, scrollTop: 0 }]
}

/** Leaves the view on top; home stays. */
export function back(navigation: Navigation): Navigation {
  const [home, ...others] = navigation
  return [home, ...others.slice(0, -1)]
}

/** The person types: results replace results, a search emptied is left, any other view is left below. */
export function type(navigation: Navigation, query: string, scrollTop = 0): Navigation {
  const top = currentEntry(navigation)
  if (top.view.kind !== 'search') {
    return query.trim() ? show(navigation, { kind: 'search', query }, scrollTop) : navigation
  }
  if (!query) return back(navigation)
  const [home, ...others] = navigation
  return [home, ...others.slice(0, -1), { ...top, view: { kind: 'search', query }, scrollTop: 0 }]
}

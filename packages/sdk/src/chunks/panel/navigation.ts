/**
 * Where the person is inside the panel: a stack of views, home at the bottom, with the place each was scrolled to,
 * and those gone back from, which wait ahead until another view is shown.
 * Pure. The search box shows the query of the nearest search below, so that results and articles opened from them agree.
 */
import type { View } from '../../chunks.ts'

export interface Entry {
  /** differs for every view shown, so that a view never inherits another's state */
  serial: number
  view: View
  scrollTop: number
}

export interface Navigation {
  /** Never empty: the first is home, the last is on screen. */
  readonly seen: readonly [Entry, ...Entry[]]
  /** The last is the next one forward. */
  readonly ahead: readonly Entry[]
}

/** Beyond this, the oldest views after home are forgotten. */
const maxEntries = 30

export const startNavigation: Navigation = {
  seen: [{ serial: 0, view: { kind: 'home' }, scrollTop: 0 }],
  ahead: [],
}

export function currentEntry({ seen }: Navigation): Entry {
  return seen.at(-1) ?? seen[0]
}

/** The text of the search box. */
export function currentQuery({ seen }: Navigation): string {
  const view = seen.findLast(({ view }) => view.kind === 'search')?.view
  return view?.kind === 'search' ? view.query : ''
}

/**
 * Shows a view on top. The same article or the contact form already on top stays as it is; the form with something else to say takes
 * the place of the one before.
 *
 * @param scrollTop where the view left behind was scrolled to, px
 */
export function show(navigation: Navigation, view: View, scrollTop = 0): Navigation {
  const top = currentEntry(navigation)
  const serial = top.serial + 1
  if (view.kind === 'home') return to([{ ...navigation.seen[0], serial, scrollTop: 0 }])
  if (view.kind === 'article' && top.view.kind === 'article' && top.view.articleId === view.articleId) return navigation
  const isForm = view.kind === 'contact' && top.view.kind === 'contact'
  if (isForm && !view.prefill) return navigation
  const [home, ...others] = leave(navigation, scrollTop)
  if (isForm) others.pop()
  return to([home, ...others.slice(2 - maxEntries), { serial, view, scrollTop: 0 }])
}

/** Leaves the view on top, to which `forward` returns; home stays. */
export function back(navigation: Navigation, scrollTop = 0): Navigation {
  const [home, ...others] = navigation.seen
  const left = others.pop()
  return left ? to([home, ...others], [...navigation.ahead, { ...left, scrollTop }]) : navigation
}

/** Shows again what was gone back from last. */
export function forward(navigation: Navigation, scrollTop = 0): Navigation {
  const { ahead } = navigation
  const next = ahead.at(-1)
  return next ? to([...leave(navigation, scrollTop), next], ahead.slice(0, -1)) : navigation
}

/** The person types: results replace results, a search emptied is left for good, any other view is left below. */
export function type(navigation: Navigation, query: string, scrollTop = 0): Navigation {
  const top = currentEntry(navigation)
  if (top.view.kind !== 'search') {
    return query.trim() ? show(navigation, { kind: 'search', query }, scrollTop) : navigation
  }
  const [home, ...others] = navigation.seen
  others.pop()
  return to(query ? [home, ...others, { ...top, view: { kind: 'search', query }, scrollTop: 0 }] : [home, ...others])
}

/** What was seen, with the place where the last of it is left. */
function leave({ seen: [home, ...others] }: Navigation, scrollTop: number): Navigation['seen'] {
  const left = others.pop()
  return left ? [home, ...others, { ...left, scrollTop }] : [{ ...home, scrollTop }]
}

function to(seen: Navigation['seen'], ahead: readonly Entry[] = []): Navigation {
  return { seen, ahead }
}

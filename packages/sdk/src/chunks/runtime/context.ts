/**
 * What Fanal knows of the visitor's place: page key, topics, errors, what the host said. Never page text, queries or ids.
 */
import { foldPath } from '@fanal/contract'
import type { VisitorContext } from '../../runtime.ts'
import type { HostContext } from '../../types.ts'

export interface ContextKeeper {
  read(): VisitorContext
  /** page key of a path and fragment as they were at some moment */
  pageKey(path: string): string
  /** the title the host gave for the page, if it gave one */
  title(path: string): string | undefined
  /** @param path where the page was when the host said it */
  setPage(page: { path: string; title?: string }, path: string): void
  merge(context: HostContext): void
  addError(error: string): void
  forget(): void
}

const maxErrors = 5
/** More areas than this on one page say nothing about where the person is. */
const maxAreaTopics = 3

/**
 * @param urlFilter the host's own look at a path before it is folded
 * @param actionTopic topic around the last click or focus
 */
export function keepContext(
  urlFilter: ((path: string) => string) | undefined,
  actionTopic: () => string | undefined,
): ContextKeeper {
  let host: HostContext = {}
  let override: { at: string; path: string; title?: string } | undefined
  let errors: { at: string; text: string }[] = []

  const here = () => location.pathname + location.hash

  function pageKey(path: string): string {
    if (override?.at === path) return foldPath(override.path)
    // `#/factures` is a route, `#total` is a place in a page.
    const route = path.replace(/^[^#]*#!?(?=\/)/, '')
    return foldPath(urlFilter ? urlFilter(route) : route)
  }

  return {
    pageKey,
    title: (path) => (override?.at === path ? override.title : undefined),
    setPage(page, path) {
      override = { at: path, ...page }
    },
    merge(context) {
      host = { ...host, ...context }
      if (context.errors) errors = []
    },
    addError(text) {
      const page = pageKey(here())
      errors = [...errors.filter((error) => error.text !== text), { at: page, text }].slice(-maxErrors)
    },
    forget() {
      host = {}
      override = undefined
      errors = []
    },
    read() {
      const path = here()
      const page = pageKey(path)
      const title = override?.at === path ? override.title : undefined
      // What failed on another page is no longer on screen.
      const seen = errors.filter((error) => error.at === page).map((error) => error.text)
      return {
        page,
        ...(title === undefined ? {} : { title }),
        topics: [...new Set([...(host.topics ?? []), ...pageTopics(actionTopic())])],
        errors: [...new Set([...(host.errors ?? []), ...seen])],
        ...(host.feature === undefined ? {} : { feature: host.feature }),
        ...(host.release === undefined ? {} : { release: host.release }),
        attributes: host.attributes ?? {},
      }
    },
  }
}

/** Topics around the last action; where there was none, those of the page's areas. */
function pageTopics(actionTopic: string | undefined): string[] {
  if (actionTopic) return splitTopics(actionTopic)
  const areas = document.querySelectorAll<HTMLElement>('[data-fanal-topic]')
  const topics = [...new Set([...areas].flatMap((area) => splitTopics(area.dataset.fanalTopic ?? '')))]
  return topics.length > maxAreaTopics ? [] : topics
}

function splitTopics(text: string): string[] {
  return text.split(/\s*,\s*/).filter(Boolean)
}

/**
 * What Fanal knows of the visitor's place: page key, topics, errors, what the host said. Never page text, queries or ids.
 */
import { foldPath, type PageRef } from '@fanal/contract'
import type { VisitorContext } from '../../runtime.ts'
import type { HostContext } from '../../types.ts'

export interface ContextKeeper {
  read(): VisitorContext
  /** the page at a path and fragment as they were at some moment, with the title if the host gave one */
  pageAt(path: string): PageRef
  /** @param path where the page was when the host said it */
  setPage(page: { path: string; title?: string }, path: string): void
  merge(context: HostContext): void
  addError(error: string): void
  /** @param known errors that the page shows and articles answer, as the articles write them */
  setShown(known: string[]): void
  forget(): void
}

const maxErrors = 5
/** More areas than this on one page say nothing about where the person is. */
const maxAreaTopics = 3

/** Path and fragment as they are now; folded before they go anywhere. */
export const currentPath = (): string => location.pathname + location.hash

/**
 * @param urlFilter the host's own look at a path before it is folded; where it fails the page is `/`, for the host may have meant to
 * hold the path back
 * @param actionArea area with a topic around the last click or focus
 * @param onProblem told once what `urlFilter` threw
 */
export function keepContext(
  urlFilter: ((path: string) => string) | undefined,
  actionArea: () => HTMLElement | null | undefined,
  onProblem: (problem: unknown) => void,
): ContextKeeper {
  let host: HostContext = {}
  let override: { at: string; path: string; title?: string } | undefined
  let errors: { at: string; text: string }[] = []
  let shown: string[] = []
  let told = false

  function filter(route: string): string {
    try {
      return urlFilter ? `${urlFilter(route)}` : route
    } catch (problem) {
      if (!told) queueMicrotask(() => onProblem(problem))
      told = true
      return '/'
    }
  }

  function pageAt(path: string): PageRef {
    if (override?.at === path) {
      const { title } = override
      return { key: foldPath(override.path), ...(title && { title }) }
    }
    // `#/factures` is a route, `#total` is a place in a page.
    const route = path.replace(/^[^#]*#!?(?=\/)/, '')
    return { key: foldPath(filter(route)) }
  }

  return {
    pageAt,
    setPage(page, path) {
      override = { at: path, ...page }
    },
    merge(context) {
      const { topics, errors: seen, ...others } = context
      host = { ...host, ...others, ...(topics && { topics: [topics].flat() }), ...(seen && { errors: [seen].flat() }) }
      if (seen) errors = []
    },
    addError(text) {
      errors = [...errors.filter((error) => error.text !== text), { at: pageAt(currentPath()).key, text }].slice(
        -maxErrors,
      )
    },
    setShown(known) {
      shown = known
    },
    forget() {
      host = {}
      override = undefined
      errors = []
    },
    read() {
      const { key, ...title } = pageAt(currentPath())
      // What failed on another page is no longer on screen.
      const seen = errors.filter(({ at }) => at === key).map(({ text }) => text)
      return {
        attributes: {},
        ...host,
        page: key,
        ...title,
        topics: [...new Set([...(host.topics ?? []), ...pageTopics(actionArea())])],
        errors: [...new Set([...(host.errors ?? []), ...seen, ...shown])],
      }
    },
  }
}

/** What the host marked as private is never read. */
const readable = ':not([data-fanal-private],[data-fanal-private] *)'
const topicArea = `[data-fanal-topic]${readable}`

/** Topics around the last action; where there was none, those of the page's areas. */
function pageTopics(action: HTMLElement | null | undefined): string[] {
  if (action?.matches(topicArea)) return splitTopics(action.dataset.fanalTopic)
  // A field that was refused is where the person has to go back to.
  const refused = document.querySelector(`${topicArea} [aria-invalid=true]${readable}`)
  const around = refused?.closest<HTMLElement>(topicArea)
  if (around) return splitTopics(around.dataset.fanalTopic)
  const areas = document.querySelectorAll<HTMLElement>(topicArea)
  const topics = new Set([...areas].flatMap((area) => splitTopics(area.dataset.fanalTopic)))
  return topics.size > maxAreaTopics ? [] : [...topics]
}

function splitTopics(text = ''): string[] {
  return text.split(/\s*,\s*/).filter(Boolean)
}

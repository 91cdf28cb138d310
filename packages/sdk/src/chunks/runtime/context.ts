/**
 * What Fanal knows of the visitor's place: page key, topics, errors, what the host said. Never page text, queries or ids.
 */
import { foldPath, type PageRef } from '@fanal/contract'
import type { FindErrors } from '../../chunks.ts'
import type { VisitorContext } from '../../runtime.ts'
import type { HostContext } from '../../types.ts'
import { readTopics } from './page-topics.ts'

export interface ContextKeeper {
  read(): VisitorContext
  /** what the host said, as it said it */
  readonly said: HostContext
  /** the page at a path and fragment as they were at some moment, with the title if the host gave one */
  pageAt(path: string): PageRef
  /** @param path where the page was when the host said it */
  setPage(page: { path: string; title?: string }, path: string): void
  merge(context: HostContext): void
  addError(error: string): void
  /**
   * @param known errors that the page shows and articles answer, as the articles write them
   * @param find those in an error that was told
   */
  setShown(known: string[], find: FindErrors): void
  forget(): void
}

const maxErrors = 5

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
  let find: FindErrors = () => []
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
    setShown(known, findKnown) {
      shown = known
      find = findKnown
    },
    get said() {
      return host
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
      const told = [...(host.errors ?? []), ...seen]
      return {
        attributes: {},
        ...host,
        page: key,
        ...title,
        topics: [...new Set([...(host.topics ?? []), ...readTopics(actionArea()).topics])],
        errors: [...new Set([...told, ...told.flatMap(find), ...shown])],
      }
    },
  }
}

/**
 * What a visitor's whereabouts say for each article when they search. Many people ask from the same few places while the content stays
 * the same, so that what was worked out for a place is kept as long as its articles are.
 */
import { foldPath } from '@fanal/contract'
import type { Prior } from '@fanal/search'
import type { KnowledgeBase, LoadedArticle } from '../knowledge.ts'
import { contextPrior, type SuggestionContext } from '../suggest.ts'

type Priors = ReadonlyMap<string, Prior>

/** Places kept for each version of the content; a client can make up as many as it likes. */
const maxPlaces = 200
const kept = new WeakMap<ReadonlyMap<string, LoadedArticle>, Map<string, Priors>>()

/**
 * @param contexts `page:/facturation`, `topic:…`, `error:…`, `feature:…`; those of any other name belong to another client and say nothing
 * @returns undefined where none of them says a place
 */
export function priorsHere(
  { articles, settings }: Pick<KnowledgeBase, 'articles' | 'settings'>,
  contexts: readonly string[],
): Priors | undefined {
  const context = readContext(contexts)
  if (!context) return undefined
  const places = kept.get(articles) ?? new Map<string, Priors>()
  kept.set(articles, places)
  const place = JSON.stringify(context)
  const priors = places.get(place) ?? contextPrior(articles.values(), settings, context)
  // What was asked from last stands last; what was not asked from for longest goes first.
  places.delete(place)
  places.set(place, priors)
  const [oldest] = places.keys()
  if (places.size > maxPlaces && oldest !== undefined) places.delete(oldest)
  return priors
}

function readContext(contexts: readonly string[]): SuggestionContext | undefined {
  const named = (name: string) =>
    contexts.filter((one) => one.startsWith(`${name}:`)).map((one) => one.slice(name.length + 1))
  const [page] = named('page')
  const context = { topics: named('topic'), errors: named('error'), features: named('feature') }
  const lists = Object.values(context)
  if (page === undefined && lists.every((list) => list.length === 0)) return undefined
  return { ...context, ...(page === undefined ? {} : { page: foldPath(page) }) }
}

/**
 * Events of Algolia's Insights API as signals: the search an event names, the result that was clicked, and a conversion as the least that
 * counts as a reading. Events that name no search the server remembers, and views, tell nothing and give none.
 * The same event sent twice gives the same ids, so that it counts once; so does a second click on the same result of one search.
 * Source: docs/search.md#events
 */
import { createHash } from 'node:crypto'
import { limits, type Signal, type SignalName, type SignalProps } from '@fanal/contract'
import { articleOfObject } from '../knowledge/algolia/records.ts'
import type { KnowledgeBase } from '../knowledge/knowledge.ts'
import type { InsightEvent } from './read-events.ts'
import type { RememberedSearch, SearchMemory } from './search-memory.ts'

/** Clients do not say which page a search box stands on. */
const unknownPage = { key: '/' }

/** User tokens that clients make up by themselves: nobody's id. */
const madeUp = /^anonymous-/

/** @param now milliseconds since the epoch */
export function toSignals(
  events: readonly InsightEvent[],
  base: KnowledgeBase,
  searches: SearchMemory,
  now: number,
): Signal[] {
  const signals = new Map<string, Signal>()
  const add = (signal: Signal) => signals.set(signal.id, signal)
  for (const event of events) {
    for (const [place, objectID] of (event.objectIDs ?? []).entries()) {
      const queryID = event.objectData?.[place]?.queryID ?? event.queryID
      const search = queryID === undefined ? undefined : searches.find(base.project, queryID)
      const article = articleOfObject(base, objectID)
      if (!search || !article || event.eventType === 'view') continue
      const sender = senderOf(event, searches.sessionOf(base.project, event.userToken), search)
      add(makeSignal('search_committed', search.at, sender, propsOf(search), ''))
      const at = Math.min(now, Math.max(event.timestamp ?? now, search.at))
      if (event.eventType === 'click') {
        const props = { searchId: search.queryID, articleId: article.id, position: event.positions?.[place] ?? 1 }
        add(makeSignal('result_clicked', at, sender, props, article.id))
      } else {
        const props = { articleId: article.id, revision: article.revision, activeMs: limits.readMinMs }
        add(makeSignal('article_read', at, sender, props, article.id))
      }
    }
  }
  return [...signals.values()]
}

interface Sender {
  search: RememberedSearch
  claim: Pick<Signal, 'sessionId' | 'visitorId' | 'locale'>
}

/** What is kept of it in anonymous mode is decided where every signal's is: in identity.ts. */
function senderOf(event: InsightEvent, sessionId: string, search: RememberedSearch): Sender {
  const visitorId = event.authenticatedUserToken ?? (madeUp.test(event.userToken) ? undefined : event.userToken)
  const { locale } = search
  const claim = {
    sessionId,
    ...(visitorId === undefined ? {} : { visitorId }),
    ...(locale === undefined ? {} : { locale }),
  }
  return { search, claim }
}

function propsOf({ queryID, query, hits }: RememberedSearch): SignalProps['search_committed'] {
  return { searchId: queryID, query, hits }
}

function makeSignal<Name extends SignalName>(
  name: Name,
  at: number,
  { search, claim }: Sender,
  props: SignalProps[Name],
  what: string,
): Signal {
  const id = toUuidV7(search.at, name === 'search_committed' ? 0 : 1, `${name} ${search.queryID} ${what}`)
  // Generic over the name, the tie between name and props is the caller's, which TypeScript cannot follow.
  return { id, name, at, ...claim, page: unknownPage, props } as Signal
}

/**
 * A UUIDv7 (RFC 9562) whose random part is made of a text, so that the same fact has the same id.
 *
 * @param sequence keeps the order of what happened in one millisecond, 0 to 9
 */
function toUuidV7(at: number, sequence: number, fact: string): string {
  const hash = createHash('sha256').update(fact).digest('hex')
  const time = Math.floor(at).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}${hash.slice(0, 2)}-8${hash.slice(2, 5)}-${hash.slice(5, 17)}`
}

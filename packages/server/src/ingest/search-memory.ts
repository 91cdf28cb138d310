/**
 * What the server remembers of searches that clients asked to be told about (`clickAnalytics`), until an event names one: in memory alone, for an
 * hour, redacted. A search nobody clicked leaves no trace; neither does who sent an event: a user token is only ever the key, made with a
 * secret of this process, under which the session it is having now is found.
 * Source: docs/search.md#events
 */
import { createHmac, randomBytes } from 'node:crypto'
import { limits } from '@fanal/contract'
import { redact } from '@fanal/redact'

/** What Algolia keeps queries for. */
const searchKeptMs = 3_600_000
/** The oldest go first: a flood of searches must not fill the memory. */
const maxSearches = 10_000
const maxSessions = 10_000

export interface RememberedSearch {
  queryID: string
  /** redacted */
  query: string
  hits: number
  /** milliseconds since the epoch */
  at: number
  locale?: string
}

export interface SearchMemory {
  /** @returns the search's id: 32 hexadecimal digits */
  remember(project: string, search: Omit<RememberedSearch, 'queryID' | 'at'>): string
  find(project: string, queryID: string): RememberedSearch | undefined
  /** The session that the bearer of a user token is having: the same until it rests for `limits.sessionIdleMs`. */
  sessionOf(project: string, userToken: string): string
}

/** @param now milliseconds since the epoch */
export function createSearchMemory(now: () => number): SearchMemory {
  const secret = randomBytes(32)
  const searches = new Map<string, RememberedSearch>()
  const sessions = new Map<string, { id: string; lastAt: number }>()

  return {
    remember(project, search) {
      const queryID = newQueryId()
      keep(searches, `${project} ${queryID}`, maxSearches, {
        ...search,
        query: redact(search.query),
        queryID,
        at: now(),
      })
      return queryID
    },

    find(project, queryID) {
      const found = searches.get(`${project} ${queryID}`)
      return found && now() - found.at <= searchKeptMs ? found : undefined
    },

    sessionOf(project, userToken) {
      const key = createHmac('sha256', secret).update(`${project} ${userToken}`).digest('base64')
      const known = sessions.get(key)
      const isOn = known !== undefined && now() - known.lastAt <= limits.sessionIdleMs
      const id = isOn ? known.id : randomBytes(16).toString('hex')
      keep(sessions, key, maxSessions, { id, lastAt: now() })
      return id
    },
  }
}

/** For searches that are answered with an id and not remembered, too. */
export function newQueryId(): string {
  return randomBytes(16).toString('hex')
}

/** Adds an entry as the newest, and drops the oldest when there are too many. */
function keep<Value>(map: Map<string, Value>, key: string, most: number, value: Value): void {
  map.delete(key)
  map.set(key, value)
  const oldest = map.size > most ? map.keys().next().value : undefined
  if (oldest !== undefined) map.delete(oldest)
}

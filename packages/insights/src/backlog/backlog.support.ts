/** What the backlog's tests build histories from. */
import type { BacklogItem, SignalName, SignalProps } from '@fanal/contract'
import type { InsightSignal } from '../history.ts'
import { type BacklogInput, buildBacklog } from './build-backlog.ts'

export const now = Date.parse('2026-03-28T12:00:00Z')
export const hour = 3_600_000
export const day = 24 * hour
let made = 0

/** A signal of somebody at `account`, `daysAgo` days before now; each day is a session of its own. */
export function signal<N extends SignalName>(
  account: string,
  daysAgo: number,
  name: N,
  props: SignalProps[N],
  offsetMs = 0,
): InsightSignal {
  made += 1
  return {
    id: `s${String(made).padStart(5, '0')}`,
    name,
    at: now - daysAgo * day + offsetMs,
    sessionId: `${account}-${daysAgo}`,
    visitorId: `dr-${account}`,
    accountId: account,
    verified: true,
    page: { key: '/teletransmission' },
    locale: 'fr-FR',
    props,
  } as InsightSignal
}

/** @param confidence left out where the index did not say */
export function search(account: string, daysAgo: number, query: string, hits = 0, confidence?: number): InsightSignal {
  return signal(account, daysAgo, 'search_committed', {
    searchId: `${account}-${daysAgo}-${query}`,
    query,
    hits,
    ...(confidence === undefined ? {} : { confidence }),
  })
}

export function vote(account: string, daysAgo: number, helpful: boolean, revision = 1): InsightSignal[] {
  return [
    signal(account, daysAgo, 'article_opened', { articleId: 'A7', revision, from: 'search' }),
    signal(
      account,
      daysAgo,
      'vote_cast',
      {
        articleId: 'A7',
        revision,
        helpful,
        ...(helpful ? {} : { reason: 'unclear' as const }),
      },
      1000,
    ),
  ]
}

export function build(signals: InsightSignal[], change: Partial<BacklogInput> = {}): BacklogItem[] {
  return buildBacklog({ project: 'demo', signals, tickets: [], now, mode: 'identified', previous: [], ...change })
}

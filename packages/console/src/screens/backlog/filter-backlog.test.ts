import type { BacklogItem, BacklogState } from '@fanal/contract'
import { expect, test } from 'vitest'
import { filterBacklog, readFilter } from './filter-backlog.ts'
import { scoreFactors } from './score-factors.ts'

function item(id: string, score: number, state: BacklogState, kind: BacklogItem['kind'] = 'missing'): BacklogItem {
  return {
    id,
    project: 'cabinet',
    title: id,
    kind,
    state,
    diagnosis: 'true_gap',
    locale: 'fr',
    score,
    accounts: 4,
    episodes: 9,
    severity: 2,
    queries: [],
    evidence: [],
    pages: [],
    articleId: null,
    firstSeenAt: '2026-03-01T00:00:00.000Z',
    lastSeenAt: '2026-03-08T00:00:00.000Z',
    history: [],
    version: 1,
  }
}

const items = [item('a', 5, 'new'), item('b', 9, 'published'), item('c', 12, 'writing', 'failing'), item('d', 5, 'bug')]
const ids = (query: Record<string, string>) => filterBacklog(items, readFilter(query)).map(({ id }) => id)

test('shows what is left to do, highest score first, when the URL says nothing', () => {
  expect(ids({})).toEqual(['c', 'a'])
})

test('keeps one state, one kind, what is closed, or everything', () => {
  expect(ids({ state: 'published' })).toEqual(['b'])
  expect(ids({ state: 'closed' })).toEqual(['b', 'd'])
  expect(ids({ state: 'all' })).toEqual(['c', 'b', 'a', 'd'])
  expect(ids({ state: 'all', kind: 'failing' })).toEqual(['c'])
})

test('takes an unknown filter for none', () => {
  expect(ids({ state: 'lost', kind: 'odd' })).toEqual(['c', 'a'])
})

test('the factors shown multiply to the score', () => {
  expect(scoreFactors(item('a', 18, 'new'))).toEqual({ accounts: 4, episodesPerAccount: 2.25, severity: 2, score: 18 })
  expect(scoreFactors({ ...item('a', 0, 'new'), accounts: 0 }).episodesPerAccount).toBe(0)
})

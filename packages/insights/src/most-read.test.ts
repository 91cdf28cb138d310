import { describe, expect, it } from 'vitest'
import type { InsightSignal } from './history.ts'
import { mostRead } from './most-read.ts'

const read = (articleId: string, sessionId: string, activeMs = 20_000): InsightSignal => ({
  id: `${articleId} ${sessionId} ${activeMs}`,
  name: 'article_read',
  at: 1_772_442_000_000,
  sessionId,
  page: { key: '/' },
  props: { articleId, revision: 1, activeMs },
})

describe('mostRead', () => {
  it('puts first what was read in most sessions, however often in each', () => {
    const signals = [
      read('carte', 's1', 10_000),
      read('carte', 's1', 20_000),
      read('carte', 's1', 30_000),
      read('rejet', 's1'),
      read('rejet', 's2'),
    ]
    expect(mostRead(signals)).toEqual(['rejet', 'carte'])
  })

  it('orders equals by id, and leaves out looks of less than ten seconds and simulated sessions', () => {
    const signals = [read('b', 's1'), read('a', 's2'), read('c', 's3', 9_000), { ...read('d', 's4'), simulated: true }]
    expect(mostRead(signals)).toEqual(['a', 'b'])
  })
})

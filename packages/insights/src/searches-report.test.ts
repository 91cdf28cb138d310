import type { SignalName, SignalProps } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import type { InsightSignal } from './history.ts'
import { computeSearches } from './searches-report.ts'

const start = Date.parse('2026-03-02T09:00:00Z')
let made = 0

/** One signal of a visitor, `seconds` after 9 o'clock; one session per visitor. */
function signal<N extends SignalName>(visitor: string, seconds: number, name: N, props: SignalProps[N]): InsightSignal {
  made += 1
  return {
    id: `s${String(made).padStart(4, '0')}`,
    name,
    at: start + seconds * 1000,
    sessionId: visitor,
    visitorId: visitor,
    accountId: `cabinet-${visitor}`,
    page: { key: '/' },
    props,
  } as InsightSignal
}

function search(visitor: string, seconds: number, query: string, hits: number): InsightSignal {
  return signal(visitor, seconds, 'search_committed', { searchId: `${visitor}-${seconds}`, query, hits })
}

function report(signals: InsightSignal[], mode: 'identified' | 'anonymous' = 'identified') {
  return computeSearches({
    project: 'demo',
    signals,
    from: start,
    to: start + 7 * 86_400_000,
    now: start + 7 * 86_400_000,
    mode,
  })
}

describe('which searches failed', () => {
  it('one without a hit', () => {
    expect(report([search('a', 0, 'rejet', 0)])).toMatchObject({
      committed: 1,
      noResult: { value: 1 },
      failed: { value: 1 },
    })
  })

  it('one without a click at the end of the session', () => {
    expect(report([search('a', 0, 'rejet', 4)])).toMatchObject({ noResult: { value: 0 }, failed: { value: 1 } })
  })

  it('one without a click, followed by another search within 60 s', () => {
    const clicked = signal('a', 70, 'result_clicked', { searchId: 'a-60', articleId: 'A1', position: 1 })
    expect(report([search('a', 0, 'rejet', 4), search('a', 60, 'lot', 4), clicked]).failed.value).toBe(0.5)
    const later = signal('b', 70, 'result_clicked', { searchId: 'b-61', articleId: 'A1', position: 1 })
    expect(report([search('b', 0, 'rejet', 4), search('b', 61, 'lot', 4), later]).failed.value).toBe(0)
  })

  it('one without a click, followed by a contact', () => {
    expect(
      report([search('a', 0, 'rejet', 4), signal('a', 500, 'contact_opened', { from: 'search' })]).failed.value,
    ).toBe(1)
  })

  it('not one after which the visitor opened an article all the same', () => {
    const opened = signal('a', 20, 'article_opened', { articleId: 'A1', revision: 1, from: 'suggestion' })
    expect(report([search('a', 0, 'rejet', 4), opened]).failed.value).toBe(0)
  })

  it('not one with a click', () => {
    const clicked = signal('a', 5, 'result_clicked', { searchId: 'a-0', articleId: 'A1', position: 1 })
    expect(report([search('a', 0, 'rejet', 4), clicked])).toMatchObject({
      failed: { value: 0 },
      clickThrough: { value: 1 },
    })
  })
})

describe('a search answered by guesses (confidence under 0.5)', () => {
  const guess = (confidence: number) =>
    signal('a', 0, 'search_committed', { searchId: 'a-0', query: 'rejet', hits: 4, confidence })
  const click = signal('a', 5, 'result_clicked', { searchId: 'a-0', articleId: 'A1', position: 1 })
  const open = signal('a', 6, 'article_opened', { articleId: 'A1', revision: 1, from: 'search' })
  const read = (articleId: string, activeMs = 12_000) =>
    signal('a', 30, 'article_read', { articleId, revision: 1, activeMs })
  const failed = (signals: InsightSignal[]) => report(signals).failed.value

  it('failed when nobody clicked, and when the click was a look alone', () => {
    expect(failed([guess(0.49)])).toBe(1)
    expect(failed([guess(0.49), click, open])).toBe(1)
    expect(failed([guess(0.49), click, open, read('A1', 4000)])).toBe(1)
  })

  it('failed when something else was read after all', () => {
    expect(failed([guess(0.2), open, read('A1')])).toBe(1)
    expect(failed([guess(0.2), click, open, read('A2')])).toBe(1)
  })

  it('did not fail when one of its results was clicked and read', () => {
    expect(failed([guess(0.2), click, open, read('A1')])).toBe(0)
  })

  it('is judged as any other from 0.5 on', () => {
    expect(failed([guess(0.5), click])).toBe(0)
    expect(failed([guess(0.5)])).toBe(1)
  })

  it('counts as failed, not as without result', () => {
    expect(report([guess(0.2)])).toMatchObject({ noResult: { value: 0 }, failed: { value: 1 } })
  })
})

describe('what is counted', () => {
  it('a word typed in steps counts once', () => {
    const steps = [search('a', 0, 'impri', 9), search('a', 3, 'Imprimante', 4), search('a', 6, 'imprimante éteinte', 0)]
    expect(report(steps)).toMatchObject({ committed: 1, noResult: { value: 1 } })
  })

  it('a search that was clicked is not a step of the next one', () => {
    const clicked = signal('a', 2, 'result_clicked', { searchId: 'a-0', articleId: 'A1', position: 1 })
    expect(report([search('a', 0, 'impri', 9), clicked, search('a', 9, 'imprimante', 4)]).committed).toBe(2)
  })

  it('says null where nothing was committed', () => {
    expect(report([])).toMatchObject({
      committed: 0,
      noResult: { value: null },
      failed: { value: null },
      clickThrough: { value: null },
    })
  })
})

describe('which words are shown', () => {
  const twice = [search('a', 0, 'Télétransmission', 3), search('b', 0, 'teletransmission', 3)]

  it('none that fewer than three accounts typed', () => {
    expect(report([...twice, search('a', 9000, 'télétransmission', 3)]).terms).toEqual([])
  })

  it('those of three accounts, in the most frequent spelling', () => {
    const third = [search('c', 0, 'teletransmission', 0)]
    expect(report([...twice, ...third]).terms).toEqual([
      { query: 'teletransmission', count: 3, accounts: 3, noResult: 1, clicked: 0 },
    ])
  })

  it('in anonymous mode, those of three sessions on three days', () => {
    const day = 86_400
    const sameDay = ['x', 'y', 'z'].map((visitor) => search(visitor, 0, 'sauvegarde', 1))
    expect(report(sameDay, 'anonymous').terms).toEqual([])
    const threeDays = ['p', 'q', 'r'].map((visitor, place) => search(visitor, place * day, 'sauvegarde', 1))
    expect(report(threeDays, 'anonymous').terms).toEqual([
      { query: 'sauvegarde', count: 3, accounts: 3, noResult: 0, clicked: 0 },
    ])
  })
})

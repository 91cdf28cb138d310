import type { SignalName, SignalProps } from '@fanal/contract'
import { describe, expect, it } from 'vitest'
import type { InsightSignal } from '../history.ts'
import { type LearnedPhrasing, learnPhrasings, phrasingsInUse, weightAt } from './learn-phrasings.ts'

const start = Date.parse('2026-03-02T09:00:00Z')
const hour = 3_600_000
const day = 24 * hour
let made = 0

/** Signals of one person of an account, a minute after one another. */
function visit(account: string, at = start, identified = true) {
  const signals: InsightSignal[] = []
  const add = <N extends SignalName>(name: N, props: SignalProps[N], minutes = 1) => {
    made += 1
    const moment = (signals.at(-1)?.at ?? at) + (signals.length > 0 ? minutes * 60_000 : 0)
    const who = identified ? { visitorId: `dr-${account}`, accountId: account, verified: true } : {}
    const id = `s${String(made).padStart(6, '0')}`
    signals.push({
      id,
      name,
      at: moment,
      sessionId: `${account}-${at}`,
      ...who,
      page: { key: '/' },
      props,
    } as InsightSignal)
    return steps
  }
  let searchId = ''
  const steps = {
    signals,
    search(query: string, hits = 5, minutes = 1) {
      searchId = `${account}-${at}-${signals.length}`
      return add('search_committed', { searchId, query, hits }, minutes)
    },
    click: (articleId: string) => {
      add('result_clicked', { searchId, articleId, position: 1 }, 0)
      return steps.open(articleId, 'search', 0)
    },
    open: (articleId: string, from: SignalProps['article_opened']['from'] = 'related', minutes = 1) =>
      add('article_opened', { articleId, revision: 1, from }, minutes),
    read: (articleId: string, activeMs = 20_000) => add('article_read', { articleId, revision: 1, activeMs }),
    vote: (articleId: string, helpful: boolean) => add('vote_cast', { articleId, revision: 1, helpful }),
  }
  return steps
}

type Steps = ReturnType<typeof visit>

/** The same story told by people of several accounts. */
function told(accounts: readonly string[], story: (steps: Steps) => Steps, at = start): InsightSignal[] {
  return accounts.flatMap((account) => story(visit(account, at)).signals)
}

const three = ['lyon', 'nice', 'brest']
const short = (phrasings: readonly LearnedPhrasing[]) =>
  phrasings.map(({ articleId, text, weight, accounts }) => `${articleId}: ${text} ${weight.toFixed(2)} (${accounts})`)

describe('learned phrasings', () => {
  it('are what three accounts searched before they read an article and found it helpful', () => {
    const signals = told(three, (one) => one.search('rejet lot b2').click('A7').read('A7').vote('A7', true))
    expect(short(learnPhrasings(signals))).toEqual(['A7: rejet lot b2 6.00 (3)'])
    expect(learnPhrasings(signals.slice(0, 10))).toEqual([])
  })

  it('are one line however the words are written, in the most frequent spelling', () => {
    const spellings = ['Imprimante éteinte', 'imprimantes eteintes', 'Imprimante éteinte']
    const signals = spellings.flatMap((query, place) => visit(`a${place}`).search(query).click('A7').read('A7').signals)
    expect(short(learnPhrasings(signals))).toEqual(['A7: Imprimante éteinte 3.00 (3)'])
  })

  it('weigh a "yes" most, then a reading, then a click, and a "no" against', () => {
    const weigh = (story: (steps: Steps) => Steps) => learnPhrasings(told(three, story))[0]?.weight
    expect(weigh((one) => one.search('lot').click('A7').read('A7').vote('A7', true))).toBe(6)
    expect(weigh((one) => one.search('lot').click('A7').read('A7'))).toBe(3)
    expect(weigh((one) => one.search('lot').click('A7'))).toBe(0.75)
    expect(weigh((one) => one.search('lot').click('A7').read('A7').vote('A7', false))).toBeUndefined()
    const liked = told(three, (one) => one.search('lot').click('A7').read('A7'))
    const disliked = told(['metz'], (one) => one.search('lot').click('A7').vote('A7', false))
    expect(short(learnPhrasings([...liked, ...disliked]))).toEqual(['A7: lot 1.00 (3)'])
  })

  it('are learnt from a search that failed, when another way led to an article that was read and helped', () => {
    const again = told(three, (one) =>
      one.search('ça mouline', 0).search('scanner lent').click('A7').read('A7').vote('A7', true),
    )
    expect(short(learnPhrasings(again)).sort()).toEqual(['A7: scanner lent 6.00 (3)', 'A7: ça mouline 3.00 (3)'])
    const another = told(three, (one) => one.search('ça mouline').open('A7', 'suggestion').read('A7').vote('A7', true))
    expect(short(learnPhrasings(another))).toEqual(['A7: ça mouline 3.00 (3)'])
    const later = told(three, (one) =>
      one
        .search('ça mouline', 0)
        .search('scanner', 5, 23 * 60)
        .click('A7')
        .read('A7')
        .vote('A7', true),
    )
    expect(short(learnPhrasings(later))).toContain('A7: ça mouline 3.00 (3)')
  })

  it('are not learnt from a failed search without reading and "yes", in another episode, or before more than three tries', () => {
    const texts = (story: (steps: Steps) => Steps) => learnPhrasings(told(three, story)).map(({ text }) => text)
    expect(texts((one) => one.search('ça mouline', 0).search('scanner').click('A7').read('A7'))).toEqual(['scanner'])
    expect(texts((one) => one.search('ça mouline', 0).search('scanner').click('A7').vote('A7', true))).toEqual([
      'scanner',
    ])
    const nextDay = (one: Steps) =>
      one
        .search('ça mouline', 0)
        .search('scanner', 5, 24 * 60)
        .click('A7')
        .read('A7')
        .vote('A7', true)
    expect(texts(nextDay)).toEqual(['scanner'])
    const tries = (one: Steps) =>
      one.search('un').search('deux bis').search('trois').search('quatre').open('A7').read('A7').vote('A7', true)
    expect(texts(tries).sort()).toEqual(['deux bis', 'quatre', 'trois'])
  })

  it('leave a search that was answered to its own article', () => {
    const signals = told(three, (one) =>
      one.search('lot').click('A7').read('A7').search('carte').click('A9').read('A9').vote('A9', true),
    )
    expect(short(learnPhrasings(signals))).toEqual(['A7: lot 3.00 (3)', 'A9: carte 6.00 (3)'])
  })

  it('take readings that a client of Algolia tells of for the search before', () => {
    const signals = told(three, (one) => one.search('lot').read('A7', 10_000))
    expect(short(learnPhrasings(signals))).toEqual(['A7: lot 3.00 (3)'])
  })

  it('count an account once, with its latest word', () => {
    const first = told(three, (one) => one.search('lot').click('A7').read('A7').vote('A7', true))
    const changed = told(['lyon'], (one) => one.search('lot').click('A7').read('A7'), start + 30 * day)
    const [phrasing] = learnPhrasings([...first, ...changed])
    // 30 days are a third of the half-life
    expect(phrasing?.weight).toBeCloseTo(1 + 4 * 2 ** (-1 / 3), 3)
  })

  it('fade by half in 90 days, and are searched no longer under a weight of 1', () => {
    const [phrasing] = learnPhrasings(told(three, (one) => one.search('lot').click('A7').read('A7')))
    if (!phrasing) throw new Error('nothing was learnt')
    expect(weightAt(phrasing, phrasing.lastAt + 90 * day)).toBe(1.5)
    expect(phrasingsInUse([phrasing], phrasing.lastAt + 90 * day)).toEqual([phrasing])
    expect(phrasingsInUse([phrasing], phrasing.lastAt + 180 * day)).toEqual([])
  })

  it('are at most 20 for an article, the heaviest', () => {
    const all = Array.from({ length: 25 }, (_, place) => {
      return { articleId: 'A7', id: `${place}`, text: `p${place}`, weight: 2 + (place % 5), accounts: 3, lastAt: start }
    })
    const used = phrasingsInUse(all, start)
    expect(used).toHaveLength(20)
    expect(used.map(({ weight }) => weight)).not.toContain(2)
  })

  it('where nobody is known need three sessions on three days', () => {
    const session = (name: string, at: number) => visit(name, at, false).search('lot').click('A7').read('A7').signals
    const sameDay = ['s1', 's2', 's3'].flatMap((name) => session(name, start))
    expect(learnPhrasings(sameDay)).toEqual([])
    const threeDays = ['s1', 's2', 's3'].flatMap((name, place) => session(name, start + place * day))
    expect(learnPhrasings(threeDays)[0]).toMatchObject({ text: 'lot', accounts: 3 })
  })

  it('hold no labels of what was taken out, and nothing a simulation made', () => {
    const redacted = told(three, (one) => one.search('carte de Mme [name] refusée').click('A7').read('A7'))
    expect(short(learnPhrasings(redacted))).toEqual(['A7: carte de Mme refusée 3.00 (3)'])
    expect(learnPhrasings(told(three, (one) => one.search('[number]').click('A7').read('A7')))).toEqual([])
    expect(learnPhrasings(redacted.map((signal) => ({ ...signal, simulated: true })))).toEqual([])
  })

  it('are the same to the last bit in whatever order and however often signals come, and without an erased visitor gone', () => {
    const signals = [...three, 'metz'].flatMap(
      (account, place) =>
        visit(account, start + place * 7 * hour)
          .search('ça mouline', 0)
          .search('scanner lent')
          .click('A7')
          .read('A7')
          .vote('A7', true).signals,
    )
    const learnt = learnPhrasings(signals)
    expect(learnt).toHaveLength(2)
    expect(learnPhrasings([...signals.toReversed(), ...signals])).toEqual(learnt)
    const without = (...accounts: string[]) => signals.filter(({ accountId = '' }) => !accounts.includes(accountId))
    expect(learnPhrasings(without('metz')).map(({ accounts }) => accounts)).toEqual([3, 3])
    expect(learnPhrasings(without('metz', 'lyon'))).toEqual([])
  })
})

/** What every dialect of the store must do; a dialect's test file calls it with a way to open an empty store. */
import type { BacklogItem } from '@fanal/contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ContactRefTaken, type Store, type StoredContact, type StoredSignal } from './store.ts'

export interface OpenedStore {
  store: Store
  /** Closes it and opens the same data again. */
  reopen(): Promise<Store>
  dispose(): Promise<void>
}

/** @param open a new, empty store */
export function describeStore(dialect: string, open: () => Promise<OpenedStore>): void {
  describe(`store on ${dialect}`, () => {
    let opened: OpenedStore
    let store: Store

    beforeEach(async () => {
      opened = await open()
      store = opened.store
    })

    afterEach(() => opened.dispose())

    describe('projects', () => {
      test('are added once, then retitled without losing their secret key', async () => {
        await store.projects.upsert({ id: 'medisoft', title: 'MediSoft' }, 1000)
        await store.projects.setSecretKeyHash('medisoft', 'abc')
        expect(await store.projects.upsert({ id: 'medisoft', title: 'MediSoft 9' }, 2000)).toEqual({
          id: 'medisoft',
          title: 'MediSoft 9',
          secretKeyHash: 'abc',
          createdAt: 1000,
        })
        expect(await store.projects.get('other')).toBeNull()
        expect((await store.projects.list()).map((project) => project.id)).toEqual(['medisoft'])
      })
    })

    describe('signals', () => {
      test('come back as they went in, oldest first, ties by id', async () => {
        const vote: StoredSignal = {
          id: 'v1',
          name: 'vote_cast',
          at: 2000,
          sessionId: 's1',
          visitorId: 'u1',
          accountId: 'a1',
          page: { key: '/facturation', title: 'Facturation' },
          release: '9.1',
          locale: 'fr',
          props: { articleId: 'A12', revision: 3, helpful: false, reason: 'unclear', comment: 'Où est « Régler » ?' },
          receivedAt: 2500,
          verified: true,
          simulated: true,
        }
        await store.signals.append('medisoft', [vote, panelOpened('b', 1000), panelOpened('a', 1000)])
        expect(await store.signals.read('medisoft')).toEqual([panelOpened('a', 1000), panelOpened('b', 1000), vote])
        expect(await store.signals.read('medisoft', { names: ['vote_cast', 'article_read'] })).toEqual([vote])
      })

      test('are stored once however often they are sent, and the first one stays', async () => {
        expect(await store.signals.append('medisoft', [panelOpened('a', 1000)])).toEqual({
          accepted: 1,
          duplicateIds: [],
        })
        const again = [panelOpened('a', 9000), panelOpened('b', 2000), panelOpened('b', 3000)]
        expect(await store.signals.append('medisoft', again)).toEqual({ accepted: 1, duplicateIds: ['a', 'b'] })
        expect((await store.signals.read('medisoft')).map((signal) => signal.at)).toEqual([1000, 2000])
        expect(await store.signals.count('medisoft')).toBe(2)
      })

      test('sent at the same moment by many are each accounted to whoever came first', async () => {
        const results = await Promise.all([
          store.signals.append('medisoft', [panelOpened('a', 1), panelOpened('b', 2)]),
          store.signals.append('medisoft', [panelOpened('b', 2), panelOpened('c', 3)]),
          store.signals.append('other', [panelOpened('a', 1)]),
          store.signals.append('medisoft', []),
        ])
        expect(results).toEqual([
          { accepted: 2, duplicateIds: [] },
          { accepted: 1, duplicateIds: ['b'] },
          { accepted: 1, duplicateIds: [] },
          { accepted: 0, duplicateIds: [] },
        ])
        expect(await store.signals.count('medisoft')).toBe(3)
        expect(await store.signals.count('other')).toBe(1)
      })

      test('are read from an included start to an excluded end', async () => {
        await store.signals.append('medisoft', [panelOpened('a', 1), panelOpened('b', 2), panelOpened('c', 3)])
        const ids = (await store.signals.read('medisoft', { from: 2, to: 3 })).map((signal) => signal.id)
        expect(ids).toEqual(['b'])
      })

      test('come page by page as they come at once, however many happened in one moment', async () => {
        const many = Array.from({ length: 2500 }, (_, place) =>
          panelOpened(`s${10_000 + place}`, Math.floor(place / 1200)),
        )
        await store.signals.append('medisoft', many)
        await store.signals.append('other', [panelOpened('a', 1)])
        const pages: StoredSignal[][] = []
        for await (const page of store.signals.readInPages('medisoft', { from: 0, names: ['panel_opened'] }))
          pages.push(page)
        expect(pages.length).toBeGreaterThan(1)
        expect(pages.flat()).toEqual(many)
        for await (const page of store.signals.readInPages('nobody')) expect(page).toBeUndefined()
      })

      test('survive closing and opening again', async () => {
        await store.signals.append('medisoft', [panelOpened('a', 1)])
        store = await opened.reopen()
        expect(await store.signals.count('medisoft')).toBe(1)
      })

      test('that wait while the store closes are written first', async () => {
        const waiting = store.signals.append('medisoft', [panelOpened('a', 1)])
        store = await opened.reopen()
        expect(await waiting).toEqual({ accepted: 1, duplicateIds: [] })
        expect(await store.signals.count('medisoft')).toBe(1)
      })
    })

    describe('tickets and releases', () => {
      test('a ticket sent again replaces what was known, and fields that were not sent stay absent', async () => {
        await store.tickets.upsert('medisoft', [{ id: 'k2', createdAt: 2000, priority: 'P1', reopened: false }])
        await store.tickets.upsert('medisoft', [
          { id: 'k1', createdAt: 1000 },
          { id: 'k2', createdAt: 2000, visitorId: 'u6', solvedAt: 3000, reopened: true, reassignments: 2 },
        ])
        expect(await store.tickets.read('medisoft')).toEqual([
          { id: 'k1', createdAt: 1000 },
          { id: 'k2', createdAt: 2000, visitorId: 'u6', solvedAt: 3000, reopened: true, reassignments: 2 },
        ])
        expect(await store.tickets.read('medisoft', { from: 1001, to: 2000 })).toEqual([])
      })

      test('a release is known by its version', async () => {
        await store.releases.upsert('medisoft', [{ version: '9.2', at: 5, features: ['import'], pages: ['/import'] }])
        await store.releases.upsert('medisoft', [
          { version: '9.2', at: 6, features: ['import', 'export'], pages: [] },
          { version: '9.1', at: 1, features: [], pages: [] },
        ])
        expect(await store.releases.read('medisoft')).toEqual([
          { version: '9.1', at: 1, features: [], pages: [] },
          { version: '9.2', at: 6, features: ['import', 'export'], pages: [] },
        ])
      })
    })

    describe('revisions', () => {
      test('count up only when the content changed', async () => {
        const first = { articleId: 'A7', title: 'Régler une facture', contentHash: 'h1' }
        expect(await store.revisions.publish('medisoft', [first], 1000)).toEqual([
          { ...first, revision: 1, publishedAt: 1000 },
        ])
        expect(await store.revisions.publish('medisoft', [first], 2000)).toEqual([
          { ...first, revision: 1, publishedAt: 1000 },
        ])
        const changed = { ...first, contentHash: 'h2' }
        const other = { articleId: 'A12', title: 'Imprimer', contentHash: 'x' }
        expect(await store.revisions.publish('medisoft', [changed, other], 3000)).toEqual([
          { ...changed, revision: 2, publishedAt: 3000 },
          { ...other, revision: 1, publishedAt: 3000 },
        ])
        const history = await store.revisions.history('medisoft')
        expect(history.map((entry) => `${entry.articleId}#${entry.revision}`)).toEqual(['A12#1', 'A7#1', 'A7#2'])
      })

      test('content that goes back to an earlier text is a new revision', async () => {
        const article = { articleId: 'A7', title: 'T' }
        for (const contentHash of ['h1', 'h2', 'h1']) {
          await store.revisions.publish('medisoft', [{ ...article, contentHash }], 1)
        }
        expect((await store.revisions.history('medisoft')).map((entry) => entry.revision)).toEqual([1, 2, 3])
      })
    })

    describe('contacts', () => {
      test('are kept once by id, and the answer stays the first one', async () => {
        const first = contact('F-AAAAA', 'c1', 1000)
        expect(await store.contacts.add(first)).toEqual({ contact: first, created: true })
        expect(await store.contacts.add(contact('F-BBBBB', 'c1', 2000))).toEqual({ contact: first, created: false })
        expect(await store.contacts.read('medisoft')).toEqual([first])
      })

      test('a reference that is taken is refused, and nothing is written', async () => {
        await store.contacts.add(contact('F-AAAAA', 'c1', 1000))
        await expect(store.contacts.add(contact('F-AAAAA', 'c2', 2000))).rejects.toBeInstanceOf(ContactRefTaken)
        expect(await store.contacts.read('medisoft')).toHaveLength(1)
      })

      test('wait until they are delivered; a failure puts them off', async () => {
        await store.contacts.add(contact('F-AAAAA', 'c1', 1000))
        await store.contacts.add(contact('F-BBBBB', 'c2', 1001))
        await store.contacts.recordFailure('medisoft', 'F-AAAAA', '451 try later', 9000)
        expect(await store.contacts.claim(5000, 6000)).toMatchObject({ ref: 'F-BBBBB', attempts: 0 })
        await store.contacts.recordDelivered('medisoft', 'F-BBBBB', 5000)
        expect(await store.contacts.countWaiting()).toBe(1)
        expect(await store.contacts.claim(9000, 9500)).toMatchObject({
          ref: 'F-AAAAA',
          attempts: 1,
          lastError: '451 try later',
        })
        const [, delivered] = await store.contacts.read('medisoft')
        expect(delivered).toMatchObject({ delivery: 'delivered', deliveredAt: 5000, attempts: 1, lastError: null })
      })
    })

    describe('contacts that several servers deliver', () => {
      test('are given to one of them at a time, and again when it does not come back', async () => {
        await store.contacts.add(contact('F-AAAAA', 'c1', 1000))
        await store.contacts.add(contact('F-BBBBB', 'c2', 1001))
        const claimed = await Promise.all([1, 2, 3].map(() => store.contacts.claim(5000, 6000)))
        expect(claimed.map((one) => one?.ref).sort()).toEqual(['F-AAAAA', 'F-BBBBB', undefined])
        expect(await store.contacts.claim(5999, 7000)).toBeNull()
        expect(await store.contacts.claim(6000, 7000)).toMatchObject({ ref: 'F-AAAAA' })
      })
    })

    describe('backlog', () => {
      test('an item is added once and replaced only by whoever saw its latest version', async () => {
        expect(await store.backlog.save(backlogItem(1), null)).toBe(true)
        expect(await store.backlog.save(backlogItem(1), null)).toBe(false)
        expect(await store.backlog.save(backlogItem(2), 1)).toBe(true)
        expect(await store.backlog.save(backlogItem(3), 1)).toBe(false)
        expect(await store.backlog.get('medisoft', 'b1')).toEqual(backlogItem(2))
        expect(await store.backlog.list('medisoft')).toEqual([backlogItem(2)])
        expect(await store.backlog.get('medisoft', 'b2')).toBeNull()
      })
    })

    describe('people', () => {
      test('are found by e-mail, with their projects', async () => {
        const person = { ...owner, projects: ['medisoft'] }
        await store.people.add(person)
        expect(await store.people.get('owner@medisoft.example')).toEqual(person)
        await store.people.setPasswordHash('owner@medisoft.example', 'h2')
        expect(await store.people.list()).toEqual([{ ...person, passwordHash: 'h2' }])
        expect(await store.people.remove('owner@medisoft.example')).toBe(true)
        expect(await store.people.remove('owner@medisoft.example')).toBe(false)
      })

      test('sessions end by time, one by one, all at once, and with their person', async () => {
        await store.people.add(owner)
        const session = (idHash: string, expiresAt: number) => ({
          idHash,
          email: owner.email,
          csrfToken: 't',
          createdAt: 0,
          expiresAt,
        })
        await store.people.addSession(session('s1', 100))
        expect(await store.people.getSession('s1', 99)).toEqual(session('s1', 100))
        expect(await store.people.getSession('s1', 100)).toBeNull()
        await store.people.removeSession('s1')
        expect(await store.people.getSession('s1', 1)).toBeNull()
        await store.people.addSession(session('s2', 100))
        await store.people.removeSessionsOf(owner.email)
        expect(await store.people.getSession('s2', 1)).toBeNull()
        await store.people.addSession(session('s3', 100))
        await store.people.remove(owner.email)
        expect(await store.people.getSession('s3', 1)).toBeNull()
      })
    })

    describe('phrasings', () => {
      test('are replaced as a whole with what they were made from, project by project', async () => {
        expect(await store.phrasings.read('medisoft')).toEqual({ phrasings: [], mark: null })
        const lot = { articleId: 'A7', id: 'b', text: 'rejet lot b2', weight: 1 / 3, accounts: 3, lastAt: 1000 }
        const card = { ...lot, articleId: 'A12', id: 'c' }
        await store.phrasings.replace('medisoft', [lot, card], { from: 0, signals: 12 })
        await store.phrasings.replace('other', [], { from: 0, signals: 0 })
        expect(await store.phrasings.read('medisoft')).toEqual({
          phrasings: [card, lot],
          mark: { from: 0, signals: 12 },
        })
        await store.phrasings.replace('medisoft', [lot], { from: 5, signals: 13 })
        store = await opened.reopen()
        expect(await store.phrasings.read('medisoft')).toEqual({ phrasings: [lot], mark: { from: 5, signals: 13 } })
      })

      test('keep the last decision on each, whatever is learnt', async () => {
        const removed = { articleId: 'A7', id: 'b', removed: true, at: 1000, by: 'owner@medisoft.example' }
        await store.phrasings.decide('medisoft', removed)
        await store.phrasings.replace('medisoft', [], { from: 0, signals: 0 })
        expect(await store.phrasings.decisions('medisoft')).toEqual([removed])
        const back = { ...removed, removed: false, at: 2000, by: 'fanal' }
        await store.phrasings.decide('medisoft', back)
        expect(await store.phrasings.decisions('medisoft')).toEqual([back])
        expect(await store.phrasings.decisions('other')).toEqual([])
      })
    })

    test('proves that it can be written', async () => {
      await expect(store.checkWritable()).resolves.toBeUndefined()
    })
  })
}

function panelOpened(id: string, at: number): StoredSignal {
  return {
    id,
    name: 'panel_opened',
    at,
    sessionId: 's1',
    page: { key: '/' },
    props: { by: 'launcher' },
    receivedAt: 5000,
    verified: false,
  }
}

function contact(ref: string, id: string, createdAt: number): StoredContact {
  return {
    project: 'medisoft',
    ref,
    request: {
      key: 'pk_medisoft',
      id,
      subject: 'Lot B2 rejeté',
      message: 'Le lot 12 est rejeté.',
      impact: 'P2',
      email: 'dr@cabinet.example',
    },
    channel: 'email',
    expectedReplyAt: null,
    createdAt,
    delivery: 'waiting',
    attempts: 0,
    nextTryAt: createdAt,
    lastError: null,
    deliveredAt: null,
  }
}

function backlogItem(version: number): BacklogItem {
  return {
    id: 'b1',
    project: 'medisoft',
    title: 'rejet lot b2',
    kind: 'missing',
    state: 'new',
    diagnosis: 'true_gap',
    locale: 'fr',
    score: 12,
    accounts: 3,
    episodes: 5,
    severity: 2,
    queries: [{ text: 'rejet lot b2', count: 5, accounts: 3 }],
    evidence: [],
    pages: ['/teletransmission'],
    articleId: null,
    firstSeenAt: '2026-03-02T09:00:00.000Z',
    lastSeenAt: '2026-03-03T09:00:00.000Z',
    history: [],
    version,
  }
}

const owner = {
  email: 'owner@medisoft.example',
  name: 'Owner',
  role: 'owner' as const,
  passwordHash: 'h1',
  projects: null,
  createdAt: 1,
}

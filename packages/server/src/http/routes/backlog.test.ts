import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BacklogItem } from '@fanal/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPerson, openTestApp, type TestApp } from '../../app.support.ts'
import { openKnowledge } from '../../knowledge/open-knowledge.ts'
import type { StoredSignal } from '../../store/store.ts'

const hour = 3_600_000
const headers = { authorization: 'Bearer sk_0123456789abcdef0123' }
const query = 'le scanner tourne sans fin'
let testApp: TestApp

beforeEach(async () => {
  testApp = await openTestApp({ settings: 'project: medisoft\nlocales: [fr]\n' })
})

afterEach(() => testApp.dispose())

async function get(url: string) {
  const answer = await testApp.app.inject({ url, headers })
  return { status: answer.statusCode, body: answer.json() }
}

async function patch(id: string, payload: object) {
  const answer = await testApp.app.inject({ method: 'PATCH', url: `/v1/backlog/${id}`, headers, payload })
  return { status: answer.statusCode, body: answer.json() }
}

/** Three accounts search in vain, five times in all. */
async function searchInVain(text = query): Promise<void> {
  const accounts = ['lyon', 'lyon', 'nice', 'brest', 'brest']
  await testApp.services.store.signals.append(
    'medisoft',
    accounts.map((account, place) => ({
      id: `${text}-${place}`,
      name: 'search_committed',
      at: testApp.clock.now - (place + 1) * 26 * hour,
      sessionId: `${account}-${place}`,
      visitorId: `dr-${account}`,
      accountId: account,
      page: { key: '/documents' },
      locale: 'fr',
      props: { searchId: `${place}`, query: text, hits: 0 },
      receivedAt: testApp.clock.now,
      verified: true,
    })),
  )
}

/** Writes an article and serves the changed folder. */
async function publishArticle(id: string, text: string): Promise<void> {
  await publishFile('articles', `${id}.md`, text)
}

async function publishFile(kind: 'articles' | 'flows', name: string, text: string): Promise<void> {
  const { services } = testApp
  const folder = services.knowledge.get('medisoft')?.folder ?? ''
  mkdirSync(join(folder, kind), { recursive: true })
  writeFileSync(join(folder, kind, name), text)
  await services.knowledge.close()
  services.knowledge = await openKnowledge({
    folders: [folder],
    store: services.store,
    now: services.now,
    log: services.log,
    watch: false,
  })
}

const goodArticle =
  '---\ntitle: Le scanner tourne sans fin\nsymptoms: [le scanner tourne sans fin]\n---\nÉteignez le scanner.\n'

async function theItem(): Promise<BacklogItem> {
  const { body } = await get('/v1/backlog')
  expect(body.total).toBe(1)
  return body.items[0]
}

test('what three accounts searched in vain is listed with its evidence, and no fingerprint', async () => {
  expect((await get('/v1/backlog')).body).toEqual({ items: [], total: 0 })
  await searchInVain()
  const item = await theItem()
  expect(item).toMatchObject({
    title: query,
    kind: 'missing',
    state: 'new',
    diagnosis: 'true_gap',
    accounts: 3,
    episodes: 5,
    score: 5,
    queries: [{ text: query, count: 5, accounts: 3 }],
    version: 1,
  })
  expect(item).not.toHaveProperty('fingerprints')
})

test('signals posted by two accounts show nothing; a third one opens one item, and "no" votes another', async () => {
  let made = 0
  const signal = (account: string, daysAgo: number, name: string, props: object) => {
    made += 1
    return {
      id: `0195e3a0-0000-7000-8000-${String(made).padStart(12, '0')}`,
      name,
      at: testApp.clock.now - daysAgo * 25 * hour,
      sessionId: `${account}-${daysAgo}`,
      visitorId: `dr-${account}`,
      accountId: account,
      page: { key: '/documents' },
      props,
    }
  }
  const search = (account: string, daysAgo: number) =>
    signal(account, daysAgo, 'search_committed', { searchId: `${account}-${daysAgo}`, query, hits: 0 })
  const post = async (signals: object[]) => {
    const payload = { key: 'pk_medisoft', sentAt: testApp.clock.now, signals }
    const answer = await testApp.app.inject({ method: 'POST', url: '/v1/signals', payload })
    expect(answer.json()).toEqual({ accepted: signals.length, duplicates: 0, rejected: [] })
  }
  await post([search('lyon', 9), search('lyon', 7), search('lyon', 5), search('nice', 3), search('nice', 1)])
  expect((await get('/v1/backlog')).body).toEqual({ items: [], total: 0 })
  expect(JSON.stringify((await get('/v1/reports/searches')).body)).not.toContain('scanner')

  await post([search('brest', 2)])
  expect(await theItem()).toMatchObject({ kind: 'missing', title: query, accounts: 3, episodes: 6 })

  const vote = { articleId: 'facture', revision: 1, helpful: false, reason: 'unclear' }
  await post(['lyon', 'nice', 'brest', 'metz', 'lille'].map((account) => signal(account, 4, 'vote_cast', vote)))
  const { items } = (await get('/v1/backlog')).body
  expect(items.map(({ kind, articleId }: BacklogItem) => [kind, articleId]).sort()).toEqual([
    ['failing', 'facture'],
    ['missing', null],
  ])
})

test('items are ranked by score and can be asked for by state', async () => {
  await searchInVain()
  await searchInVain('sauvegarde bloquée')
  await testApp.services.store.tickets.upsert('medisoft', [
    { id: 'k1', createdAt: testApp.clock.now - 25 * hour, visitorId: 'dr-lyon', priority: 'P1' },
  ])
  const { body } = await get('/v1/backlog')
  expect(body.items.map(({ severity }: BacklogItem) => severity)).toEqual([4, 4])
  await patch(body.items[0].id, { state: 'accepted' })
  expect((await get('/v1/backlog?state=accepted')).body).toMatchObject({ total: 1, items: [{ id: body.items[0].id }] })
  expect((await get('/v1/backlog?state=done')).body.error.message).toMatch(
    /^state: "done" is not a state; there are new, triage/,
  )
})

test('an item closes only when its own queries find the article in the top 3, and opens again when they no longer do', async () => {
  await searchInVain()
  const { id } = await theItem()
  await patch(id, { state: 'accepted' })

  expect((await patch(id, { state: 'published' })).body.error.code).toBe('BACKLOG_NEEDS_ARTICLE')
  const refused = await patch(id, { state: 'published', articleId: 'facture' })
  expect(refused.status).toBe(409)
  expect(refused.body.error).toEqual({
    code: 'BACKLOG_NOT_PROVEN',
    message: `Not closed: "${query}" does not find article "facture" in the top 3. Improve the article or add a synonym.`,
    details: [{ query, rank: null, holds: false }],
  })

  await publishArticle('scanner', goodArticle)
  expect((await get(`/v1/backlog/${id}`)).body.candidates).toEqual([
    { id: 'scanner', title: 'Le scanner tourne sans fin', rank: 1 },
  ])
  const closed = await patch(id, { state: 'published', articleId: 'scanner' })
  expect(closed.body).toMatchObject({ state: 'published', articleId: 'scanner', version: 3 })
  expect((await get(`/v1/backlog/${id}`)).body.proof).toEqual([{ query, rank: 1, holds: true }])

  await publishArticle('scanner', '---\ntitle: Imprimer\n---\nRien de tel ici.\n')
  const again = (await get(`/v1/backlog/${id}`)).body
  expect(again).toMatchObject({ state: 'triage', version: 4, proof: [{ holds: false }] })
  expect(again.history.at(-1)).toEqual({
    at: '2026-03-02T09:00:00.000Z',
    by: 'fanal',
    from: 'published',
    to: 'triage',
    reason: `"${query}" no longer finds the article in the top 3.`,
  })
})

test('a change keeps to the allowed ways, says why where it must, and never overwrites another', async () => {
  await searchInVain()
  const { id } = await theItem()
  expect((await patch(id, { state: 'measured' })).body.error).toMatchObject({
    code: 'BACKLOG_TRANSITION_REFUSED',
    message:
      'An item cannot go from new to measured. From new it may go to: triage, accepted, synonym, improved, bug, rejected, postponed.',
  })
  expect((await patch(id, { state: 'rejected' })).body.error.code).toBe('BACKLOG_NEEDS_REASON')
  expect((await patch(id, { state: 'rejected', reason: '  ' })).status).toBe(400)
  expect((await patch(id, { articleId: 'nowhere' })).body.error.code).toBe('ARTICLE_UNKNOWN')
  const rejected = await patch(id, { state: 'rejected', reason: 'Hors sujet', version: 1 })
  expect(rejected.body.history.at(-1)).toEqual({
    at: '2026-03-02T09:00:00.000Z',
    by: 'fanal',
    from: 'new',
    to: 'rejected',
    reason: 'Hors sujet',
  })
  expect((await patch(id, { state: 'triage', version: 1 })).body.error.message).toBe(
    'Somebody changed this item meanwhile (version 2, yours 1). Reload it.',
  )
  expect((await patch('nothing', { state: 'triage' })).status).toBe(404)
})

test('a viewer reads the backlog and does not change it; nobody else sees it', async () => {
  await searchInVain()
  await addPerson(testApp.services, 'vera@example.org', 'viewer')
  const signIn = await testApp.app.inject({
    method: 'POST',
    url: '/v1/session',
    payload: { email: 'vera@example.org', password: 'secret-7' },
  })
  const cookie = signIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const list = await testApp.app.inject({ url: '/v1/backlog', headers: { cookie } })
  expect(list.statusCode).toBe(200)
  const change = await testApp.app.inject({
    method: 'PATCH',
    url: `/v1/backlog/${list.json().items[0].id}`,
    headers: { cookie, 'x-fanal-csrf': signIn.json().csrfToken },
    payload: { state: 'triage' },
  })
  expect([change.statusCode, change.json().error.code]).toEqual([403, 'ROLE_TOO_LOW'])
  expect((await testApp.app.inject({ url: '/v1/backlog' })).statusCode).toBe(401)
})

/** Publishes a guide of one step; `target` tells its versions apart. */
async function publishGuide(version: number): Promise<void> {
  await publishFile(
    'flows',
    'imprimante.yaml',
    `id: imprimante
version: ${version}
title: Brancher l'imprimante
steps:
  - id: choisir
    title: Choisissez l'imprimante
    text: Prenez celle de votre cabinet.
    target: { role: button, name: Imprimante ${version} }
    advance: { on: click }
`,
  )
}

/** Each of the accounts comes to the guide's step once, `daysAgo` days ago and every other day after. */
async function runGuide(accounts: readonly string[], version: number, daysAgo: number, fails: boolean): Promise<void> {
  const step = { flowId: 'imprimante', stepId: 'choisir' }
  const told = accounts.flatMap((account, place) =>
    [
      { name: 'flow_started', props: { flowId: 'imprimante', version, by: 'article' } },
      { name: 'flow_step_seen', props: step },
      ...(fails
        ? [{ name: 'flow_step_failed', props: { ...step, reason: 'target_missing', candidates: ['button name:no'] } }]
        : []),
    ].map((one, second) => ({
      ...one,
      id: `${account}-${version}-${place}-${second}`,
      at: testApp.clock.now - (daysAgo - place * 2) * 24 * hour + second * 1000,
      sessionId: `${account}-${version}-${place}`,
      visitorId: `dr-${account}`,
      accountId: account,
      page: { key: '/parametres/impression' },
      release: '5.2.0',
      locale: 'fr',
      receivedAt: testApp.clock.now,
      verified: true,
    })),
  )
  await testApp.services.store.signals.append('medisoft', told as StoredSignal[])
}

test('a step of a guide that fails three accounts is one item, which closes once a new version has failed nobody for 72 hours', async () => {
  await publishGuide(1)
  await runGuide(['lyon', 'lyon', 'nice', 'brest'], 1, 12, true)
  expect((await get('/v1/backlog')).body.total).toBe(0)
  await runGuide(['metz'], 1, 3, true)
  const { id, ...item } = await theItem()
  expect(item).toMatchObject({
    kind: 'failing',
    diagnosis: 'step_fails',
    title: "Brancher l'imprimante · Choisissez l'imprimante",
    accounts: 4,
    episodes: 5,
    score: 5,
    queries: [],
    pages: ['/parametres/impression'],
    step: {
      flowId: 'imprimante',
      stepId: 'choisir',
      releases: [{ release: '5.2.0', failed: 5 }],
      candidates: [{ text: 'button name:no', failed: 5 }],
    },
  })
  await patch(id, { state: 'accepted' })
  expect((await get(`/v1/backlog/${id}`)).body.stepProof).toMatchObject({
    version: 1,
    runs: 5,
    failed: 5,
    holds: false,
  })
  const refused = await patch(id, { state: 'published' })
  expect(refused.status).toBe(409)
  expect(refused.body.error).toMatchObject({
    code: 'BACKLOG_STEP_NOT_PROVEN',
    message: expect.stringContaining('step "choisir" of flow "imprimante" is not proven to hold in version 1 (5 runs'),
  })

  await publishGuide(2)
  expect((await get(`/v1/backlog/${id}`)).body.stepProof).toEqual({
    version: 2,
    runs: 0,
    failed: 0,
    matureAt: null,
    holds: false,
  })
  await runGuide(['lyon'], 2, 1, false)
  expect((await get(`/v1/backlog/${id}`)).body.stepProof).toEqual({
    version: 2,
    runs: 1,
    failed: 0,
    matureAt: '2026-03-04T09:00:01.000Z',
    holds: false,
  })
  expect((await patch(id, { state: 'published' })).body.error.code).toBe('BACKLOG_STEP_NOT_PROVEN')
  testApp.clock.now += 49 * hour
  expect((await patch(id, { state: 'published' })).body).toMatchObject({ state: 'published', articleId: null })
  expect((await get('/v1/backlog')).body.items).toMatchObject([{ id, state: 'published' }])
})

test('an item of a step closes as improved, or as a bug with a reason, without proof; so does one whose step was withdrawn', async () => {
  await publishGuide(1)
  await runGuide(['lyon', 'lyon', 'nice', 'brest', 'brest'], 1, 12, true)
  const { id } = await theItem()
  expect((await patch(id, { state: 'bug' })).body.error.code).toBe('BACKLOG_NEEDS_REASON')
  expect((await patch(id, { state: 'bug', reason: 'Bouton retiré en 5.2.0' })).body.state).toBe('bug')
  await patch(id, { state: 'triage' })
  expect((await patch(id, { state: 'improved' })).body.state).toBe('improved')
  await patch(id, { state: 'triage' })
  await patch(id, { state: 'accepted' })
  await publishFile(
    'flows',
    'imprimante.yaml',
    "id: imprimante\nversion: 2\ntitle: Brancher l'imprimante\nsteps:\n  - id: autre\n    text: Branchez-la.\n",
  )
  expect((await get(`/v1/backlog/${id}`)).body.stepProof).toMatchObject({ version: null, holds: true })
  expect((await patch(id, { state: 'published' })).body.state).toBe('published')
})

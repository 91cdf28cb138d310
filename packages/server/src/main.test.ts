import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ServerOptions } from './config.ts'
import { type RunningServer, startServer } from './main.ts'
import type { StoredSignal } from './store/store.ts'

let folder: string
let running: RunningServer | null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fanal-main-'))
  mkdirSync(join(folder, 'help', 'articles'), { recursive: true })
  writeFileSync(join(folder, 'help', 'fanal.yaml'), 'project: medisoft\n')
  writeFileSync(join(folder, 'help', 'articles', 'a.md'), '---\ntitle: Régler une facture\n---\nTexte.\n')
  running = null
})

afterEach(async () => {
  await running?.close()
  rmSync(folder, { recursive: true })
})

async function start(options: ServerOptions = {}): Promise<RunningServer> {
  running = await startServer({
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    dataDir: join(folder, 'data'),
    contentDirs: [join(folder, 'help')],
    ...options,
  })
  return running
}

async function restart(options: ServerOptions = {}): Promise<RunningServer> {
  await running?.close()
  return start(options)
}

describe('a server on this machine', () => {
  test('answers, and tells how to reach and use it', async () => {
    const server = await start()
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`)
    expect(server.projects).toEqual([{ id: 'medisoft', title: 'medisoft', publicKey: 'pk_medisoft' }])
    expect(server.mailsContacts).toBe(false)
    const ready = await fetch(`${server.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }])
  })

  test('makes a secret key once, shows it once, and keeps only its hash', async () => {
    const [made] = (await start()).newSecretKeys
    expect(made).toEqual({ project: 'medisoft', key: expect.stringMatching(/^sk_[\da-f]{40}$/) })
    const again = await restart()
    expect(again.newSecretKeys).toEqual([])
    const answer = await fetch(`${again.url}/v1/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${made?.key}`, 'content-type': 'application/json' },
      body: '[]',
    })
    expect(answer.status).toBe(200)
    const wal = readFileSync(join(folder, 'data', 'fanal.sqlite-wal'))
    expect(wal.includes(made?.key ?? '-')).toBe(false)
  })

  test('takes the operator’s secret key instead', async () => {
    await start()
    const server = await restart({ secretKey: 'sk_chosen_by_operator' })
    const answer = await fetch(`${server.url}/v1/tickets`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_chosen_by_operator', 'content-type': 'application/json' },
      body: '[]',
    })
    expect(answer.status).toBe(200)
  })

  test('opens the console to a first owner, whose password stands in a file of this user only', async () => {
    const server = await start()
    expect(server.firstSignIn).toEqual({
      email: 'owner@medisoft.example',
      password: expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/),
    })
    const file = join(folder, 'data', 'first-sign-in.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(server.firstSignIn)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const answer = await fetch(`${server.url}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify(server.firstSignIn),
    })
    expect(answer.status).toBe(200)
  })

  test('shows the first sign-in at each start, until the file is removed', async () => {
    const { firstSignIn } = await start()
    expect((await restart()).firstSignIn).toEqual(firstSignIn)
    rmSync(join(folder, 'data', 'first-sign-in.json'))
    expect((await restart()).firstSignIn).toBeNull()
  })

  test('stops showing it once the password has changed', async () => {
    const server = await start()
    await server.services.store.people.setPasswordHash('owner@medisoft.example', 'scrypt$changed')
    expect((await restart()).firstSignIn).toBeNull()
  })

  test('answers what is under way before it stops', async () => {
    const server = await start()
    const asked = fetch(`${server.url}/readyz`)
    const [answer] = await Promise.all([asked, asked.then(() => server.close())])
    expect(answer.status).toBe(200)
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  })
})

describe('a server that has visitors', () => {
  const find = async ({ url }: RunningServer): Promise<unknown[]> => {
    const headers = { 'x-algolia-api-key': 'pk_medisoft', 'x-algolia-application-id': 'medisoft' }
    const answer = await fetch(`${url}/1/indexes/medisoft?query=mouline`, { headers })
    return ((await answer.json()) as { hits: { objectID: string }[] }).hits.map(({ objectID }) => objectID)
  }

  test('learns from their searches by itself, and searches by it from the first query after a start', async () => {
    const { services } = await start()
    const at = Date.now() - 3_600_000
    const article = { articleId: 'a', revision: 1 }
    const signals = ['lyon', 'nice', 'brest'].flatMap((account): StoredSignal[] => {
      const who = { sessionId: account, accountId: account, page: { key: '/' }, receivedAt: at, verified: true }
      return [
        {
          ...who,
          id: `${account}-1`,
          at,
          name: 'search_committed',
          props: { searchId: account, query: 'mouline', hits: 0 },
        },
        { ...who, id: `${account}-2`, at: at + 1, name: 'article_read', props: { ...article, activeMs: 20_000 } },
        { ...who, id: `${account}-3`, at: at + 2, name: 'vote_cast', props: { ...article, helpful: true } },
      ]
    })
    await services.store.signals.append('medisoft', signals)
    const again = await restart()
    await expect.poll(() => find(again), { timeout: 30_000 }).toEqual(['a'])
    expect(await find(await restart())).toEqual(['a'])
  })
})

describe('a server others can reach', () => {
  test('does not start on a public key nobody chose', async () => {
    await expect(start({ host: '0.0.0.0' })).rejects.toMatchObject({
      code: 'KEYS',
      message:
        'Project "medisoft" has no public key, and 0.0.0.0 can be reached by others. ' +
        'Write keys: { public: pk_… } in its fanal.yaml, or listen on 127.0.0.1.',
    })
  })

  test('does not start without a secret key', async () => {
    writeFileSync(join(folder, 'help', 'fanal.yaml'), 'project: medisoft\nkeys: { public: pk_5up9 }\n')
    await expect(start({ host: '0.0.0.0' })).rejects.toMatchObject({
      code: 'KEYS',
      message: expect.stringContaining('Set FANAL_SECRET_KEY'),
    })
  })

  test('makes nobody up to sign in', async () => {
    writeFileSync(join(folder, 'help', 'fanal.yaml'), 'project: medisoft\nkeys: { public: pk_5up9 }\n')
    const server = await start({ host: '0.0.0.0', secretKey: 'sk_chosen_by_operator' })
    expect([server.firstSignIn, server.newSecretKeys]).toEqual([null, []])
  })
})

describe('a server that cannot start says why', () => {
  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    await expect(start({ port })).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: `Port ${port} is taken on 127.0.0.1. Stop what uses it, or choose another with --port.`,
    })
    other.close()
  })

  test('an address that is not this machine’s', async () => {
    writeFileSync(join(folder, 'help', 'fanal.yaml'), 'project: medisoft\nkeys: { public: pk_5up9 }\n')
    await expect(start({ host: '192.0.2.1', secretKey: 'sk_chosen_by_operator' })).rejects.toMatchObject({
      code: 'ADDRESS_UNKNOWN',
      message: 'This machine has no address 192.0.2.1. Try 127.0.0.1.',
    })
  })

  test('a data folder that is a file', async () => {
    writeFileSync(join(folder, 'data'), '')
    await expect(start()).rejects.toMatchObject({
      code: 'STORE',
      message: `The data folder ${join(folder, 'data')} cannot be made: EEXIST. Name another with --data, or mend this one.`,
    })
  })

  test('content that is not there, or no folder', async () => {
    const nowhere = join(folder, 'nowhere')
    await expect(start({ contentDirs: [nowhere] })).rejects.toMatchObject({
      code: 'CONTENT',
      message: `There is no folder ${nowhere}. Check the path, or make the folder and put articles (*.md) in it.`,
    })
    const file = join(folder, 'help', 'fanal.yaml')
    await expect(start({ contentDirs: [file] })).rejects.toMatchObject({
      code: 'CONTENT',
      message: `${file} is not a folder. Name the folder that holds the articles.`,
    })
  })
})

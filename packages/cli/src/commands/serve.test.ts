import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@fanal/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { command } from '../command.support.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fanal-serve-'))
  mkdirSync(join(folder, 'help', 'articles'), { recursive: true })
  writeFileSync(join(folder, 'help', 'articles', 'imprimer.md'), '---\ntitle: Imprimer\n---\nTexte.\n')
})

afterEach(() => rmSync(folder, { recursive: true }))

interface Running {
  child: ChildProcessWithoutNullStreams
  /** what it printed until it was ready */
  printed: string
  url: string
  /** the exit code; null for one that was killed */
  ended: Promise<number | null>
}

/** Starts the command as a person would, on a free port. */
async function serve(env: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, [command, 'serve', '--content', 'help', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, FANAL_LOG_LEVEL: 'silent', ...env },
  })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const printed = await new Promise<string>((resolve) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += String(chunk)
      if (text.includes('Ctrl-C')) resolve(text)
    })
    child.on('exit', () => resolve(text))
  })
  return { child, printed, ended, url: /API +(\S+)/.exec(printed)?.[1] ?? '' }
}

describe('fanal serve', () => {
  it('prints how to reach it, answers, and ends in good order', async () => {
    const { child, printed, ended, url } = await serve()
    expect(printed).toMatch(/Public key {3}pk_help/)
    expect(printed).toMatch(/Secret key {3}sk_[\da-f]{40}/)
    expect(printed).toMatch(/Content {6}1 articles, 0 flows/)
    expect(printed).toMatch(/Sign in to the console with \S+@\S+ and the password \S+/)
    const answer = await fetch(`${url}/v1/articles/imprimer?key=pk_help`)
    expect(answer.status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('killed at any moment, it has kept every signal it acknowledged, and each once', async () => {
    const first = await serve()
    const acknowledged = new Set<string>()
    const sent: string[][] = []
    const sendUntilKilled = async (): Promise<void> => {
      for (;;) {
        const ids = Array.from({ length: 20 }, (_, place) => makeId(sent.length * 20 + place))
        sent.push(ids)
        const answer = await post(first.url, ids).catch(() => null)
        if (answer === null) return
        for (const id of ids) acknowledged.add(id)
        if (acknowledged.size >= 2000) first.child.kill('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: 8 }, sendUntilKilled))
    expect(await first.ended).toBeNull()
    expect(acknowledged.size).toBeGreaterThanOrEqual(2000)

    const kept = new Set(await readIds())
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
    const second = await serve()
    // A widget that got no answer sends the same signals again.
    for (const ids of sent) await post(second.url, ids)
    second.child.kill('SIGTERM')
    await second.ended
    expect(await readIds()).toEqual(sent.flat().sort())
  })
})

/** What the database holds, sorted. */
async function readIds(): Promise<string[]> {
  const store = await openStore({ dataDir: join(folder, '.fanal'), databaseUrl: null, now: Date.now() })
  const signals = await store.signals.read('help')
  await store.close()
  return signals.map(({ id }) => id).sort()
}

function makeId(place: number): string {
  return `0195e3a0-0000-7000-8000-${String(place).padStart(12, '0')}`
}

/** @throws TypeError when the server is gone before it has answered */
async function post(url: string, ids: readonly string[]): Promise<{ accepted: number; duplicates: number }> {
  const at = Date.now()
  const signals = ids.map((id) => ({ id, name: 'page_viewed', at, sessionId: 's', page: { key: '/' }, props: {} }))
  const answer = await fetch(`${url}/v1/signals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: 'pk_help', sentAt: at, signals }),
  })
  return answer.json()
}

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { command } from '../command.support.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fanal-serve-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('fanal serve', () => {
  it('prints how to reach it, answers, and ends in good order', async () => {
    mkdirSync(join(folder, 'help', 'articles'), { recursive: true })
    writeFileSync(join(folder, 'help', 'articles', 'imprimer.md'), '---\ntitle: Imprimer\n---\nTexte.\n')
    const child = spawn(process.execPath, [command, 'serve', '--content', 'help', '--port', '0'], {
      cwd: folder,
      env: { ...process.env, FANAL_LOG_LEVEL: 'silent' },
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
    expect(printed).toMatch(/Public key {3}pk_help/)
    expect(printed).toMatch(/Secret key {3}sk_[\da-f]{40}/)
    expect(printed).toMatch(/Content {6}1 articles, 0 flows/)
    expect(printed).toMatch(/Sign in to the console with \S+@\S+ and the password \S+/)
    const url = /API +(\S+)/.exec(printed)?.[1]
    const answer = await fetch(`${url}/v1/articles/imprimer?key=pk_help`)
    expect(answer.status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
})

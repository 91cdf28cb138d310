import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { type FakeServer, startFakeServer } from '../testing/fake-server.ts'
import type { HelpInfo } from '../types.ts'
import { type FanalDocument, place } from './place.ts'
import { type FanalGlobal, takeOver } from './take-over.ts'

let server: FakeServer
const load = () => import('./connect.ts')
const win = window as { fanal?: FanalGlobal | undefined }
const launcher = () => page.getByRole('button', { name: 'Help', exact: true })

/** The snippet of docs/embed.md, as written there. */
function runSnippet(): void {
  win.fanal ??= (...args) => {
    const held = win.fanal as unknown as { q?: { push(args: unknown[]): void } }
    held.q ??= []
    held.q.push(args)
  }
}

beforeEach(() => {
  server = startFakeServer()
})
afterEach(() => {
  win.fanal?.('destroy')
  delete win.fanal
  delete (document as FanalDocument)[place]
  server.close()
})

describe('the loader', () => {
  it('runs init first wherever it stands, then every call in the order it was made', async () => {
    const seen: string[] = []
    runSnippet()
    win.fanal?.('on', 'milestone_reached', ({ name }: { name: string }) => seen.push(name))
    win.fanal?.('milestone', 'first')
    win.fanal?.('milestone', 'second')
    win.fanal?.('init', { key: server.key, locale: 'en' })
    takeOver({}, server.host, load)
    win.fanal?.('milestone', 'third')
    const info = await new Promise<HelpInfo>((resolve) => win.fanal?.('info', resolve))
    expect(seen).toEqual(['first', 'second', 'third'])
    expect(info.key).toBe(server.key)
  })

  it('starts from the attributes of its own tag', async () => {
    takeOver({ key: server.key, locale: 'en' }, server.host, load)
    await expect.element(launcher()).toBeVisible()
    expect(server.requests).toEqual(['GET /v1/config'])
  })

  it('waits for init when nobody has called it yet', async () => {
    const loads = vi.fn(load)
    takeOver({}, server.host, loads)
    win.fanal?.('context', { feature: 'lot' })
    expect(loads).not.toHaveBeenCalled()
    win.fanal?.('init', { key: server.key, locale: 'en' })
    await expect.element(launcher()).toBeVisible()
    expect(loads).toHaveBeenCalledTimes(1)
  })

  it('keeps calls of those who hold on to the function of the snippet', async () => {
    runSnippet()
    const kept = win.fanal
    takeOver({}, server.host, load)
    kept?.('init', { key: server.key, locale: 'en' })
    await expect.element(launcher()).toBeVisible()
  })

  it('does nothing a second time for the same key', async () => {
    takeOver({ key: server.key, locale: 'en' }, server.host, load)
    takeOver({ key: server.key, locale: 'en' }, server.host, load)
    await expect.element(launcher()).toBeVisible()
    expect(document.querySelectorAll('fanal-help')).toHaveLength(1)
  })

  it('tries a failed load once more, then warns once and stays quiet', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const broken = vi.fn(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))
    takeOver({ key: server.key }, server.host, broken)
    await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(1))
    expect(broken).toHaveBeenCalledTimes(2)
    expect(document.querySelector('fanal-help')).toBeNull()
    warn.mockRestore()
  })

  it('gives its name back to the page with destroy, and leaves it where the snippet had it', async () => {
    takeOver({ key: server.key, locale: 'en' }, server.host, load)
    await expect.element(launcher()).toBeVisible()
    win.fanal?.('destroy')
    expect('fanal' in window).toBe(false)

    runSnippet()
    win.fanal?.('init', { key: server.key, locale: 'en' })
    takeOver({}, server.host, load)
    await expect.element(launcher()).toBeVisible()
    win.fanal?.('destroy')
    expect(document.querySelector('fanal-help')).toBeNull()
    win.fanal?.('init', { key: server.key, locale: 'en' })
    await expect.element(launcher()).toBeVisible()
  })

  it('asks for the language init names, and again when the widget starts anew in another', async () => {
    const asked: (string | undefined)[] = []
    const loadIn = (locale?: string) => {
      asked.push(locale)
      return load()
    }
    runSnippet()
    win.fanal?.('init', { key: server.key, locale: 'en' })
    takeOver({}, server.host, loadIn)
    await expect.element(launcher()).toBeVisible()
    win.fanal?.('destroy')
    win.fanal?.('init', { key: server.key, locale: 'fr-FR' })
    await expect.element(page.getByRole('button', { name: 'Aide', exact: true })).toBeVisible()
    expect(asked).toEqual(['en', 'fr-FR'])
  })

  it('starts, ends and starts again within one queue', async () => {
    runSnippet()
    for (const call of [
      ['init', { key: server.key, locale: 'fr' }],
      ['destroy'],
      ['init', { key: server.key, locale: 'en' }],
    ])
      win.fanal?.(...call)
    takeOver({}, server.host, load)
    await expect.element(launcher()).toBeVisible()
    expect(document.querySelectorAll('fanal-help')).toHaveLength(1)
  })
})
